package com.phoneunite.billing.plan;

import com.phoneunite.organization.Holdings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The prices of a plan from a moment on. Immutable.
 *
 * @param number from 1
 * @param effectiveFrom from when on; periods that started before keep the prices that they began with (rule B9)
 * @param monthly the price of a period, from 0
 * @param perExtension the price of each extension held at the period's start, from 0
 * @param perPhoneNumber the price of each phone number held at the period's start, from 0
 */
public record PlanVersion(int number, Instant effectiveFrom, Money monthly, Money perExtension, Money perPhoneNumber) {

    /** The highest price, in minor units: low enough that no period costs more than one posting can carry. */
    public static final long MAX_PRICE_MINOR = 10_000_000_000L;

    public PlanVersion {
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        for (Money price : List.of(monthly, perExtension, perPhoneNumber)) {
            if (!price.getCurrencyUnit().equals(monthly.getCurrencyUnit())) {
                throw new IllegalArgumentException("the prices of a plan are in one currency");
            }
            if (price.isNegative() || price.isGreaterThan(Money.ofMinor(price.getCurrencyUnit(), MAX_PRICE_MINOR))) {
                throw new IllegalArgumentException("a price is from 0 to " + MAX_PRICE_MINOR + " minor units");
            }
        }
    }

    /** The currency of the prices. */
    public CurrencyUnit currency() {
        return monthly.getCurrencyUnit();
    }

    /**
     * Rule B5: the price of a period.
     *
     * @param held what was held at the period's start
     */
    public Money priceOf(Holdings.Counts held) {
        return monthly.plus(perExtension.multipliedBy(held.extensions()))
                .plus(perPhoneNumber.multipliedBy(held.phoneNumbers()));
    }
}
