package com.phoneunite.input;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Rule X2: time is an argument, kept to the microsecond. The doors take it here; nothing behind them reads a clock. */
public final class Moments {

    private Moments() {}

    /** The current moment of the source, truncated to the microsecond. */
    public static Instant now(InstantSource clock) {
        return toMicroseconds(clock.instant());
    }

    /** The moment truncated to the microsecond. */
    public static Instant toMicroseconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** The later of the two: what keeps recorded times from decreasing when a clock goes backwards. */
    public static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * How many whole microseconds lie between 1970 and the moment; negative before 1970. In every year of a calendar: counted in
     * nanoseconds, a {@code long} ends in 2262.
     *
     * @throws ArithmeticException if that leaves the range of 64 bits, some 290,000 years away
     */
    public static long microsSinceEpoch(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }
}
