package com.phoneunite.postgresql;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Rule B3: whether usage asks for its references before it is posted. Nearly all are new, and one that is not is refused by its unique
 * key; but then everything in that call is undone, and the database logs an error. Who asks for one is likely to ask for more that are
 * known, as a host that goes on where it was killed: so all ask, for a minute after something was refused. Thread-safe.
 */
final class KnownReferences {

    /** How long all ask. */
    static final Duration ASKING = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private volatile long askedUntil;

    /** Nothing has been refused yet. */
    KnownReferences() {
        this(System::nanoTime);
    }

    /** The same by another clock, of nanoseconds since whenever. */
    KnownReferences(LongSupplier nanos) {
        this.nanos = nanos;
        this.askedUntil = nanos.getAsLong();
    }

    boolean areAskedFor() {
        return askedUntil - nanos.getAsLong() > 0;
    }

    void refused() {
        askedUntil = nanos.getAsLong() + ASKING.toNanos();
    }
}
