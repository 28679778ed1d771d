package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules P4 and P10: what the cycle has to know of auto-recharge to tell when an account is to be looked at. Each method runs inside a
 * unit of work that is open on the account. Implementations are thread-safe.
 */
public interface FundingTerms {

    /** Rule P4: whether a balance is strictly below the threshold of an auto-recharge that is on. */
    boolean isBelowThreshold(AccountId account, long balanceMinor);

    /**
     * From when on an auto-recharge would be tried for what is owed, or because the balance is below the threshold.
     *
     * @param owed what is owed, which is asked only where auto-recharge is on
     * @param now what is not held up by anything is tried at once
     * @return at {@code now} or before: at once; later: so long it waits after a decline, or for the cap; empty: it is off, stopped, not
     *     needed, or another attempt is unresolved
     */
    Optional<Instant> nextTry(AccountId account, Supplier<Owed> owed, Instant now);

    /** No auto-recharge. */
    static FundingTerms none() {
        return NoFunding.INSTANCE;
    }
}
