package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule P11: what a refund or dispute took and the balance did not have. Immutable.
 *
 * @param account who owes it
 * @param reference what it is for, unique in the account
 * @param since when it was recorded
 * @param minor how much it was at first, in minor units, more than 0
 * @param leftMinor how much is left of it, from 0
 * @param payments in how many parts it was paid so far
 */
public record Arrear(AccountId account, String reference, Instant since, long minor, long leftMinor, int payments) {

    public Arrear {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(since, "since");
        if (minor <= 0 || leftMinor < 0 || leftMinor > minor || payments < 0) {
            throw new IllegalArgumentException("no more is left of arrears than there was");
        }
    }

    /** Whether something is left of it. */
    public boolean isOpen() {
        return leftMinor > 0;
    }

    /** The same once so much more of it is paid. */
    Arrear paid(long partMinor) {
        return new Arrear(account, reference, since, minor, leftMinor - partMinor, payments + 1);
    }

    /** The same with nothing left of it. */
    Arrear forgiven() {
        return new Arrear(account, reference, since, minor, 0, payments);
    }

    /** What the next part of it is posted under. */
    String nextPayment() {
        return reference + "/" + (payments + 1);
    }
}
