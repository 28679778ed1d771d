package com.phoneunite.input;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Rule X2: time is an argument, kept to the microsecond. The doors take it here; nothing behind them reads a clock. */
public final class Moments {

    private static final long MICROSECONDS_A_SECOND = 1_000_000;
    private static final int NANOSECONDS_A_MICROSECOND = 1_000;

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
     * How many microseconds the moment lies behind the beginning of 1970, rounded down: exact for every year that can be entered, where
     * counting in nanoseconds ends with the year 2262.
     *
     * @throws ArithmeticException beyond the year 294,000, before or after
     */
    public static long microsecondsOf(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), MICROSECONDS_A_SECOND),
                moment.getNano() / NANOSECONDS_A_MICROSECOND);
    }
}
