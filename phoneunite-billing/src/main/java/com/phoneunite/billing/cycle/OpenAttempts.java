package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Rule B8: what the cycle has to know of payment attempts. Runs inside a unit of work that is open on the account. */
@FunctionalInterface
public interface OpenAttempts {

    /** When the account's unresolved attempt was recorded; empty where there is none, or it has gone to review. */
    Optional<Instant> unresolvedSince(AccountId account);
}
