package com.phoneunite.billing.store;

import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.Comparator;

/** The place of an attempt or a refund in the order of its moments. */
record CheckKey(Instant moment, String key) implements Comparable<CheckKey> {

    static final CheckKey FIRST = new CheckKey(Instant.MIN, "");

    private static final Comparator<CheckKey> ORDER =
            Comparator.comparing(CheckKey::moment).thenComparing(CheckKey::key);

    static CheckKey of(Instant moment, IdempotencyKey key) {
        return new CheckKey(moment, key.value());
    }

    @Override
    public int compareTo(CheckKey other) {
        return ORDER.compare(this, other);
    }
}
