package com.phoneunite.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.kept.Thing;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reckoned by hand, with figures that nobody has measured, and assumptions no two of which are alike: one for another tells. */
class CapacityTest {

    /** 10 usages of an organization in its busiest hour, 1,000 a month. */
    private static final Assumptions ROUND =
            new Assumptions(4, 5, 6, 10, 20, 0.2, 0.5, 2, 0.25, 1, 0.8, 12, 7, 0.4, 9, 30, 60, 0.9);

    private static final Figures FIGURES = new Figures(500, 8, 1_000, 5_000, 300, 5, 26, kept());

    private static Map<Thing, Kept> kept() {
        Map<Thing, Kept> kept = new TreeMap<>();
        kept.put(Thing.ACCOUNT, kept(Thing.ACCOUNT, 400, 4_000, 9));
        kept.put(Thing.ORGANIZATION, kept(Thing.ORGANIZATION, 200, 2_000, 9));
        kept.put(Thing.MEMBERSHIP, kept(Thing.MEMBERSHIP, 100, 1_000, 9));
        kept.put(Thing.PHONE_NUMBER, kept(Thing.PHONE_NUMBER, 50, 500, 9));
        kept.put(Thing.ENTRY, kept(Thing.ENTRY, 10, 100, 700));
        kept.put(Thing.PERIOD, kept(Thing.PERIOD, 30, 300, 1_000));
        return kept;
    }

    private static Kept kept(Thing thing, long memory, long stored, long logged) {
        return new Kept(thing, memory, OptionalLong.of(stored), OptionalLong.of(logged));
    }

    private static double of(Assumptions assumed, int nodes, Resource resource) {
        return new Capacity(FIGURES, assumed, nodes).organizations(resource);
    }

