package com.phoneunite.billing.page;

import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.PlanName;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rule B5: how the price of a period comes about: the monthly price, and for each kind of thing its unit price times how many were held
 * at the period's start. Immutable.
 *
 * @param plan the plan
 * @param version the number of its version, from 1
 * @param monthly the monthly price
 * @param extensions how many extensions were held
 * @param perExtension the price of each
 * @param phoneNumbers how many phone numbers were held
 * @param perPhoneNumber the price of each
 */
public record PriceList(
        PlanName plan,
        int version,
        Money monthly,
        int extensions,
        Money perExtension,
        int phoneNumbers,
        Money perPhoneNumber) {

    public PriceList {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(monthly, "monthly");
        Objects.requireNonNull(perExtension, "perExtension");
        Objects.requireNonNull(perPhoneNumber, "perPhoneNumber");
    }

    static PriceList of(PlanName plan, PlanVersion version, Holdings.Counts held) {
        return new PriceList(
                plan,
                version.number(),
                version.monthly(),
                held.extensions(),
                version.perExtension(),
                held.phoneNumbers(),
                version.perPhoneNumber());
    }

    /** The price of the whole period. */
    public Money total() {
        return monthly.plus(perExtension.multipliedBy(extensions)).plus(perPhoneNumber.multipliedBy(phoneNumbers));
    }
}
