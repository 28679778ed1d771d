package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.postgresql.Race.Result;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.postgresql.PostgresStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/**
 * Every row on PostgreSQL, with the settings of the server and the load of the machine beside it.
 *
 * @param accounts how many accounts are posted to
 * @param due how many organizations fall due each month
 * @param rounds how many rounds count
 * @param time how long each round of postings lasts
 */
record PostgresBenchmarks(int accounts, int due, int rounds, Duration time) {

    private static final int BULK = 100;

    /** Measures; {@code accounts=…}, {@code due=…}, {@code rounds=…} and {@code millis=…} say how much of it. */
    public static void main(String[] arguments) throws Exception {
        new PostgresBenchmarks(
                        given("accounts", 100_000, arguments),
                        given("due", 10_000, arguments),
                        given("rounds", 7, arguments),
                        Duration.ofMillis(given("millis", 3_000, arguments)))
                .run(System.out);
    }

    private static int given(String name, int otherwise, String... arguments) {
        for (String one : arguments) {
            if (one.startsWith(name + "=")) {
                return Integer.parseInt(one.substring(name.length() + 1));
            }
        }
        return otherwise;
    }

    /** Measures everything, and tells it as it comes. */
    List<Result> run(PrintStream out) throws Exception {
        List<Result> results = new ArrayList<>();
        try (Server server = new Server()) {
            out.println(server.settings());
            MutableClock clock = MutableClock.at(World.DUE);
            Billing billing = Billing.builder(PostgresStore.on(server.host()))
                    .plans(BillingPlan.named("standard")
                            .monthly(Money.parse("USD 20.00"))
                            .perExtension(Money.parse("USD 5.00"))
                            .perPhoneNumber(Money.parse("USD 1.00")))
                    .paymentGateway(SandboxGateway.create())
                    .clock(clock)
                    .build();
            for (int organizations : List.of(10, 1)) {
                new World(server, due / organizations, organizations).fill();
                Runs runs = new Runs(server, due, billing, clock);
                clock.set(MutableClock.at(World.DUE).instant());
                String name = "billing run, " + organizations + " organizations an account";
                results.add(told(out, new Race(name, "organizations", runs::byHand, runs::ours).run(rounds)));
                runs.requireSame();
            }
            new World(server, accounts, 1).fill();
            server.execute(Postings.TABLES);
            server.execute("VACUUM ANALYZE by_hand.account");
            results.addAll(postings(out, server, billing.actingAs("meter")));
        }
        return results;
    }

    private List<Result> postings(PrintStream out, Server server, BillingOperator meter) throws Exception {
        Postings postings = new Postings(server, accounts, meter, time);
        List<Result> results = new ArrayList<>();
        for (int connections : List.of(1, 4)) {
            results.add(told(
                    out,
                    new Race(
                                    "single posting, " + connections + " connections",
                                    "postings",
                                    round -> postings.byHand(round, connections),
                                    round -> postings.ours(round, connections))
                            .run(rounds)));
        }
        for (boolean ofOne : List.of(true, false)) {
            results.add(told(
                    out,
                    new Race(
                                    BULK + " a call" + (ofOne ? ", of one account" : ", of random ones")
                                            + " (floor: single)",
                                    "postings",
                                    round -> postings.ours(round, 1),
                                    round -> postings.oursInBulk(round, BULK, ofOne))
                            .run(rounds)));
        }
        return results;
    }

    private static Result told(PrintStream out, Result result) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.println(result + String.format(Locale.ROOT, "  load %.1f", load));
        return result;
    }
}
