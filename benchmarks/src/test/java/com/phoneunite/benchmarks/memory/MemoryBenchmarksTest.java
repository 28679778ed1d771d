package com.phoneunite.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Growth.Order;
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
    void X1_theRowsAndTheirGoalsAreThoseThatWereSet() {
        assertThat(MemoryBenchmarks.rows(Effort.Sizes.FULL).stream().map(row -> row.name() + ": " + row.goal()))
                .containsExactly(
                        "post to 100,000 accounts, port in one step: at most 1.5 times the floor's time",
                        "post to 100,000 accounts, unit of work: no goal",
                        "post to 100,000 accounts, front door: no goal",
                        "post to 100,000 accounts, port beside decimals: at most 1 times the floor's time",
                        "post to 100,000 accounts, port beside a bare entry: no goal",
                        "post to one hot account, 1 thread: at most 3 times the floor's time",
                        "post to one hot account, 1 thread, beside exchange-core: at least 2 times as fast",
                        "post to one hot account, 2 threads: at most 3 times the floor's time",
                        "post to one hot account, 2 threads, beside exchange-core: at least 2 times as fast",
                        "balance at 1,000,000 entries, port: at most 50 ns",
                        "balance at 1,000,000 entries, front door: no goal",
                        "balance at 1,000,000 entries, beside a field: no goal",
                        "balance at 1,000,000 entries, beside a sum: no goal",
                        "balance as of a time, 1,000 entries: at most 1.5 times the floor's time",
                        "balance as of a time, 1,000,000 entries: at most 1.5 times the floor's time",
                        "billing run of 100,000 organizations, each: at most 1 times the floor's time",
                        "billing run of 100,000 organizations, each, beside bare objects: no goal",
                        "billing run of 1,000,000 organizations, each: at most 1 times the floor's time",
                        "billing run of 1,000,000 organizations, each, beside bare objects: no goal",
                        "look-up among 1,000,000 resources, port: at most 1.4 times the floor's time",
                        "look-up among 1,000,000 resources, front door, access checked: no goal",
                        "look-up among 1,000,000 resources, port beside a raw map: no goal",
                        "JSON of an event of two fields: at most 1.3 times the floor's time",
                        "JSON of an event of two fields, beside databind: no goal",
                        "JSON of a statement line: at most 1.3 times the floor's time",
                        "JSON of a statement line, beside databind: no goal");
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
