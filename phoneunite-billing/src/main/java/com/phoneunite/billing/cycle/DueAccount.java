package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * An account that has something due, or will have.
 *
 * @param due from when on
 * @param account the account
 */
public record DueAccount(Instant due, AccountId account) implements Comparable<DueAccount> {

    private static final Comparator<DueAccount> ORDER =
            Comparator.comparing(DueAccount::due).thenComparing(DueAccount::account);

    public DueAccount {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(account, "account");
    }

    @Override
    public int compareTo(DueAccount other) {
        return ORDER.compare(this, other);
    }
}
