package com.phoneunite.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Growth.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

    private static Figure figure(Goal goal, List<Double> floor, List<Double> ours) {
        Row row = new Row("one", "other", Row.Unit.NANOSECONDS, goal);
        return Figure.of(row, new Samples(floor, List.of()), new Samples(ours, List.of(3.0, 1.0, 2.0)));
    }

    private static Order order(DoubleUnaryOperator cost) {
        List<List<Double>> costs = new ArrayList<>();
        SIZES.forEach(size -> costs.add(List.of(cost.applyAsDouble(size), 2 * cost.applyAsDouble(size))));
        return Growth.of(SIZES, costs).order();
    }

    @Test
    void X1_theRatioIsThatOfEachRoundAndNotOfTheMedians() {
        Figure figure = figure(Goal.NONE, List.of(1.0, 100.0, 10.0), List.of(2.0, 200.0, 20.0));
        assertThat(figure.ratio()).isEqualTo(new Spread(2, 2, 2));
        assertThat(figure.ours()).isEqualTo(new Spread(2, 20, 200));
        assertThat(figure.bytes()).hasValue(2);
        assertThat(figure.floorBytes()).isEmpty();
    }

    @Test
    void X1_goalsAreKeptUpToTheirLimitAndMissedBeyondIt() {
        List<Double> floor = List.of(10.0);
        assertThat(figure(Goal.atMost(1.5), floor, List.of(15.0)).isGoalKept()).isTrue();
        assertThat(figure(Goal.atMost(1.5), floor, List.of(15.1)).isGoalKept()).isFalse();
        assertThat(figure(Goal.ofTheRate(0.8), floor, List.of(8.0)).isGoalKept())
                .isTrue();
        assertThat(figure(Goal.ofTheRate(0.8), floor, List.of(7.9)).isGoalKept())
                .isFalse();
        assertThat(figure(Goal.nanoseconds(50), floor, List.of(50.0)).isGoalKept())
                .isTrue();
        assertThat(figure(Goal.nanoseconds(50), floor, List.of(50.1)).isGoalKept())
                .isFalse();
        assertThat(figure(Goal.NONE, floor, List.of(1e9)).isGoalKept()).isTrue();
    }

    @Test
    void X1_goalsAreToldInWords() {
        assertThat(List.of(Goal.atMost(3), Goal.atMost(1.5), Goal.ofTheRate(0.8), Goal.nanoseconds(50), Goal.NONE))
                .extracting(Goal::toString)
                .containsExactly(
                        "at most 3 times the floor's time",
                        "at most 1.5 times the floor's time",
                        "at least 0.8 of the rate",
                        "at most 50 ns",
                        "no goal");
    }

    @Test
    void X1_aPeerIsToTakeSoManyTimesAsLong() {
        assertThat(figure(Goal.timesAsFast(2), List.of(10.0), List.of(5.0)).isGoalKept())
                .isTrue();
        assertThat(figure(Goal.timesAsFast(2), List.of(10.0), List.of(5.1)).isGoalKept())
                .isFalse();
        assertThat(Goal.timesAsFast(2)).hasToString("at least 2 times as fast");
    }

    private static Tenfold tenfold(Double... many) {
        return Tenfold.of("run", "s", 5, List.of(1.0, 100.0, 10.0), List.of(many), 10);
    }

    @Test
    void X5_tenTimesAsMuchIsJudgedByTheMedianOfTheRounds() {
        assertThat(tenfold(10.0, 5_000.0, 100.0).isKept()).isTrue();
        assertThat(tenfold(10.0, 5_000.0, 100.1).isKept()).isFalse();
        assertThat(tenfold(10.0, 1_000.0, 300.0).times()).isEqualTo(new Spread(10, 10, 30));
    }

    @Test
    void X5_theOrderOfGrowthIsToldFromItsSlope() {
        assertThat(order(size -> 40)).isEqualTo(Order.CONSTANT);
        assertThat(order(size -> 40 * Math.log(size))).isEqualTo(Order.LOGARITHMIC);
        assertThat(order(Math::sqrt)).isEqualTo(Order.LESS_THAN_LINEAR);
        assertThat(order(size -> size / 7)).isEqualTo(Order.LINEAR);
        assertThat(order(size -> size * size)).isEqualTo(Order.WORSE);
        assertThat(order(size -> size * Math.log(size) * Math.log(size))).isEqualTo(Order.WORSE);
        assertThat(order(size -> 1 / size)).isEqualTo(Order.CONSTANT);
    }

    private static Order order(Double... costs) {
        return Growth.of(
                        SIZES,
                        Stream.of(costs).map(cost -> List.of(cost, 3 * cost)).toList())
                .order();
    }

    @Test
    void X5_theSteepestStepIsJudgedAndNotOnlyTheSlopeOfAll() {
        assertThat(order(1.0, 1.0, 1.0, 10.0)).isEqualTo(Order.LESS_THAN_LINEAR);
        assertThat(order(1.0, 1.0, 1.0, 2.0)).isEqualTo(Order.LESS_THAN_LINEAR);
        assertThat(order(1.0, 1.0, 1.0, 1.7)).isEqualTo(Order.LOGARITHMIC);
        assertThat(order(1.0, 1.0, 1.0, 1.44)).as("slope 0.048").isEqualTo(Order.LOGARITHMIC);
        assertThat(order(1.0, 1.3, 1.0, 1.3)).as("steepest 0.11").isEqualTo(Order.CONSTANT);
        assertThat(order(1.0, 10.0, 100.0, 2_500.0)).as("slope 1.12").isEqualTo(Order.WORSE);
        assertThat(order(size -> Math.pow(size, 0.44))).isEqualTo(Order.LESS_THAN_LINEAR);
        assertThat(order(size -> Math.pow(size, 0.26))).isEqualTo(Order.LESS_THAN_LINEAR);
    }

    @Test
    void X5_theSlopeIsThatOfEachRoundWithItsSpread() {
        List<List<Double>> costs = List.of(List.of(1.0, 1.0, 1.0), List.of(1.0, 10.0, 100.0));
        Growth growth = Growth.of(List.of(10, 100), costs);
        assertThat(growth.slope().least()).isZero();
        assertThat(growth.slope().median()).isEqualTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(growth).hasToString("linear (slope 1.00, 0.00 to 2.00; at the steepest 1.00)");
    }

    @Test
    void X1_theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 10.0))).isEqualTo(new Spread(1, 3, 10));
    }
}