    private static Line line(Capacity capacity, String what) {
        return capacity.lines().stream()
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCommitRateIsSharedByTheUsagesOfTheBusiestHour() {
        // 1,000 a second, half of it, 1,800,000 an hour, 10 each
        assertThat(of(ROUND, 1, Resource.COMMITS)).isEqualTo(180_000);
        assertThat(new Capacity(FIGURES, ROUND, 1).inBulk()).isEqualTo(900_000);
    }

    @Test
    void aRunHasItsHoursForWhatIsDueOnTheBusiestDay() {
        // 150 a second for 7,200 s, a quarter of all
        assertThat(of(ROUND, 1, Resource.RUN)).isEqualTo(4_320_000);
    }

    @Test
    void theDiskHoldsThingsOnceAndTheLedgerOfAllMonths() {
        // (4,000 + 3 x 2,000) / 4 + 5,000 + 3,000 = 10,500 bytes; 100,300 a month; 0.8 of a gigabyte
        assertThat(of(ROUND, 1, Resource.DISK)).isCloseTo(800_000_000 / (10_500 + 12 * 100_300.0), within(1e-6));
    }

    @Test
    void memoryHoldsThingsAndTheLedgerOfSomeDays() {
        // 10,500 bytes and 9 days of 20 of 100,000 bytes; 0.4 of seven gigabytes
        assertThat(of(ROUND, 1, Resource.MEMORY)).isCloseTo(2_800_000_000.0 / 55_500, within(1e-6));
    }

    @Test
    void memoryHoldsTheIndexOfTheWholeLedgerWhereReferencesAreRandom() {
        // 55,500 bytes, and (30 + 60) / 0.9 = 100 bytes of each of 1,000 entries in 12 months
        Capacity one = new Capacity(FIGURES, ROUND, 1);
        assertThat(one.atRandom()).isCloseTo(2_800_000_000.0 / 1_255_500, within(1e-6));
        assertThat(new Capacity(FIGURES, ROUND, 3).atRandom()).isCloseTo(3 * one.atRandom(), within(1e-6));
        assertThat(one.first()).as("they are assumed to grow with time").isEqualTo(Resource.DISK);
    }

    @Test
    void theLogOfAMonthIsToldButIsNoLimit() {
        Line log = line(new Capacity(FIGURES, ROUND, 1), "its log, to archive or to send on");
        assertThat(log.result()).isEqualTo(701_000);
        assertThat(Resource.values()).hasSize(4);
    }

    @Test
    void whatEndsFirstIsTheLeastAndChangesWithTheMachine() {
        Capacity usual = new Capacity(FIGURES, ROUND, 1);
        assertThat(usual.first()).isEqualTo(Resource.DISK);
        assertThat(usual.organizations())
                .isEqualTo(Stream.of(Resource.values())
                        .mapToDouble(usual::organizations)
                        .min()
                        .orElseThrow());
        assertThat(new Capacity(FIGURES, ROUND.on(1_000, 2), 1).first()).isEqualTo(Resource.MEMORY);
        assertThat(new Capacity(FIGURES, ROUND.on(1_000, 1_000), 1).first()).isEqualTo(Resource.COMMITS);
        Figures slow = new Figures(500, 8, 1_000, 5_000, 1, 5, 26, kept());
        assertThat(new Capacity(slow, ROUND.on(1_000, 1_000), 1).first()).isEqualTo(Resource.RUN);
    }

    @Test
    void moreUsageNeverCarriesMoreOrganizations() {
        for (int nodes : List.of(1, 4, 16)) {
            for (Resource resource : Resource.values()) {
                double before = Double.MAX_VALUE;
                for (double calls = 0.5; calls < 1_000; calls *= 3) {
                    double now = of(ROUND.calls(calls), nodes, resource);
                    assertThat(now).as(resource + " at " + calls).isPositive();
                    if (resource == Resource.RUN) {
                        assertThat(now).isEqualTo(of(ROUND, nodes, resource));
                    } else {
                        assertThat(now).as(resource + " at " + calls).isLessThan(before);
                    }
                    before = now;
                }
            }
        }
    }

    @Test
    void nodesMultiplyDiskAndMemoryButPostAndBillInUnitsOfWork() {
        for (int nodes : List.of(2, 4, 16)) {
            assertThat(of(ROUND, nodes, Resource.DISK)).isCloseTo(nodes * of(ROUND, 1, Resource.DISK), within(1e-3));
            assertThat(of(ROUND, nodes, Resource.MEMORY))
                    .isCloseTo(nodes * of(ROUND, 1, Resource.MEMORY), within(1e-3));
            assertThat(of(ROUND, nodes, Resource.COMMITS))
                    .isCloseTo(nodes * of(ROUND, 1, Resource.COMMITS) / 5, within(1e-3));
            // four organizations an account, 26 round trips of 500 a second, as one worker has one connection
            assertThat(of(ROUND, nodes, Resource.RUN))
                    .isCloseTo(nodes * (4 * 500 / 26.0) * 0.5 * 7_200 / 0.25, within(1e-3));
            Capacity capacity = new Capacity(FIGURES, ROUND, nodes);
            assertThat(capacity.inBulk()).isEqualTo(capacity.organizations(Resource.COMMITS));
        }
        assertThatThrownBy(() -> new Capacity(FIGURES, ROUND, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGigabyteOfHeapHoldsTheWholeLedger() {
        // (400 + 3 x 200) / 4 + 500 + 300 = 1,050 bytes; 10,030 a month
        assertThat(new Heap(FIGURES, ROUND).organizations(0)).isCloseTo(1e9 / 1_050, within(1e-3));
        assertThat(new Heap(FIGURES, ROUND).organizations(15)).isCloseTo(1e9 / (1_050 + 15 * 10_030.0), within(1e-3));
    }

    @Test
    void everyPrintedLineComesOutAsItSays() {
        for (Assumptions assumed : List.of(ROUND, Assumptions.USUAL, Assumptions.USUAL.calls(3))) {
            for (int nodes : List.of(1, 3)) {
                assertThat(new Capacity(FIGURES, assumed, nodes).lines())
                        .hasSizeGreaterThan(8)
                        .allSatisfy(this::holds);
            }
            assertThat(new Heap(FIGURES, assumed).lines(List.of(1, 36)))
                    .hasSize(4)
                    .allSatisfy(this::holds);
        }
    }

    private void holds(Line line) {
        // Each number that was reckoned before is printed with three figures at least.
        assertThat(Formula.value(line.from()))
                .as(line.what() + " from " + line.from())
                .isCloseTo(line.result(), within(line.result() / 100));
    }

    @Test
    void aFormulaIsReckonedAsItIsRead() {
        assertThat(Formula.value("1,000 GB x 0.5 / (2 + 3 x 6 months)")).isEqualTo(25);
        assertThatThrownBy(() -> Formula.value("(1 + 2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formula.value("1 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersArePrintedWholeOrWithThreeFigures() {
        assertThat(Stream.of(0.15, 0.1, 12.0, 4.2857, 33.333, 1_234.5, 0.004166).map(Line::number))
                .containsExactly("0.15", "0.1", "12", "4.29", "33.3", "1,235", "0.00417");
        assertThat(Stream.of(999.0, 24_960.0, 7.9, 0.4, 1_000_000.0).map(Scale::down))
                .containsExactly("990", "24,000", "7", "0", "1,000,000");
    }
}
