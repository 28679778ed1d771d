package com.phoneunite.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What several rounds came to.
 *
 * @param least the least
 * @param median the one in the middle
 * @param most the most
 */
public record Spread(double least, double median, double most) {

    /** Of one value or more. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(size - 1));
    }

    /** What each of the first is of the one of the second that was measured in the same round. */
    public static Spread ofRatios(List<Double> values, List<Double> to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / to.get(round));
        }
        return of(ratios);
    }
}
