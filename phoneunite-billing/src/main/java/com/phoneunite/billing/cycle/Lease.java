package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Duration;
import java.util.Objects;

/**
 * That a worker has an account to itself for a while. Immutable.
 *
 * @param account the account
 * @param fence a number that no other lease ever has: who wakes after losing the lease is told by it
 * @param failures how often in a row the account could not be billed before
 */
public record Lease(AccountId account, long fence, int failures) {

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);

    public Lease {
        Objects.requireNonNull(account, "account");
        if (failures < 0) {
            throw new IllegalArgumentException("failures count from 0");
        }
    }

    /** How long the account is set aside if it fails once more: a minute, doubling to a day. */
    public Duration backOff() {
        Duration time = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, 20));
        return time.compareTo(LONGEST_BACK_OFF) < 0 ? time : LONGEST_BACK_OFF;
    }
}
