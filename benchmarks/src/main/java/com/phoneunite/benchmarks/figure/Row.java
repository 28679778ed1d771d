package com.phoneunite.benchmarks.figure;

import java.util.Objects;

/**
 * A row of the table: what is measured, beside what, and how far it is to go.
 *
 * @param name what is done, by whom; unique in the table
 * @param floor what somebody would write by hand for that one thing and nothing else
 * @param unit what a figure counts
 * @param goal how far it is to go
 */
public record Row(String name, String floor, Unit unit, Goal goal) {

    /** What a figure counts. */
    public enum Unit {
        /** Nanoseconds for each: less is better. */
        NANOSECONDS("ns"),
        /** So many a second: more is better. */
        A_SECOND("/s");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        /** How it is written behind a number. */
        public String sign() {
            return sign;
        }
    }

    public Row {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(floor, "floor");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(goal, "goal");
    }
}
