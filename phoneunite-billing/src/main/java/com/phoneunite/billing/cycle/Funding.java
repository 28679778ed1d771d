package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;

/**
 * Rules P4 and O5: what may bring in money where the balance does not reach: auto-recharge. Called with no unit of work open.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface Funding {

    /**
     * Brings in what the account owes ({@link BillingCycle#owed}) and something further, as far as its rules allow, and settles from it.
     *
     * @param account the account
     * @param furtherDueMinor what else would fall due at once, in minor units, from 0: an addition or a plan change that is asked for
     */
    FundingOutcome fund(AccountId account, long furtherDueMinor);

    /** Brings in nothing. */
    static Funding none() {
        return (account, furtherDueMinor) -> new FundingOutcome.NotFunded("there is no auto-recharge");
    }
}
