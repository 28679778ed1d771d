package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Usage of random accounts, through the front door and by hand: one prepared statement that moves a balance where it covers, and enters
 * that under a unique reference, in tables that have nothing else.
 *
 * @param server where it is posted
 * @param accounts of how many accounts
 * @param meter the front door
 * @param time how long a round lasts
 */
record Postings(Server server, int accounts, BillingOperator meter, Duration time) {

    /** The tables of the hand-written statement, with the same first entries as ours. */
    static final String TABLES = """
        CREATE SCHEMA IF NOT EXISTS by_hand;
        DROP TABLE IF EXISTS by_hand.account, by_hand.entry;
        CREATE TABLE by_hand.account (account_id uuid PRIMARY KEY, balance bigint NOT NULL CHECK (balance > 0),
            entries bigint NOT NULL) WITH (fillfactor = 70);
        CREATE TABLE by_hand.entry (account_id uuid NOT NULL, sequence bigint NOT NULL, kind text NOT NULL,
            signed bigint NOT NULL, balance_after bigint NOT NULL, organization_id uuid, actor text NOT NULL,
            happened_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL, reference text NOT NULL,
            PRIMARY KEY (account_id, sequence), UNIQUE (account_id, kind, reference));
        INSERT INTO by_hand.account SELECT account_id, balance_minor, entries FROM phoneunite.account_head;
        INSERT INTO by_hand.entry SELECT account_id, sequence, kind, signed_minor, balance_after_minor, organization_id, actor,
            happened_at, recorded_at, reference FROM phoneunite.ledger_entry;
        """;

    private static final String BY_HAND = """
        WITH moved AS (UPDATE by_hand.account SET balance = balance - ?, entries = entries + 1
            WHERE account_id = ? AND balance > ? RETURNING account_id, entries, balance)
        INSERT INTO by_hand.entry (account_id, sequence, kind, signed, balance_after, organization_id, actor, happened_at,
            recorded_at, reference)
        SELECT account_id, entries, 'USAGE', ?, balance, ?, ?, ?, ?, ? FROM moved RETURNING sequence, balance_after\
        """;

    private static final AtomicLong REFERENCES = new AtomicLong();

    /** Posts until the time is over. */
    @FunctionalInterface
    private interface Worker {
        /** Answers with how many it has posted. */
        long post(Random random) throws SQLException, InterruptedException;
    }

    /** A usage of one minor unit of that account, by a statement that is written by hand. */
    @FunctionalInterface
    interface ByHand {
        void post(Connection connection, int account, String reference) throws SQLException;
    }

    double byHand(int round, Owners owners) throws Exception {
        return byHand(round, owners, Postings::bare);
    }

    double byHand(int round, Owners owners, ByHand statement) throws Exception {
        List<Worker> workers = new ArrayList<>();
        for (Connection connection : owners.connections()) {
            workers.add(random -> {
                statement.post(connection, anyAccount(random), nextReference());
                return 1;
            });
        }
        return rate(round, workers);
    }

    /** By so many callers, each of whom waits for a connection, and sends a statement of its own. */
    double byHand(int round, Owners owners, int callers) throws Exception {
        BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(callers, false, owners.connections());
        return rate(round, Collections.nCopies(callers, random -> {
            Connection connection = idle.take();
            try {
                bare(connection, anyAccount(random), nextReference());
            } finally {
                idle.add(connection);
            }
            return 1;
        }));
    }

    private int anyAccount(Random random) {
        return 1 + random.nextInt(accounts);
    }

    private static String nextReference() {
        return "call-" + REFERENCES.incrementAndGet();
    }

    static void bare(Connection connection, int account, String reference) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(BY_HAND)) {
            statement.setLong(1, 1);
            statement.setObject(2, World.account(account).value());
            statement.setLong(3, 1);
            statement.setLong(4, -1);
            statement.setObject(5, World.organization(account, 0).value());
            statement.setString(6, "operator:meter");
            statement.setObject(7, now);
            statement.setObject(8, now);
            statement.setString(9, reference);
            try (var results = statement.executeQuery()) {
                if (!results.next() || results.getLong(1) == 0) {
                    throw new IllegalStateException("nothing was posted");
                }
            }
        }
    }

    double ours(int round, int callers) throws Exception {
        return rate(round, Collections.nCopies(callers, random -> {
            if (meter.deductUsage(usage(anyAccount(random))).isEmpty()) {
                throw new IllegalStateException("nothing was posted");
            }
            return 1;
        }));
    }

    /** Many a call: of one account, or of as many as there are usages. */
    double oursInBulk(int round, int size, boolean ofOneAccount) throws Exception {
        return rate(round, List.of(random -> {
            int one = anyAccount(random);
            List<Usage> usages = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                usages.add(usage(ofOneAccount ? one : anyAccount(random)));
            }
            List<UsageOutcome> outcomes = meter.deductUsages(usages);
            if (!outcomes.stream().allMatch(UsageOutcome.Deducted.class::isInstance)) {
                throw new IllegalStateException("not all were posted: " + outcomes);
            }
            return outcomes.size();
        }));
    }

    /** The same by hand: one statement over arrays. */
    double byHandInBulk(int round, Connection connection, int size, boolean ofOneAccount) throws Exception {
        return rate(round, List.of(random -> {
            int one = anyAccount(random);
            int[] picked = new int[size];
            String[] references = new String[size];
            for (int i = 0; i < size; i++) {
                picked[i] = ofOneAccount ? one : anyAccount(random);
                references[i] = nextReference();
            }
            return BulkByHand.post(connection, picked, references);
        }));
    }

    /** Goes on where what was posted is in the books of both. */
    void requireRight() throws SQLException {
        try (Connection connection = server.owner()) {
            Books.requireRightByHand(connection);
            Books.requireRight(connection);
            Books.requireRightOfTheSameRows(connection);
        }
    }

    private static Usage usage(int account) {
        return Usage.of(
                World.account(account),
                World.organization(account, 0),
                nextReference(),
                Money.ofMinor(CurrencyUnit.USD, 1));
    }

    private double rate(int round, List<Worker> workers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < workers.size(); i++) {
                Worker worker = workers.get(i);
                Random random = new Random(round * 100L + i);
                all.add(threads.submit(() -> {
                    long posted = 0;
                    while (System.nanoTime() < end) {
                        posted += worker.post(random);
                    }
                    return posted;
                }));
            }
            long posted = 0;
            for (Future<Long> one : all) {
                posted += one.get();
            }
            return posted * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdown();
        }
    }
}
