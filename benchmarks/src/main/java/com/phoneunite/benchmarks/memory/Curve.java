package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Growth;
import com.phoneunite.benchmarks.figure.Growth.Order;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.figure.Tenfold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A cost of ours against a size.
 *
 * @param name what costs
 * @param file the name of its chart, without an ending
 * @param size what grows
 * @param expected the order of growth that it may have at most
 * @param most how many times the last but one size the last may cost at most; empty where only the order is judged
 * @param sizes from small to large
 * @param contender who is measured at each size
 */
public record Curve(
        String name,
        String file,
        String size,
        Order expected,
        OptionalDouble most,
        List<Integer> sizes,
        IntFunction<Contender> contender) {

    private static final List<Integer> FULL = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> SMALL = List.of(100, 1_000, 10_000);
    private static final int OPERATIONS = 100_000;

    /**
     * What a curve came to.
     *
     * @param curve the curve
     * @param costs in nanoseconds, for each size
     * @param growth over all rounds
     * @param tenfold the last size beside the last but one, where that is judged
     */
    public record Measured(Curve curve, List<Spread> costs, Growth growth, Optional<Tenfold> tenfold) {

        /** Whether it grows no faster than it may. */
        public boolean isKept() {
            return growth.order().compareTo(curve.expected()) <= 0;
        }
    }

    private Curve(
            String name,
            String file,
            String size,
            Order expected,
            List<Integer> sizes,
            IntFunction<Contender> contender) {
        this(name, file, size, expected, OptionalDouble.empty(), sizes, contender);
    }

    /** All curves, over three orders of magnitude, or over two where it is to be quick. */
    public static List<Curve> all(boolean full) {
        List<Integer> sizes = full ? FULL : SMALL;
        return List.of(
                new Curve(
                        "post in one step",
                        "post-by-accounts",
                        "accounts",
                        Order.LOGARITHMIC,
                        sizes,
                        size -> poster(size, 0)),
                new Curve(
                        "post in one step to one account",
                        "post-by-entries",
                        "entries",
                        Order.LOGARITHMIC,
                        sizes,
                        size -> poster(1, size)),
                new Curve(
                        "balance",
                        "balance-by-entries",
                        "entries",
                        Order.CONSTANT,
                        sizes,
                        size -> balance("port", size)),
                new Curve(
                        "balance as of a time",
                        "balance-as-of-by-entries",
                        "entries",
                        Order.LOGARITHMIC,
                        sizes,
                        size -> balance("portBefore", size)),
                new Curve(
                        "billing run, each organization",
                        "run-by-organizations",
                        "organizations",
                        Order.LOGARITHMIC,
                        OptionalDouble.of(2),
                        sizes,
                        size -> Contender.of(RunBenchmark.class, "run", "organizations", size)
                                .operations(size)),
                new Curve(
                        "look-up of a resource",
                        "look-up-by-resources",
                        "resources",
                        Order.LOGARITHMIC,
                        sizes,
                        size -> Contender.of(ResourceBenchmark.class, "port", "resources", size)));
    }

    private static Contender poster(int accounts, int before) {
        return Contender.of(PostBenchmark.class, "oneStep", "accounts", accounts)
                .with("before", before)
                .with("operations", OPERATIONS)
                .operations(OPERATIONS);
    }

    private static Contender balance(String method, int entries) {
        return Contender.of(BalanceBenchmark.class, method, "entries", entries);
    }

    /** Measures it: all sizes take turns. */
    public Measured measure(Effort effort, Consumer<String> progress) throws RunnerException {
        List<Contender> contenders = sizes.stream().map(contender::apply).toList();
        progress.accept(name + " by " + size);
        Map<Contender, Samples> samples = new Turns(effort).of(contenders);
        List<List<Double>> costs = new ArrayList<>();
        for (Contender one : contenders) {
            costs.add(Objects.requireNonNull(samples.get(one), one::toString).values());
        }
        return measured(costs);
    }

    /** What it came to, where each size cost that in each round. */
    public Measured measured(List<List<Double>> costs) {
        int last = sizes.size() - 1;
        return new Measured(
                this,
                costs.stream().map(Spread::of).toList(),
                Growth.of(sizes, costs),
                most.stream()
                        .mapToObj(limit -> Tenfold.of(
                                name, "ns each", sizes.get(last - 1), costs.get(last - 1), costs.get(last), limit))
                        .findFirst());
    }
}
