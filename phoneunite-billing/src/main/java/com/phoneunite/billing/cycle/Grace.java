package com.phoneunite.billing.cycle;

import java.time.Duration;
import java.util.Objects;

/**
 * Rule B8: how long an organization works on after a shortage was recorded. Immutable.
 *
 * @param time more than nothing and less than 28 days of 24 hours, so that it ends before the period does
 */
public record Grace(Duration time) {

    /** The grace where the host configures none: 3 days of 24 hours. */
    public static final Grace STANDARD = new Grace(Duration.ofDays(3));

    private static final int MAX_DAYS = 28;

    public Grace {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(MAX_DAYS)) >= 0) {
            throw new IllegalArgumentException("a grace is longer than nothing and shorter than " + MAX_DAYS + " days");
        }
    }
}
