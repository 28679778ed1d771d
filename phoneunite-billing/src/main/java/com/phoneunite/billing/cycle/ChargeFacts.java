package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.util.Optional;

/**
 * The port that keeps why things were charged (rule B13). Nothing of it is ever removed or changed. Each method runs inside a unit of
 * work that is open on that account; without one it is a fault.
 */
public interface ChargeFacts {

    /**
     * The terms of a period: those of the last fact under that anchor that begins with it or with an earlier period.
     *
     * @param anchor the number of the anchor
     * @param period the number of the period
     */
    Optional<ChargedTerms> termsOf(AccountId account, OrganizationId organization, int anchor, int period);

    /** Keeps terms, in place of those of the same organization and anchor that begin with the same period, if there are any. */
    void save(ChargedTerms terms);

    /** The exchange of plans under that reference. */
    Optional<PlanExchange> exchange(AccountId account, String reference);

    /** Keeps an exchange of plans, in place of the one under the same reference, if there is one. */
    void save(PlanExchange exchange);
}
