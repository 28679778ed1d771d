package com.phoneunite.benchmarks.memory;

import java.util.Locale;

/**
 * How much of the measuring is done, and on how much.
 *
 * @param forked whether each turn has a JVM of its own, as JMH advises; else all turns share this one, which is quicker
 * @param rounds how many turns each takes that count
 * @param warmups how many iterations of a turn do not count
 * @param iterations how many do
 * @param millis how long an iteration lasts, where it is a time
 * @param sizes of what is measured
 */
public record Effort(boolean forked, int rounds, int warmups, int iterations, int millis, Sizes sizes) {

    /**
     * Of what is measured.
     *
     * @param accounts to how many accounts is posted
     * @param operations how many postings an iteration is
     * @param few entries of an account, in the smaller of two rows
     * @param entries of an account, in the larger one
     * @param fewDue organizations that are due in the smaller one
     * @param due organizations that are due in the larger one
     * @param resources of an organization
     */
    public record Sizes(int accounts, int operations, int few, int entries, int fewDue, int due, int resources) {

        /** Those of the goals. */
        public static final Sizes FULL = new Sizes(100_000, 200_000, 1_000, 1_000_000, 100_000, 1_000_000, 1_000_000);

        /** Those that are filled quickly. */
        public static final Sizes SMALL = new Sizes(10_000, 50_000, 1_000, 100_000, 5_000, 50_000, 20_000);

        /** Those that only show that everything works. */
        public static final Sizes TINY = new Sizes(10, 100, 10, 100, 20, 100, 100);
    }

    /** Less than five minutes with what is measured on PostgreSQL. */
    public static final Effort SHORT = new Effort(false, 3, 2, 2, 100, Sizes.SMALL);

    /** Its part of some hours. */
    public static final Effort LONG = new Effort(true, 7, 4, 3, 500, Sizes.FULL);

    /** The JVMs that it measures in. */
    public String jvm() {
        return forked
                ? "a JVM for each turn with " + String.join(" ", Turns.JVM)
                : String.format(
                        Locale.ROOT,
                        "one JVM with %,d MiB of heap",
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The same with so many rounds. */
    public Effort rounds(int count) {
        return new Effort(forked, count, warmups, iterations, millis, sizes);
    }

    /** The same with iterations that last so long. */
    public Effort millis(int each) {
        return new Effort(forked, rounds, warmups, iterations, each, sizes);
    }
}
