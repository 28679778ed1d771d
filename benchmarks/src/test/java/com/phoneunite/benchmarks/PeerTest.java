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

    private static final Peer RANGE = new Peer("other", "one", "then", 0.16, 0.25, OptionalDouble.of(2.5));

    private static List<Figure> figures(Row.Unit unit, double ours) {
        Row row = new Row("one", "floor", unit, Goal.NONE);
        return List.of(Figure.of(
                row, new Samples(List.of(1_000.0), List.of()), new Samples(List.of(ours * 1_000), List.of())));
    }

    private static List<String> cells(double ours) {
        return RANGE.cells(figures(Row.Unit.A_SECOND, ours)).subList(3, 8);
    }

    @Test
    void X1_aPeerIsJudgedByItsHigherRatio() {
        assertThat(cells(0.63))
                .containsExactly(
                        "0.16 to 0.25 of the rate (cited)",
                        "0.63 (0.63 to 0.63)",
                        "2.5 to 3.9",
                        "at least 2.5 times",
                        "yes");
        assertThat(cells(0.62)).endsWith("2.5 to 3.9", "at least 2.5 times", "no");
        assertThat(cells(0.45)).as("kept by the lower one").endsWith("1.8 to 2.8", "at least 2.5 times", "no");
    }

    @Test
    void X1_whereTheRowWasNotMeasuredThatIsSaidAndNothingIsJudged() {
        assertThat(RANGE.cells(List.of()).subList(4, 8))
                .containsExactly("not measured", "–", "at least 2.5 times", "–");
        assertThat(RANGE.isKept(List.of())).isEmpty();
    }

    @Test
    void X1_withoutAGoalHowManyTimesIsToldAndNotJudged() {
        Peer told = new Peer("other", "one", "then", 0.05, 0.05, OptionalDouble.empty());
        List<Figure> figures = figures(Row.Unit.A_SECOND, 0.7);
        assertThat(told.isKept(figures)).isEmpty();
        assertThat(told.cells(figures)).endsWith("0.70 (0.70 to 0.70)", "14", "–", "–");
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
