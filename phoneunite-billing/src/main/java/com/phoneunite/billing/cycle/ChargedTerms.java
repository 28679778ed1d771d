package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Rule B13: the terms on which periods of an organization were charged, kept when they were charged: from this period on, until the
 * next such fact under the same anchor. So a charge is explained by what was true of it then, whatever became of plans, holdings and
 * clocks since. Immutable.
 *
 * @param account the account
 * @param organization the organization
 * @param zone the account's billing time zone
 * @param anchor what the periods are counted from
 * @param fromPeriod the number of the first period on these terms
 * @param plan the plan
 * @param prices the version of the plan
 * @param held what was held at the start of the period
 */
public record ChargedTerms(
        AccountId account,
        OrganizationId organization,
        ZoneId zone,
        PeriodAnchor anchor,
        int fromPeriod,
        PlanName plan,
        PlanVersion prices,
        Holdings.Counts held) {

    public ChargedTerms {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(held, "held");
        if (fromPeriod < 0) {
            throw new IllegalArgumentException("periods count from 0");
        }
    }

    /** The period with that number. */
    public BillingPeriod period(int n) {
        return Subscription.from(account, organization, zone, anchor).period(n);
    }

    /** Whether another period is on the same terms, so that no further fact is needed. */
    boolean isSameAs(ChargedTerms other) {
        return anchor.equals(other.anchor)
                && plan.equals(other.plan)
                && prices.equals(other.prices)
                && held.equals(other.held);
    }
}
