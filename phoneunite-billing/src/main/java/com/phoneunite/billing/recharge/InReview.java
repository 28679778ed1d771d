package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import java.util.Comparator;
import java.util.Objects;

/**
 * Rule P7: where there is something that a person must decide.
 *
 * @param account the account
 * @param key what it is told by in its account
 */
public record InReview(AccountId account, String key) implements Comparable<InReview> {

    private static final Comparator<InReview> ORDER =
            Comparator.comparing(InReview::account).thenComparing(InReview::key);

    public InReview {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
    }

    /**
     * The one that {@link #cursor} wrote.
     *
     * @throws IllegalArgumentException if it wrote none such
     */
    public static InReview parse(String cursor) {
        int slash = cursor.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new InReview(AccountId.parse(cursor.substring(0, slash)), cursor.substring(slash + 1));
    }

    /** What tells its place in the list. */
    public String cursor() {
        return account + "/" + key;
    }

    @Override
    public int compareTo(InReview other) {
        return ORDER.compare(this, other);
    }
}
