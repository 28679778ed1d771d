package com.phoneunite.benchmarks.figure;

import java.util.Locale;

/**
 * How far a row is to go.
 *
 * @param kind what is limited
 * @param limit where, in the unit of the kind
 */
public record Goal(Kind kind, double limit) {

    /** What a goal limits. */
    public enum Kind {
        /** Our time by the floor's. */
        TIMES_THE_FLOOR_AT_MOST,
        /** The floor's time by ours. */
        TIMES_AS_FAST_AT_LEAST,
        /** Our rate by the floor's. */
        OF_THE_RATE_AT_LEAST,
        /** Our time, in nanoseconds. */
        NANOSECONDS_AT_MOST,
        /** Nothing: the figure is told beside another one. */
        NONE
    }

    /** No goal of its own: what is told apart from what has one. */
    public static final Goal NONE = new Goal(Kind.NONE, 0);

    /** At most so many times what the floor takes. */
    public static Goal atMost(double times) {
        return new Goal(Kind.TIMES_THE_FLOOR_AT_MOST, times);
    }

    /** At least so many times as fast as the floor, which is a peer. */
    public static Goal timesAsFast(double times) {
        return new Goal(Kind.TIMES_AS_FAST_AT_LEAST, times);
    }

    /** At least so much of the floor's rate. */
    public static Goal ofTheRate(double part) {
        return new Goal(Kind.OF_THE_RATE_AT_LEAST, part);
    }

    /** At most so many nanoseconds. */
    public static Goal nanoseconds(double most) {
        return new Goal(Kind.NANOSECONDS_AT_MOST, most);
    }

    /** Whether the figure keeps it; told by its median. Without a goal it does. */
    public boolean isKeptBy(Figure figure) {
        return switch (kind) {
            case TIMES_THE_FLOOR_AT_MOST -> figure.ratio().median() <= limit;
            case TIMES_AS_FAST_AT_LEAST -> 1 / figure.ratio().median() >= limit;
            case OF_THE_RATE_AT_LEAST -> figure.ratio().median() >= limit;
            case NANOSECONDS_AT_MOST -> figure.ours().median() <= limit;
            case NONE -> true;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TIMES_THE_FLOOR_AT_MOST -> "at most " + number() + " times the floor's time";
            case TIMES_AS_FAST_AT_LEAST -> "at least " + number() + " times as fast";
            case OF_THE_RATE_AT_LEAST -> "at least " + number() + " of the rate";
            case NANOSECONDS_AT_MOST -> "at most " + number() + " ns";
            case NONE -> "no goal";
        };
    }

    private String number() {
        return number(limit);
    }

    /** As goals are written: with as many figures as there are. */
    public static String number(double limit) {
        return limit == Math.rint(limit)
                ? String.format(Locale.ROOT, "%.0f", limit)
                : String.format(Locale.ROOT, "%s", limit);
    }
}
