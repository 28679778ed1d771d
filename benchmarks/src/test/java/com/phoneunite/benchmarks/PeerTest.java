package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final Peer RANGE = new Peer("other", "one", "then", 0.16, 0.25, true, OptionalDouble.of(2.5));

    private static List<Figure> figures(Row.Unit unit, double ours) {
        Row row = new Row("one", "floor", unit, Goal.NONE);
        return List.of(Figure.of(
                row, new Samples(List.of(1_000.0), List.of()), new Samples(List.of(ours * 1_000), List.of())));
    }

    private static List<String> cells(double ours) {
        return RANGE.cells(figures(Row.Unit.A_SECOND, ours)).subList(3, 8);
    }

    @Test
    void X1_whatOnlyOneOfTwoRatiosOfAPeerKeepsIsOpen() {
        assertThat(cells(0.63))
                .containsExactly(
                        "0.16 to 0.25 of the rate (cited)",
                        "0.630 (0.630 to 0.630)",
                        "2.5 to 3.9",
                        "at least 2.5 times",
                        "yes");
        assertThat(cells(0.62)).endsWith("2.5 to 3.9", "at least 2.5 times", "open");
        assertThat(cells(0.41)).endsWith("1.6 to 2.6", "at least 2.5 times", "open");
        assertThat(cells(0.39)).endsWith("1.6 to 2.4", "at least 2.5 times", "no");
    }

    @Test
    void X1_whereTheRowWasNotMeasuredThatIsSaidAndNothingIsJudged() {
        assertThat(RANGE.cells(List.of()).subList(4, 8))
                .containsExactly("not measured", "–", "at least 2.5 times", "–");
        assertThat(RANGE.verdict(List.of())).isEmpty();
    }

    @Test
    void X1_withoutAGoalHowManyTimesIsToldAndNotJudged() {
        Peer told = new Peer("other", "one", "then", 0.05, 0.05, true, OptionalDouble.empty());
        List<Figure> figures = figures(Row.Unit.A_SECOND, 0.7);
        assertThat(told.verdict(figures)).isEmpty();
        assertThat(told.cells(figures)).endsWith("0.700 (0.700 to 0.700)", "14", "–", "–");
    }

    @Test
    void X1_besideAnotherFloorHowManyTimesIsNotToldAndNothingIsJudged() {
        Peer told = new Peer("other", "one", "then", 0.05, 0.05, false, OptionalDouble.of(2));
        List<Figure> figures = figures(Row.Unit.A_SECOND, 0.7);
        assertThat(told.verdict(figures)).isEmpty();
        assertThat(told.cells(figures))
                .endsWith(
                        "0.050 of the rate of another floor (cited)",
                        "0.700 (0.700 to 0.700)",
                        "–",
                        "at least 2 times",
                        "–");
        assertThat(Peer.all())
                .filteredOn(peer -> !peer.isSameFloor())
                .singleElement()
                .satisfies(peer -> assertThat(peer.row()).contains("billing run"));
    }

    @Test
    void X1_timesAreNotTakenForRates() {
        assertThatThrownBy(() -> RANGE.cells(figures(Row.Unit.NANOSECONDS, 0.7)))
                .hasMessage("no rate: one");
    }

    @Test
    void X1_theGoalsAreThoseThatWereSet() {
        assertThat(Peer.all())
                .extracting(Peer::goal)
                .containsExactly(
                        OptionalDouble.of(2.5),
                        OptionalDouble.of(2.5),
                        OptionalDouble.of(6),
                        OptionalDouble.of(6),
                        OptionalDouble.empty());
    }
}
