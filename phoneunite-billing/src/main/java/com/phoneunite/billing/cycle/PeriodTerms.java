package com.phoneunite.billing.cycle;

import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.PlanName;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rules B5 and B13: what a period costs, and why. Immutable.
 *
 * @param plan the plan that the organization is on in it
 * @param version the version of the plan that was in force at its start
 * @param held what was held at its start
 * @param price what it costs as a whole
 */
public record PeriodTerms(PlanName plan, int version, Holdings.Counts held, Money price) {

    public PeriodTerms {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(held, "held");
        if (version < 1 || price.isNegative()) {
            throw new IllegalArgumentException("versions count from 1, and no period has a negative price");
        }
    }

    /** The price in minor units. */
    public long priceMinor() {
        return price.getAmountMinorLong();
    }
}
