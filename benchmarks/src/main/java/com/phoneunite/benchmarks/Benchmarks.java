package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.memory.Curve;
import com.phoneunite.benchmarks.memory.Effort;
import com.phoneunite.benchmarks.memory.MemoryBenchmarks;
import com.phoneunite.benchmarks.memory.RetainedBytes;
import com.phoneunite.benchmarks.postgresql.PostgresBenchmarks;
import com.phoneunite.benchmarks.postgresql.StoredBytes;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures in memory and on PostgreSQL, and prints the table.
 *
 * @param memory how much in memory
 * @param postgres how much on PostgreSQL; empty for nothing of it
 * @param retained of how many of each thing the bytes in memory are counted
 * @param curves whether growth is measured, too
 * @param page where the page is written; empty where none is
 */
record Benchmarks(
        Effort memory, Optional<PostgresBenchmarks> postgres, int retained, boolean curves, Optional<Path> page) {

    private static final Pattern ARGUMENT = Pattern.compile("short|long|(rounds|millis)=[1-9][0-9]{0,5}");

    /**
     * {@code short} prints the table; {@code long} writes docs/benchmarks.md, too. Behind it {@code rounds=…} says how often, and {@code
     * millis=…} how long an iteration in memory lasts.
     */
    public static void main(String[] arguments) throws Exception {
        Benchmarks asked = of(List.of(arguments));
        // JMH's own file for one run at a time: who measures here is alone anyway, and a lock left behind is none.
        System.setProperty("jmh.ignoreLock", "true");
        asked.run(System.out);
        System.exit(0); // whatever threads drivers and JMH leave behind
    }

    /**
     * As these arguments ask for.
     *
     * @throws IllegalArgumentException if one of them is unknown, or no number from 1 on
     */
    static Benchmarks of(List<String> arguments) {
        for (String one : arguments) {
            if (!ARGUMENT.matcher(one).matches()) {
                throw new IllegalArgumentException(
                        "\"" + one + "\" is none of: short, long, rounds=N, millis=N, with N from 1 to 999999");
            }
        }
        boolean isLong = arguments.contains("long");
        Effort effort = isLong ? Effort.LONG : Effort.SHORT;
        PostgresBenchmarks postgres = isLong ? PostgresBenchmarks.LONG : PostgresBenchmarks.SHORT;
        return new Benchmarks(
                effort.rounds(given("rounds", effort.rounds(), arguments))
                        .millis(given("millis", effort.millis(), arguments)),
                Optional.of(postgres.rounds(given("rounds", postgres.rounds(), arguments))),
                isLong ? 2_000 : 500,
                isLong,
                isLong ? Optional.of(Path.of("")) : Optional.empty());
    }

    private static int given(String name, int otherwise, List<String> arguments) {
        return arguments.stream()
                .filter(one -> one.startsWith(name + "="))
                .map(one -> Integer.valueOf(one.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    /** All rows, in the order of the table. */
    static List<Row> rows(Effort.Sizes sizes) {
        return Stream.concat(MemoryBenchmarks.rows(sizes).stream(), PostgresBenchmarks.rows().stream())
                .toList();
    }

    Page run(PrintStream out) throws Exception {
        long begin = System.nanoTime();
        List<Figure> figures = new ArrayList<>(MemoryBenchmarks.run(memory, line -> out.println("measuring " + line)));
        String settings = "not measured";
        List<StoredBytes> stored = List.of();
        List<Tenfold> tenfolds = new ArrayList<>();
        if (postgres.isPresent()) {
            PostgresBenchmarks.Measured measured = postgres.get().measure(out);
            figures.addAll(measured.figures());
            settings = measured.settings();
            stored = measured.stored();
            tenfolds.addAll(measured.tenfolds());
        }
        List<Kept> kept = kept(RetainedBytes.all(retained), stored);
        List<Curve.Measured> grown = new ArrayList<>();
        if (curves) {
            for (Curve one : Curve.all(memory.sizes().equals(Effort.Sizes.FULL))) {
                grown.add(one.measure(memory, line -> out.println("measuring " + line)));
            }
        }
        grown.forEach(one -> one.tenfold().ifPresent(tenfolds::add));
        Page told = new Page(circumstances(settings), figures, grown, tenfolds, kept);
        tell(out, told);
        if (page.isPresent()) {
            told.write(page.get());
        }
        out.printf(Locale.ROOT, "%d s%n", (System.nanoTime() - begin) / 1_000_000_000);
        return told;
    }

    /** Beside each other, by thing. */
    private static List<Kept> kept(List<RetainedBytes> retained, List<StoredBytes> stored) {
        return retained.stream()
                .map(one -> {
                    Optional<StoredBytes> same = stored.stream()
                            .filter(other -> other.thing() == one.thing())
                            .findFirst();
                    return new Kept(
                            one.thing(),
                            one.bytes(),
                            same.map(it -> OptionalLong.of(it.bytes())).orElse(OptionalLong.empty()),
                            same.map(it -> OptionalLong.of(it.logged())).orElse(OptionalLong.empty()));
                })
                .toList();
    }

    private static void tell(PrintStream out, Page told) {
        out.println();
        table(out, Page.RATIO, Table.HEADINGS, told.figures().stream().map(Table::cells));
        out.println(told.met());
        table(out, Page.DIFFERENCE, Kept.HEADINGS, told.kept().stream().map(Kept::cells));
        if (!told.curves().isEmpty()) {
            out.println(Page.SLOPE);
            told.curves()
                    .forEach(one -> out.println(one.curve().name() + " by "
                            + one.curve().size() + ": " + one.growth() + (one.isKept() ? ", kept" : ", not kept")));
            out.println();
        }
        table(out, Page.TEN, Table.TENFOLD_HEADINGS, told.tenfolds().stream().map(Table::cells));
        table(out, Page.PEER, Peer.HEADINGS, Peer.all().stream().map(peer -> peer.cells(told.figures())));
        out.println(told.circumstances());
    }

    private static void table(PrintStream out, String sentence, List<String> headings, Stream<List<String>> cells) {
        List<List<String>> rows = new ArrayList<>(List.of(headings));
        cells.forEach(rows::add);
        out.println(sentence);
        out.println();
        out.println(Table.text(rows));
    }

    private String circumstances(String settings) {
        return String.format(
                Locale.ROOT,
                "JDK %s, %d processors, %s. Rows in memory and growth: %s, %d rounds with iterations of %d ms. "
                        + "PostgreSQL and bytes: from one JVM with %,d MiB of heap, %d rounds, and %d of postings. Load of the machine at the end %.1f. PostgreSQL: %s.",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                memory.jvm(),
                memory.rounds(),
                memory.millis(),
                Runtime.getRuntime().maxMemory() >> 20,
                postgres.map(PostgresBenchmarks::rounds).orElse(0),
                postgres.map(PostgresBenchmarks::roundsOfPostings).orElse(0),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                settings);
    }
}
