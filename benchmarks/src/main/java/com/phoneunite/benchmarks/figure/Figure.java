package com.phoneunite.benchmarks.figure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a row came to. The figure is the ratio: of our time by the floor's, or of our rate by the floor's, round by round.
 *
 * @param row the row
 * @param floor the floor's figures
 * @param ours ours
 * @param ratio ours by the floor's of the same round
 * @param floorBytes what the floor allocates for each, in bytes, where that was measured
 * @param bytes what ours allocates
 */
public record Figure(
        Row row, Spread floor, Spread ours, Spread ratio, OptionalDouble floorBytes, OptionalDouble bytes) {

    /** Of rounds in which both took turns. */
    public static Figure of(Row row, Samples floor, Samples ours) {
        return new Figure(
                row,
                Spread.of(floor.values()),
                Spread.of(ours.values()),
                Spread.ofRatios(ours.values(), floor.values()),
                floor.bytes(),
                ours.bytes());
    }

    /**
     * What one of the two came to, round by round.
     *
     * @param values its figures, in the unit of the row
     * @param allocated what it allocated for each, in bytes; empty where that was not measured
     */
    public record Samples(List<Double> values, List<Double> allocated) {

        OptionalDouble bytes() {
            return allocated.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Spread.of(allocated).median());
        }
    }

    /** Whether the goal is kept. */
    public boolean isGoalKept() {
        return row.goal().isKeptBy(this);
    }
}
