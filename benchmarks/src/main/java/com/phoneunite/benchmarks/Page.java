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

    static final String RATIO =
            "In memory the ratio is our time by the floor's, so less is better; on PostgreSQL our rate by the floor's, so "
                    + "more is. It is the median of all rounds, with the least and the most.";

    static final String PEER = "How many times a peer's rate ours is follows from what both are of the same floor.";

    static final String SLOPE =
            "The slope of the cost's logarithm against the size's, fitted round by round: 0 is constant, 1 linear.";

    static final String TEN = "Ten times as much beside as much, in turns, round by round.";

    static final String DIFFERENCE =
            "Bytes of each: the difference between a store and one with twice as many, all events delivered.";

    private static final String BEGINNING = """
            # What it costs, beside what is written by hand

            Written by the long version of the benchmarks: do not edit. Every row was measured beside its **floor**, in turns, in
            one run: what a good engineer would write by hand for that one thing and nothing else. Hold on to the **ratio**;
            nanoseconds and rates are those of one machine. In memory, what floors post and charge is the same to the entry, which a
            test compares. On PostgreSQL ours goes through the front door, as a login that owns nothing, in the roles of the store;
            the floor is sent by a superuser, whom no policy holds. A single posting has two floors: one that moves a balance and enters that,
            which is less than the rules ask for, and one that writes the same rows and looks at the same things
            ([why](adr/0105-a-posting-is-measured-beside-the-same-rows-too.md)). A row of connections has a thread for each; where callers are named,
            so many threads share the connections: by hand each waits for one and sends a statement, and ours share statements.

            ```
            mvn -q -Pbenchmarks -pl benchmarks -am package                     # less than five minutes: prints the table
            mvn -q -Pbenchmarks -pl benchmarks -am package -Dbenchmarks=long   # some hours: writes this page
            mvn -q -Pbenchmarks -pl benchmarks -am package "-Dbenchmarks=long rounds=2 millis=250"   # less than an hour
            ```

            Run it where nothing else runs.

            """;

    private static final String PEERS = """
            exchange-core stands in the table, in turns like a floor. It keeps no entries, of what it was told it knows only the last number
            of an account, and has no reference that is a text. Each thread posts to an account of its own there, which may go down to
            zero; all of them meet in one thread. Nobody waits for a single answer: thousands are on their way at once. The goal beside it
            was set when 0.6 to 2.4 million a second were told of it.

            pgledger is a script of SQL, and not on Maven Central, so it is not run here: it is cited with its ratio to the floor that was
            beside it then. Which of its rates goes with which number of connections is assumed: the lower ones with one, the higher ones
            with eight. Between the two it has both ratios, and a goal that only one of them keeps is open. The run was beside bare chunks,
            which write fewer rows than the floor here, so its ratio is not compared with ours.

            """;

    private static final String GROWTH = """
            The verdict also asks for the steepest step from one size to the next, so leaving a cache of the processor counts as growth. How
            often an operation asks the ports is counted by tests, whatever the size; what a store does inside is only timed here.

            """;

    private static final String TENFOLD = """
            On PostgreSQL each has a schema of its own, with ten organizations an account, and nothing is done by hand. What a run holds is the most that is live in the JVM that it has for itself, told by collections again and
            again, once: in ten months of the smaller one and in one of the larger. The goals are judged by the median like all of them, with
            nothing allowed for what a machine is off.

            """;

    private static final String KEPT = """
            In memory they are counted by JOL; on PostgreSQL they are those of tables, indexes and TOAST after VACUUM, with entries spread over a hundred accounts; in its log (WAL) without the whole
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
        StringBuilder text = new StringBuilder(BEGINNING).append(circumstances).append('\n');
        begin(text, "The table", RATIO)
                .append(table(figures.stream().map(Table::cells), Table.HEADINGS))
                .append('\n');
        text.append(met());
        begin(text, "Peers", PEER)
                .append(PEERS)
                .append(table(Peer.all().stream().map(peer -> peer.cells(figures)), Peer.HEADINGS));
        begin(text, "How cost grows", SLOPE)
                .append(GROWTH)
                .append(table(
                        curves.stream().map(Page::growth),
                        List.of("cost", "against", "growth", "at most", "goal met")));
        for (Curve.Measured one : curves) {
            Curve curve = one.curve();
            text.append(String.format(
                    Locale.ROOT, "%n![%s by %s](%s/%s.svg)%n", curve.name(), curve.size(), CHARTS, curve.file()));
        }
        begin(text, "Ten times as much", TEN)
                .append(TENFOLD)
                .append(table(tenfolds.stream().map(Table::cells), Table.TENFOLD_HEADINGS));
        begin(text, "What is kept", DIFFERENCE)
                .append(KEPT)
                .append(table(kept.stream().map(Kept::cells), Kept.HEADINGS));
        return text.toString().replace("\r", "");
    }

    private static StringBuilder begin(StringBuilder text, String heading, String sentence) {
        return text.append("\n## ")
                .append(heading)
                .append("\n\n")
                .append(sentence)
                .append("\n\n");
    }

    /** How many goals are met, of how many. */
    String met() {
        List<Figure> missed =
                figures.stream().filter(figure -> !figure.isGoalKept()).toList();
        long goals = figures.stream()
                .filter(figure -> !figure.row().goal().equals(Goal.NONE))
                .count();
        long grown = curves.stream().filter(Curve.Measured::isKept).count();
        List<Peer.Verdict> peers = Peer.all().stream()
                .flatMap(peer -> peer.verdict(figures).stream())
                .toList();
        long open = peers.stream().filter(Peer.Verdict.OPEN::equals).count();
        return "Kept: " + (goals - missed.size()) + " of " + goals + " goals, "
                + kept(peers.stream().map(Peer.Verdict.YES::equals).toList())
                + " beside peers that are cited" + (open == 0 ? ", " : " (" + open + " open), ")
                + grown + " of " + curves.size() + " orders of growth, and "
                + kept(tenfolds.stream().map(Tenfold::isKept).toList()) + " of ten times as much.\n";
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
