package com.phoneunite.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a cost grows: the slope of its logarithm against the logarithm of the size, round by round. A cost that does not grow has slope 0, one
 * that is proportional to the size has 1. One slope over all sizes hides what begins at the last of them, so the steepest is judged, too.
 *
 * @param slope fitted to all sizes
 * @param steepest the largest between two sizes that are neighbours
 */
public record Growth(Spread slope, Spread steepest) {

    /** A logarithm that doubles over three orders of magnitude has 0.1. */
    private static final double CONSTANT = 0.05;

    /** Nothing grows by more than four tenths where the size grows tenfold: as much as a machine is off now and then. */
    private static final double CONSTANT_AT_MOST = 0.15;

    /** A logarithm has 0.18 from 100 to 1,000, and less further on: no step of a tenfold size costs 1.8 times as much. */
    private static final double LOGARITHMIC_AT_MOST = 0.25;

    private static final double LINEAR = 1.15;

    /** As much as two neighbours are off now and then. */
    private static final double LINEAR_AT_MOST = 1.3;

    /** The order of growth in words. */
    public enum Order {
        CONSTANT("constant"),
        LOGARITHMIC("logarithmic"),
        LESS_THAN_LINEAR("less than linear"),
        LINEAR("linear"),
        WORSE("worse than linear");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Of two sizes or more.
     *
     * @param sizes the sizes, from small to large
     * @param costs for each size the cost in each round, all with as many rounds
     */
    public static Growth of(List<Integer> sizes, List<List<Double>> costs) {
        List<Double> slopes = new ArrayList<>();
        List<Double> steepest = new ArrayList<>();
        for (int round = 0; round < costs.get(0).size(); round++) {
            int one = round;
            List<Double> own = costs.stream().map(of -> of.get(one)).toList();
            slopes.add(slope(sizes, own));
            steepest.add(IntStream.range(1, sizes.size())
                    .mapToDouble(i -> slope(sizes.subList(i - 1, i + 1), own.subList(i - 1, i + 1)))
                    .max()
                    .orElseThrow());
        }
        return new Growth(Spread.of(slopes), Spread.of(steepest));
    }

    /** Least squares. */
    private static double slope(List<Integer> sizes, List<Double> costs) {
        double meanX = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = costs.stream().mapToDouble(Math::log).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double x = Math.log(sizes.get(i)) - meanX;
            xy += x * (Math.log(costs.get(i)) - meanY);
            xx += x * x;
        }
        return xy / xx;
    }

    /** The verdict. */
    public Order order() {
        double median = slope.median();
        double most = steepest.median();
        if (median <= CONSTANT && most <= CONSTANT_AT_MOST) {
            return Order.CONSTANT;
        }
        if (most <= LOGARITHMIC_AT_MOST) {
            return Order.LOGARITHMIC;
        }
        if (median > LINEAR || most > LINEAR_AT_MOST) {
            return Order.WORSE;
        }
        return median < 2 - LINEAR ? Order.LESS_THAN_LINEAR : Order.LINEAR;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s (slope %.2f, %.2f to %.2f; at the steepest %.2f)",
                order(),
                slope.median(),
                slope.least(),
                slope.most(),
                steepest.median());
    }
}
