package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.figure.Growth;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.kept.Thing;
import com.phoneunite.benchmarks.memory.Curve;
import com.phoneunite.benchmarks.memory.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is written by the long version; its figures are nobody's to judge here, but what it tells of must be what is measured. */
class BenchmarksPageTest {

    private static final Path ROOT = Path.of("..");

    /** A number with three figures that count, or more where it is large. */
    private static final String THREE =
            "(0\\.0*[1-9]\\d\\d|[1-9]\\.\\d\\d|[1-9]\\d\\.\\d|[1-9]\\d\\d|[1-9]\\d{0,2}(,\\d{3})+)";

    private static List<String> column(List<List<String>> table, int column) {
        return table.stream().map(row -> row.get(column)).toList();
    }

    private static void assertTellsOfWhatIsMeasured(String page) {
        List<Row> rows = Benchmarks.rows(Effort.Sizes.FULL);
        List<List<String>> table = Table.read(page, "The table");
        assertThat(column(table, 0)).isEqualTo(rows.stream().map(Row::name).toList());
        assertThat(column(table, 1)).isEqualTo(rows.stream().map(Row::floor).toList());
        assertThat(column(table, 4)).allMatch(ratio -> ratio.matches(THREE + " \\(" + THREE + " to " + THREE + "\\)"));
        assertThat(column(table, 5))
                .isEqualTo(rows.stream().map(row -> row.goal().toString()).toList());
        List<List<String>> peers = Table.read(page, "Peers");
        assertThat(column(peers, 6))
                .isEqualTo(Peer.all().stream()
                        .map(peer -> peer.cells(List.of()).get(6))
                        .toList());
        assertThat(peers.stream().map(row -> row.subList(0, 4)))
                .isEqualTo(Peer.all().stream()
                        .map(peer -> peer.cells(List.of()).subList(0, 4))
                        .toList());
        List<List<String>> growth = Table.read(page, "How cost grows");
        assertThat(column(growth, 0))
                .isEqualTo(Curve.all(true).stream().map(Curve::name).toList());
        assertThat(column(growth, 3))
                .containsExactly("logarithmic", "logarithmic", "constant", "logarithmic", "logarithmic", "logarithmic");
        assertThat(column(Table.read(page, "Ten times as much"), 5))
                .containsExactly("at most 10 times", "at most 1.2 times", "at most 2 times");
        assertThat(column(Table.read(page, "What is kept"), 0)).isEqualTo(Thing.labels());
    }

    @Test
    void X1_thePageTellsOfEveryRowWithItsGoalAndOfNothingElse() throws IOException {
        assertTellsOfWhatIsMeasured(Files.readString(ROOT.resolve(Page.FILE)));
    }

    @Test
    void X5_everyCurveHasAChartBesideThePage() {
        Path charts = ROOT.resolve(Page.FILE).resolveSibling(Page.CHARTS);
        assertThat(Curve.all(true))
                .allSatisfy(curve -> assertThat(charts.resolve(curve.file() + ".svg"))
                        .content()
                        .contains("by " + curve.size(), "</svg>"));
    }

    @Test
    void X1_everyPeerStandsBesideARowAndSaysThatItIsCited() {
        List<String> rows =
                Benchmarks.rows(Effort.Sizes.FULL).stream().map(Row::name).toList();
        assertThat(Peer.all()).allSatisfy(peer -> {
            assertThat(rows).contains(peer.row());
            assertThat(peer.cells(SamplePage.of(2.5).figures()))
                    .noneMatch("not measured"::equals)
                    .anyMatch(cell -> cell.endsWith("(cited)"));
        });
    }

    @Test
    void X5_aCurveThatGrowsFasterThanItMayIsNotKeptAndIsCounted() {
        Page sample = SamplePage.of(2.5);
        Spread flat = new Spread(0, 0.01, 0.02);
        List<Curve.Measured> curves = new ArrayList<>(sample.curves());
        curves.replaceAll(one -> one.curve().file().startsWith("balance")
                ? new Curve.Measured(one.curve(), one.costs(), new Growth(flat, flat), one.tenfold())
                : one);
        String page =
                new Page(sample.circumstances(), sample.figures(), curves, sample.tenfolds(), sample.kept()).text();
        assertThat(page)
                .contains(" cited, 2 of " + curves.size() + " orders of growth, and 1 of 3 of ten times as much.");
        assertThat(column(Table.read(page, "How cost grows"), 4))
                .containsExactlyElementsOf(curves.stream()
                        .map(one -> one.curve().file().startsWith("balance") ? "yes" : "no")
                        .toList());
    }

    @Test
    void X1_whatIsWrittenIsWhatThisTestAsksFor(@TempDir Path folder) throws IOException {
        Page written = SamplePage.of(2.5);
        Files.createDirectories(folder.resolve("docs"));
        written.write(folder);
        String page = Files.readString(folder.resolve(Page.FILE));
        assertTellsOfWhatIsMeasured(page);
        assertThat(page)
                .contains(
                        "Nowhere.",
                        "| how long | 100,000 | 3.00 s | 30.0 s | 10.0 (10.0 to 10.0) | at most 10 times | yes |",
                        "| how much | 100,000 | 8.00 MiB | 10.0 MiB | 1.25 (1.25 to 1.25) | at most 1.2 times | no |",
                        "| billing run, each organization | 100,000 | 150,000 ns each | 1,500,000 ns each | 10.0 (10.0 to 10.0) |"
                                + " at most 2 times | no |",
                        "linear (slope 1.00, 0.90 to 1.10; at the steepest 1.20)",
                        "| ledger entry | 1,238 | 607 | 9,300 |");
        assertThat(page).doesNotContain("NaN");
        assertThat(Table.cells(written.figures().get(0)))
                .containsSubsequence("20,003 ns", "2.50 ns", "0.000125 (0.000100 to 0.000150)", "yes", "9, 8");
    }
}
