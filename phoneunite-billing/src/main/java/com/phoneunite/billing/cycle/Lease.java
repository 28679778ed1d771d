package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.util.Objects;

/**
 * That a worker has an account to itself for a while. Immutable.
 *
 * @param account the account
 * @param fence a number that no other lease ever has: who wakes after losing the lease is told by it
 * @param failures how often in a row the account could not be billed before
 */
public record Lease(AccountId account, long fence, int failures) {

    public Lease {
        Objects.requireNonNull(account, "account");
        if (failures < 0) {
            throw new IllegalArgumentException("failures count from 0");
        }
    }
}
