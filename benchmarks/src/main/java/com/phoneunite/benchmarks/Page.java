package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.memory.Curve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * docs/benchmarks.md, with its charts beside it.
 *
 * @param circumstances under which it was measured
 * @param figures of all rows
 * @param curves with their growth
 * @param tenfolds what ten times as much takes
 * @param kept what the stores keep of each thing
 */
record Page(
        String circumstances,
        List<Figure> figures,
        List<Curve.Measured> curves,
        List<Tenfold> tenfolds,
        List<Kept> kept) {

    static final Path FILE = Path.of("docs", "benchmarks.md");
    static final String CHARTS = "benchmarks";

    private static final String BEGINNING = """
            # What it costs, beside what is written by hand

            Written by the long version of the benchmarks: do not edit. Every row was measured beside its **floor**, in turns, in
            one run: what a good engineer would write by hand for that one thing and nothing else. Hold on to the **ratio**;
            nanoseconds and rates are those of one machine. In memory it is our time by the floor's, so less is better; on
            PostgreSQL our rate by the floor's, so more is. It is the median of all rounds, with the least and the most.
            Postings of the floors are the same to the entry, which a test compares.

            ```
            mvn -q -Pbenchmarks -pl benchmarks -am package                     # less than five minutes: prints the table
            mvn -q -Pbenchmarks -pl benchmarks -am package -Dbenchmarks=long   # some hours: writes this page
            ```

            Run it where nothing else runs.

            """;

    private static final String PEERS = """
            ## Peers

            exchange-core stands in the table, in turns like a floor. It keeps no entries, of what it was told it knows only the last number
            of an account, and nobody waits for a single answer there: thousands are on their way at once. pgledger is a script of SQL, and not on Maven Central, so it is not run here: it is cited with its ratio to the same
            floor, which was measured beside it then, and judged by the higher one. How many times its rate ours is follows from both ratios.

            """;

    private static final String GROWTH = """

            ## How cost grows

            The slope of the cost's logarithm against the size's, fitted round by round: 0 is constant, 1 linear. The verdict also asks for the
            steepest step from one size to the next, so leaving a cache of the processor counts as growth. That operations do not grow is
            counted, not timed, by tests.

            """;

    private static final String TENFOLD = """

            ## Ten times as much

            One beside the other, in turns, round by round. On PostgreSQL each has a schema of its own, with ten organizations an account, and
            nothing is done by hand. What a run holds is the most that is live in the JVM that it has for itself, told by collections again and
            again, once: in ten months of the smaller one and in one of the larger. The goals are judged by the median like all of them, with
            nothing allowed for what a machine is off.

            """;

    private static final String KEPT = """

            ## What is kept

            Bytes of each: the difference between a store and one with twice as many, all events delivered. In memory counted by JOL; on
            PostgreSQL tables, indexes and TOAST after VACUUM, with entries spread over a hundred accounts; in its log (WAL) without the whole
            pages that it holds once after each checkpoint, and of entries that came a hundred a call: one alone writes more. How many
            organizations that makes is reckoned in [scale.md](scale.md).

            """;

    void write(Path root) throws IOException {
        Path file = root.resolve(FILE);
        Path charts = file.resolveSibling(CHARTS);
        Files.createDirectories(charts);
        for (Curve.Measured one : curves) {
            Files.writeString(charts.resolve(one.curve().file() + ".svg"), Chart.of(one));
        }
        Files.writeString(file, text());
    }

    String text() {
        StringBuilder text = new StringBuilder(BEGINNING).append(circumstances).append("\n\n## The table\n\n");
        text.append(table(figures.stream().map(Table::cells), Table.HEADINGS)).append('\n');
        text.append(missed());
        text.append(PEERS).append(table(Peer.all().stream().map(peer -> peer.cells(figures)), Peer.HEADINGS));
        text.append(GROWTH)
                .append(table(
                        curves.stream().map(Page::growth), List.of("cost", "against", "growth", "at most", "kept")));
        for (Curve.Measured one : curves) {
            Curve curve = one.curve();
            text.append(String.format(
                    Locale.ROOT, "%n![%s by %s](%s/%s.svg)%n", curve.name(), curve.size(), CHARTS, curve.file()));
        }
        text.append(TENFOLD).append(table(tenfolds.stream().map(Table::cells), Table.TENFOLD_HEADINGS));
        text.append(KEPT).append(table(kept.stream().map(Kept::cells), Kept.HEADINGS));
        return text.toString().replace("\r", "");
    }

    private String missed() {
        List<Figure> missed =
                figures.stream().filter(figure -> !figure.isGoalKept()).toList();
        long goals = figures.stream()
                .filter(figure -> !figure.row().goal().equals(Goal.NONE))
                .count();
        long grown = curves.stream().filter(Curve.Measured::isKept).count();
        List<Boolean> peers = Peer.all().stream()
                .flatMap(peer -> peer.isKept(figures).stream())
                .toList();
        return "Kept: " + (goals - missed.size()) + " of " + goals + " goals, " + kept(peers)
                + " beside peers that are cited, "
                + grown + " of " + curves.size() + " orders of growth, and "
                + kept(tenfolds.stream().map(Tenfold::isKept).toList()) + " of ten times as much.\n\n";
    }

    private static String kept(List<Boolean> all) {
        return all.stream().filter(one -> one).count() + " of " + all.size();
    }

    private static List<String> growth(Curve.Measured one) {
        return List.of(
                one.curve().name(),
                one.curve().size(),
                one.growth().toString(),
                one.curve().expected().toString(),
                Table.kept(one.isKept()));
    }

    private static String table(Stream<List<String>> rows, List<String> headings) {
        List<List<String>> all = new ArrayList<>(List.of(headings));
        rows.forEach(all::add);
        return Table.markdown(all);
    }
}
