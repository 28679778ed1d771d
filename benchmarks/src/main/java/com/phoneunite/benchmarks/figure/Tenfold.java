package com.phoneunite.benchmarks.figure;

import java.util.List;

/**
 * What ten times as much takes, beside what as much does, round by round. Judged like a goal: by the median, with nothing allowed for what
 * a machine is off.
 *
 * @param name what it takes; unique among those of a page
 * @param unit what is counted, as it is written behind a number
 * @param size of as much
 * @param few what as much took
 * @param many what ten times as much took
 * @param times the second by the first of the same round
 * @param limit how many times it may be at most
 */
public record Tenfold(String name, String unit, int size, Spread few, Spread many, Spread times, double limit) {

    /** How much larger the second is. */
    public static final int TIMES = 10;

    /** Of rounds in which both took turns. */
    public static Tenfold of(String name, String unit, int size, List<Double> few, List<Double> many, double limit) {
        return new Tenfold(name, unit, size, Spread.of(few), Spread.of(many), Spread.ofRatios(many, few), limit);
    }

    /** Whether it takes no more than it may. */
    public boolean isKept() {
        return times.median() <= limit;
    }
}
