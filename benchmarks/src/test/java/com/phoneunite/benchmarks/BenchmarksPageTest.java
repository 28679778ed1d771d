package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Growth;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.memory.Curve;
import com.phoneunite.benchmarks.memory.Effort;
import com.phoneunite.benchmarks.memory.RetainedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is written by the long version; its figures are nobody's to judge here, but what it tells of must be what is measured. */
class BenchmarksPageTest {

    private static final Path ROOT = Path.of("..");

    /** The rows of the table under that heading, each as its cells. */
    private static List<List<String>> table(String page, String heading) {
        String behind = page.substring(page.indexOf("\n## " + heading + "\n") + 4 + heading.length());
        int next = behind.indexOf("\n## ");
        return (next < 0 ? behind : behind.substring(0, next))
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> column(List<List<String>> table, int column) {
        return table.stream().map(row -> row.get(column)).toList();
    }

    private static void assertTellsOfWhatIsMeasured(String page) {
        List<Row> rows = Benchmarks.rows(Effort.Sizes.FULL);
        List<List<String>> table = table(page, "The table");
        assertThat(column(table, 0)).isEqualTo(rows.stream().map(Row::name).toList());
        assertThat(column(table, 1)).isEqualTo(rows.stream().map(Row::floor).toList());
        assertThat(column(table, 4))
                .allMatch(ratio -> ratio.matches("\\d+\\.\\d\\d \\(\\d+\\.\\d\\d to \\d+\\.\\d\\d\\)"));
        assertThat(column(table, 5))
                .isEqualTo(rows.stream().map(row -> row.goal().toString()).toList());
        assertThat(table(page, "Peers"))
                .isEqualTo(Peer.all().stream().map(Peer::cells).toList());
        assertThat(column(table(page, "How cost grows"), 0))
                .isEqualTo(Curve.all(true).stream().map(Curve::name).toList());
        assertThat(column(table(page, "What the store in memory keeps"), 0)).isEqualTo(RetainedBytes.THINGS);
    }

    private static void assumeThePageIsWritten() {
        assumeThat(Files.exists(ROOT.resolve(Page.FILE)))
                .as(Page.FILE + " is there")
                .isTrue();
    }

    @Test
    void X1_thePageTellsOfEveryRowWithItsGoalAndOfNothingElse() throws IOException {
        assumeThePageIsWritten();
        assertTellsOfWhatIsMeasured(Files.readString(ROOT.resolve(Page.FILE)));
    }

    @Test
    void X5_everyCurveHasAChartBesideThePage() {
        assumeThePageIsWritten();
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
            assertThat(peer.ratio()).endsWith("(cited)");
        });
    }

    @Test
    void X1_whatIsWrittenIsWhatThisTestAsksFor(@TempDir Path folder) throws IOException {
        Samples samples = new Samples(List.of(2.0, 3.0), List.of(8.0));
        List<Figure> figures = Benchmarks.rows(Effort.Sizes.FULL).stream()
                .map(row -> Figure.of(row, samples, samples))
                .toList();
        List<Curve.Measured> curves = Curve.all(true).stream()
                .map(curve -> new Curve.Measured(
                        curve,
                        curve.sizes().stream()
                                .map(size -> new Spread(1, size, 2.0 * size))
                                .toList(),
                        new Growth(new Spread(0.9, 1, 1.1))))
                .toList();
        List<RetainedBytes> retained = RetainedBytes.THINGS.stream()
                .map(thing -> new RetainedBytes(thing, 1_234))
                .toList();
        Files.createDirectories(folder.resolve("docs"));
        new Page("Nowhere.", figures, curves, retained).write(folder);
        String page = Files.readString(folder.resolve(Page.FILE));
        assertTellsOfWhatIsMeasured(page);
        assertThat(page).contains("Nowhere.", "linear (slope 1.00, 0.90 to 1.10)", "| ledger entry | 1,234 |");
        assertThat(page).doesNotContain("NaN");
        assertThat(Table.cells(figures.get(0))).contains("2.50 ns", "1.00 (1.00 to 1.00)", "yes", "8, 8");
    }
}
