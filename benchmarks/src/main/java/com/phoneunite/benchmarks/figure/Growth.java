package com.phoneunite.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a cost grows: the slope of its logarithm against the logarithm of the size, fitted to each round by itself. A cost that does not grow
 * has slope 0, one that is proportional to the size has 1.
 *
 * @param slope over all rounds
 */
public record Growth(Spread slope) {

    /** A logarithm that doubles over three orders of magnitude has 0.1. */
    private static final double CONSTANT = 0.05;

    /** A logarithm whose steps also leave the caches of the processor, one after the other. */
    private static final double LOGARITHMIC = 0.45;

    private static final double LINEAR = 1.15;

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
     * @param sizes the sizes
     * @param costs for each size the cost in each round, all with as many rounds
     */
    public static Growth of(List<Integer> sizes, List<List<Double>> costs) {
        List<Double> slopes = new ArrayList<>();
        for (int round = 0; round < costs.get(0).size(); round++) {
            int one = round;
            slopes.add(slope(sizes, costs.stream().map(of -> of.get(one)).toList()));
        }
        return new Growth(Spread.of(slopes));
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
        if (median <= CONSTANT) {
            return Order.CONSTANT;
        }
        if (median <= LOGARITHMIC) {
            return Order.LOGARITHMIC;
        }
        if (median > LINEAR) {
            return Order.WORSE;
        }
        return median < 2 - LINEAR ? Order.LESS_THAN_LINEAR : Order.LINEAR;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s (slope %.2f, %.2f to %.2f)", order(), slope.median(), slope.least(), slope.most());
    }
}
