package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/**
 * The place of an attempt in the list of its account.
 *
 * @param recordedAt when it was recorded
 * @param key its key
 */
public record RechargeCursor(Instant recordedAt, IdempotencyKey key) implements Comparable<RechargeCursor> {

    private static final Comparator<RechargeCursor> ORDER =
            Comparator.comparing(RechargeCursor::recordedAt).thenComparing(RechargeCursor::key);

    public RechargeCursor {
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(key, "key");
    }

    /** The place of that attempt. */
    public static RechargeCursor of(Recharge recharge) {
        return new RechargeCursor(recharge.attempt().recordedAt(), recharge.key());
    }

    /**
     * The place that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it wrote none such
     * @throws ArithmeticException if the moment is out of range
     */
    public static RechargeCursor parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a cursor");
        }
        long micros = Long.parseLong(text.substring(0, slash));
        return new RechargeCursor(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new IdempotencyKey(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(RechargeCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Moments.microsecondsOf(recordedAt) + "/" + key;
    }
}
