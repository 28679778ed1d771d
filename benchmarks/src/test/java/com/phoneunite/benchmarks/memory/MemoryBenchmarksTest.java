package com.phoneunite.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Growth.Order;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.kept.Thing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured works; how fast it is, no test judges: machines differ. */
class MemoryBenchmarksTest {

    private static final Effort ONCE = new Effort(false, 1, 0, 1, 5, Effort.Sizes.TINY);

    @Test
    void X1_everyRowIsMeasuredBesideItsFloorWithWhatBothAllocate() throws Exception {
        List<String> told = new ArrayList<>();
        List<Figure> figures = MemoryBenchmarks.run(ONCE, told::add);
        assertThat(figures).extracting(Figure::row).isEqualTo(MemoryBenchmarks.rows(Effort.Sizes.TINY));
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.floor().least()).isPositive();
            assertThat(figure.ours().least()).isPositive();
            assertThat(figure.bytes()).isPresent();
        });
        assertThat(told).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void X1_rowsHaveNamesOfTheirOwnAndMostHaveAGoal() {
        List<Row> rows = MemoryBenchmarks.rows(Effort.Sizes.FULL);
        assertThat(rows).extracting(Row::name).doesNotHaveDuplicates().contains("balance as of a time, 1,000 entries");
    }

    @Test
    void X5_aCurveIsMeasuredOverItsSizes() throws Exception {
        Curve balance = Curve.all(false).stream()
                .filter(curve -> curve.name().equals("balance"))
                .findFirst()
                .orElseThrow();
        Curve.Measured measured = balance.measure(ONCE, name -> {});
        assertThat(measured.costs()).hasSameSizeAs(balance.sizes());
        assertThat(balance.expected()).isEqualTo(Order.CONSTANT);
        assertThat(Curve.all(true))
                .allSatisfy(curve -> assertThat(curve.sizes()).endsWith(1_000_000));
    }

    @Test
    void B6_anOrganizationOfALargerRunMayCostTwiceAsMuchAndNotMore() {
        Curve run = Curve.all(true).stream()
                .filter(curve -> curve.name().equals("billing run, each organization"))
                .findFirst()
                .orElseThrow();
        List<Double> first = List.of(1.0, 2.0, 3.0);
        Tenfold kept = run.measured(List.of(first, first, first, List.of(2.0, 3.0, 9.0)))
                .tenfold()
                .orElseThrow();
        assertThat(kept.size()).isEqualTo(100_000);
        assertThat(kept.times()).isEqualTo(new Spread(1.5, 2, 3));
        assertThat(kept.isKept()).isTrue();
        assertThat(run.measured(List.of(first, first, first, List.of(2.1, 3.0, 9.0)))
                        .tenfold()
                        .orElseThrow()
                        .isKept())
                .isFalse();
        assertThat(Curve.all(true))
                .filteredOn(curve -> curve.most().isPresent())
                .hasSize(1);
    }

    @Test
    void X1_whatIsKeptIsCountedForEachThing() {
        List<RetainedBytes> all = RetainedBytes.all(20);
        assertThat(all).extracting(RetainedBytes::thing).containsExactly(Thing.values());
        assertThat(all).allSatisfy(one -> assertThat(one.bytes()).isBetween(50L, 20_000L));
    }
}
