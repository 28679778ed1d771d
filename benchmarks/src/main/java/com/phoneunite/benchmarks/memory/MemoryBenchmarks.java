package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Every row in memory: which contenders take turns, and how far each row is to go. */
public final class MemoryBenchmarks {

    private static final String KEYED = "lock, entry, map of references";
    private static final String DECIMALS = "decimals, moments, map of references";
    private static final String LOCKED = "lock and entry";
    private static final String PIPELINE = "the pipeline of exchange-core 0.5.3";
    private static final String STREAMED = "hand-written streaming";
    private static final String DATABOUND = "databind, typed";

    private MemoryBenchmarks() {}

    /** The rows, in the order of the table. */
    public static List<Row> rows(Effort.Sizes sizes) {
        return groups(sizes).stream().flatMap(List::stream).map(MemoryRow::row).toList();
    }

    /** Measures all rows. */
    public static List<Figure> run(Effort effort, Consumer<String> progress) throws RunnerException {
        List<Figure> figures = new ArrayList<>();
        for (List<MemoryRow> group : groups(effort.sizes())) {
            progress.accept(group.get(0).row().name());
            Map<Contender, Samples> samples = new Turns(effort)
                    .of(group.stream()
                            .flatMap(row -> Stream.of(row.floor(), row.ours()))
                            .toList());
            for (MemoryRow row : group) {
                figures.add(Figure.of(row.row(), found(samples, row.floor()), found(samples, row.ours())));
            }
        }
        return figures;
    }

    private static Samples found(Map<Contender, Samples> samples, Contender one) {
        return Objects.requireNonNull(samples.get(one), one::toString);
    }

    /** What takes turns with each other stands together. */
    private static List<List<MemoryRow>> groups(Effort.Sizes sizes) {
        return List.of(
                postings(sizes),
                hot(sizes, 1),
                hot(sizes, 2),
                balance(sizes),
                balanceBefore(sizes.few()),
                balanceBefore(sizes.entries()),
                run(sizes.fewDue()),
                run(sizes.due()),
                resources(sizes),
                json("JSON of an event of two fields", EventJsonBenchmark.class),
                json("JSON of a statement line", StatementLineBenchmark.class));
    }

    private static List<MemoryRow> postings(Effort.Sizes sizes) {
        String name = "post to " + number(sizes.accounts()) + " accounts, ";
        Contender keyed = poster("keyed", sizes, sizes.accounts());
        Contender oneStep = poster("oneStep", sizes, sizes.accounts());
        return List.of(
                MemoryRow.of(name + "port in one step", KEYED, Goal.atMost(1.5), keyed, oneStep),
                MemoryRow.of(
                        name + "unit of work", KEYED, Goal.NONE, keyed, poster("unitOfWork", sizes, sizes.accounts())),
                MemoryRow.of(
                        name + "front door", KEYED, Goal.NONE, keyed, poster("frontDoor", sizes, sizes.accounts())),
                MemoryRow.of(
                        name + "port beside decimals",
                        DECIMALS,
                        Goal.atMost(1),
                        poster("decimal", sizes, sizes.accounts()),
                        oneStep),
                MemoryRow.of(
                        name + "port beside a bare entry",
                        LOCKED,
                        Goal.NONE,
                        poster("locked", sizes, sizes.accounts()),
                        oneStep));
    }

    private static List<MemoryRow> hot(Effort.Sizes sizes, int threads) {
        String name = "post to one hot account, " + threads + (threads == 1 ? " thread" : " threads");
        Contender oneStep = poster("oneStep", sizes, 1).threads(threads);
        Contender pipeline = Contender.of(PipelineBenchmark.class, "post", "operations", sizes.operations())
                .operations(sizes.operations())
                .threads(threads);
        return List.of(
                MemoryRow.of(
                        name, LOCKED, Goal.atMost(3), poster("locked", sizes, 1).threads(threads), oneStep),
                MemoryRow.of(name + ", beside exchange-core", PIPELINE, Goal.timesAsFast(2), pipeline, oneStep));
    }

    private static Contender poster(String method, Effort.Sizes sizes, int accounts) {
        return Contender.of(PostBenchmark.class, method, "accounts", accounts)
                .with("operations", sizes.operations())
                .operations(sizes.operations());
    }

    private static List<MemoryRow> balance(Effort.Sizes sizes) {
        String name = "balance at " + number(sizes.entries()) + " entries, ";
        Contender port = balance("port", sizes.entries());
        return List.of(
                MemoryRow.of(
                        name + "port",
                        "look-up, lock, field",
                        Goal.nanoseconds(50),
                        balance("lookedUp", sizes.entries()),
                        port),
                MemoryRow.of(
                        name + "front door",
                        "look-up, lock, field",
                        Goal.NONE,
                        balance("lookedUp", sizes.entries()),
                        balance("frontDoor", sizes.entries())),
                MemoryRow.of(name + "beside a field", "a field", Goal.NONE, balance("stored", sizes.entries()), port),
                MemoryRow.of(
                        name + "beside a sum",
                        "sum of all entries",
                        Goal.NONE,
                        balance("summed", sizes.entries()),
                        port));
    }

    private static List<MemoryRow> balanceBefore(int entries) {
        return List.of(MemoryRow.of(
                "balance as of a time, " + number(entries) + " entries",
                "look-up, lock, search by halves",
                Goal.atMost(1.5),
                balance("searched", entries),
                balance("portBefore", entries)));
    }

    private static Contender balance(String method, int entries) {
        return Contender.of(BalanceBenchmark.class, method, "entries", entries);
    }

    private static List<MemoryRow> run(int due) {
        String name = "billing run of " + number(due) + " organizations, each";
        Contender ours = runner("run", due);
        return List.of(
                MemoryRow.of(
                        name, "text ids, decimals, map of references", Goal.atMost(1), runner("decimal", due), ours),
                MemoryRow.of(
                        name + ", beside bare objects",
                        "bare objects, lock, entries",
                        Goal.NONE,
                        runner("bare", due),
                        ours));
    }

    private static Contender runner(String method, int due) {
        return Contender.of(RunBenchmark.class, method, "organizations", due).operations(due);
    }

    private static List<MemoryRow> resources(Effort.Sizes sizes) {
        String name = "look-up among " + number(sizes.resources()) + " resources, ";
        Contender port = lookUp("port", sizes);
        Contender composite = lookUp("composite", sizes);
        return List.of(
                MemoryRow.of(name + "port", "map by composite key", Goal.atMost(1.4), composite, port),
                MemoryRow.of(
                        name + "front door, access checked",
                        "map by composite key",
                        Goal.NONE,
                        composite,
                        lookUp("frontDoor", sizes)),
                MemoryRow.of(name + "port beside a raw map", "map by id", Goal.NONE, lookUp("raw", sizes), port));
    }

    private static Contender lookUp(String method, Effort.Sizes sizes) {
        return Contender.of(ResourceBenchmark.class, method, "resources", sizes.resources());
    }

    private static List<MemoryRow> json(String name, Class<?> benchmark) {
        Contender ours = json(benchmark, "ours");
        return List.of(
                MemoryRow.of(name, STREAMED, Goal.atMost(1.3), json(benchmark, "streamed"), ours),
                MemoryRow.of(name + ", beside databind", DATABOUND, Goal.NONE, json(benchmark, "databound"), ours));
    }

    private static Contender json(Class<?> benchmark, String method) {
        return new Contender(benchmark, method, 1, 1, Map.of());
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
