package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.PlanName;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rules B9 and B13: that a plan was exchanged for another one within a charged period, kept when it was. Immutable.
 *
 * @param account the account
 * @param period the period
 * @param change how many changes of plan the period has seen, with this one, from 1
 * @param from the plan until then
 * @param fromPrice what the whole period costs on it
 * @param to the plan from then on
 * @param toPrices the version of it that counts for the period
 * @param held the quantities that were charged for the period
 * @param daysLeft how many days of the period were left, that day included
 * @param days how many days the period has
 */
public record PlanExchange(
        AccountId account,
        BillingPeriod period,
        int change,
        PlanName from,
        Money fromPrice,
        PlanName to,
        PlanVersion toPrices,
        Holdings.Counts held,
        int daysLeft,
        int days) {

    public PlanExchange {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(fromPrice, "fromPrice");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(toPrices, "toPrices");
        Objects.requireNonNull(held, "held");
        if (change < 1 || daysLeft < 0 || days < daysLeft) {
            throw new IllegalArgumentException("changes count from 1, and no more days are left than there are");
        }
    }

    /** Rule B9: what was charged for the exchange, or credited where negative, in minor units. */
    public long differenceMinor() {
        return Proration.part(toPrices.priceOf(held).getAmountMinorLong(), daysLeft, days)
                - Proration.part(fromPrice.getAmountMinorLong(), daysLeft, days);
    }

    /** What the difference is posted under, unique in the account for its kind. */
    public String reference() {
        return period.reference() + "/" + change;
    }
}
