package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.postgresql.Race.Result;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.postgresql.PostgresStore;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every row on PostgreSQL, with the settings of the server and the load of the machine beside it.
 *
 * @param accounts how many accounts are posted to
 * @param due how many organizations fall due each month
 * @param rounds how many rounds count, but for postings
 * @param time how long each round of postings lasts
 * @param kept of how many of each thing the bytes are counted
 */
public record PostgresBenchmarks(int accounts, int due, int rounds, Duration time, int kept) {

    /** Its part of less than five minutes. */
    public static final PostgresBenchmarks SHORT =
            new PostgresBenchmarks(20_000, 2_000, 3, Duration.ofMillis(500), 100);

    /** Its part of some hours. */
    public static final PostgresBenchmarks LONG =
            new PostgresBenchmarks(100_000, 100_000, 7, Duration.ofSeconds(3), 2_000);

    private static final int MORE_OF_POSTINGS = 3;
    private static final int WARM_UP = 10;

    /** The rows, in the order of the table. */
    public static List<Row> rows() {
        return PostgresRows.all();
    }

    /** How many rounds of postings count: more than of anything else, as they are short, and differ most from one to the next. */
    public int roundsOfPostings() {
        return MORE_OF_POSTINGS * rounds;
    }

    /** The same with so many rounds. */
    public PostgresBenchmarks rounds(int count) {
        return new PostgresBenchmarks(accounts, due, count, time, kept);
    }

    /**
     * What it came to.
     *
     * @param settings of the server, without which no figure says anything
     * @param figures by row
     * @param tenfolds how a billing run grows
     * @param stored what is kept of each thing
     */
    public record Measured(String settings, List<Figure> figures, List<Tenfold> tenfolds, List<StoredBytes> stored) {}

    /** Measures everything, and tells it as it comes. */
    public Measured measure(PrintStream out) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (Server server = new Server()) {
            String settings = server.settings();
            out.println(settings);
            for (Result result : run(server, out)) {
                figures.add(PostgresRows.figure(result));
            }
            out.println("measuring " + TenTimes.TIME + " with " + Tenfold.TIMES + " times as many");
            List<Tenfold> tenfolds = new TenTimes(server, due).measure(rounds);
            return new Measured(settings, figures, tenfolds, StoredBytes.all(server, kept));
        }
    }

    private List<Result> run(Server server, PrintStream out) throws Exception {
        List<Result> results = new ArrayList<>();
        OurRuns ours = OurRuns.in(server.host(), Server.OURS, due);
        for (int organizations : PostgresRows.ORGANIZATIONS) {
            new World(server, due / organizations, organizations).fill();
            String name = PostgresRows.run(organizations);
            try (Connection byHand = server.owner()) {
                Runs runs = new Runs(due, byHand);
                results.add(raced(server, out, new Race(name, "organizations", runs::byHand, ours::rate), rounds));
                Runs.requireSame(server);
            }
        }
        new World(server, accounts, 1).fill();
        server.execute(Postings.TABLES);
        server.tidy();
        results.addAll(postings(out, server, ours.billing().actingAs("meter")));
        return results;
    }

    private List<Result> postings(PrintStream out, Server server, BillingOperator meter) throws Exception {
        Postings postings = new Postings(server, accounts, meter, time);
        List<Result> results = new ArrayList<>();
        warm(server, postings);
        for (int connections : PostgresRows.CONNECTIONS) {
            results.add(single(out, postings, PostgresRows.single(connections), connections, Postings::bare));
        }
        for (int connections : PostgresRows.CONNECTIONS) {
            results.add(single(out, postings, PostgresRows.sameRows(connections), connections, SameRowsByHand::post));
        }
        for (boolean ofOne : List.of(true, false)) {
            try (Connection byHand = server.owner()) {
                Race race = new Race(
                        PostgresRows.bulk(ofOne),
                        "postings",
                        round -> postings.byHandInBulk(round, byHand, PostgresRows.BULK, ofOne),
                        round -> postings.oursInBulk(round, PostgresRows.BULK, ofOne));
                results.add(raced(server, out, race, roundsOfPostings()));
            }
        }
        for (int connections : PostgresRows.SHARED) {
            results.add(callers(out, server, connections, accounts));
        }
        results.add(callers(out, server, PostgresRows.OF_ONE, 1));
        postings.requireRight();
        return results;
    }

    private Result single(PrintStream out, Postings postings, String name, int connections, Postings.ByHand statement)
            throws Exception {
        try (Owners byHand = Owners.of(postings.server(), connections)) {
            Race race = new Race(
                    name,
                    "postings",
                    round -> postings.byHand(round, byHand, statement),
                    round -> postings.ours(round, connections));
            return raced(postings.server(), out, race, roundsOfPostings());
        }
    }

    /** What is compiled after thousands of calls is so for both before the first round that counts. */
    private static void warm(Server server, Postings postings) throws Exception {
        try (Owners byHand = Owners.of(server, 1)) {
            for (int i = 0; i < WARM_UP; i++) {
                postings.byHand(i, byHand);
                postings.byHand(i, byHand, SameRowsByHand::post);
                postings.ours(i, 1);
            }
        }
    }

    /** Of a store with a pool of its own, of the first so many accounts. */
    private Result callers(PrintStream out, Server server, int connections, int ofAccounts) throws Exception {
        try (Owners byHand = Owners.of(server, connections);
                HikariDataSource pool = Server.pool(server.url(), connections)) {
            PostgresStore store =
                    PostgresStore.builder(pool).usageConnections(connections).build();
            BillingOperator meter = OurRuns.on(store, due).billing().actingAs("meter");
            Postings postings = new Postings(server, ofAccounts, meter, time);
            Race race = new Race(
                    PostgresRows.callers(connections, ofAccounts == 1),
                    "postings",
                    round -> postings.byHand(round, byHand, PostgresRows.CALLERS),
                    round -> postings.ours(round, PostgresRows.CALLERS));
            return raced(server, out, race, roundsOfPostings());
        }
    }

    /** From a checkpoint on, so that each race has as much of the log before the next one. */
    private static Result raced(Server server, PrintStream out, Race race, int times) throws Exception {
        server.execute("CHECKPOINT");
        Result result = race.run(times);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.println(result + String.format(Locale.ROOT, "  load %.1f", load));
        return result;
    }
}
