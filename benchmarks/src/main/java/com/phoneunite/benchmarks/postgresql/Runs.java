package com.phoneunite.benchmarks.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The billing run of a month by hand: in chunks of a hundred accounts, each one transaction of one statement
 * that writes the same rows into the same tables, and knows what the month costs.
 *
 * @param due how many organizations are due each month
 * @param connection the same for all months, as ours has a pool
 */
record Runs(int due, Connection connection) {

    private static final int CHUNK = 100;

    private static final String NEXT = """
        SELECT account_id FROM floor.due_account WHERE directory = 'DUES' AND due <= ? ORDER BY due, account_id LIMIT %d\
        """.formatted(CHUNK);
    private static final String CHARGE = """
        WITH due AS (
            SELECT *, row_number() OVER one AS number FROM floor.subscription
            WHERE account_id = ANY (?) AND next_due <= ?
            WINDOW one AS (PARTITION BY account_id ORDER BY organization_id)),
        counted AS (SELECT account_id, count(*) AS count, 2000 * count(*) AS price FROM due GROUP BY account_id),
        moved AS (
            UPDATE floor.account_head head SET position = position + count, last_at = ?, entries = entries + count,
                balance_minor = (balance_minor - price)::bigint, recorded_at = ?
            FROM counted WHERE head.account_id = counted.account_id AND balance_minor > price
            RETURNING head.account_id, position - count AS position, entries - count AS entries, balance_minor + price AS before,
                recorded_at),
        entered AS (
            INSERT INTO floor.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
                organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
            SELECT account_id, entries + number, position + number, 'PERIOD', -2000, (before - 2000 * number)::bigint,
                organization_id, coalesce(last.sum, 0) - 2000, 'system', next_due, recorded_at,
                organization_id || '/' || anchor_number || '/' || next_period
            FROM due JOIN moved USING (account_id)
            LEFT JOIN LATERAL (SELECT organization_sum_minor AS sum FROM floor.ledger_entry entry
                WHERE entry.account_id = due.account_id AND entry.organization_id = due.organization_id
                ORDER BY sequence DESC LIMIT 1) last ON true),
        paid AS (
            UPDATE floor.subscription paid SET next_period = paid.next_period + 1,
                next_due = (paid.anchor_date + make_interval(months => paid.next_period + 1))::timestamp AT TIME ZONE paid.zone,
                paid_plan = 'standard', paid_version = 1, paid_extensions = 0, paid_phone_numbers = 0,
                paid_price = 'USD 20.00', paid_changes = 0
            FROM due JOIN moved USING (account_id)
            WHERE paid.account_id = due.account_id AND paid.organization_id = due.organization_id
            RETURNING paid.account_id, paid.next_due),
        again AS (SELECT account_id, min(next_due) AS next FROM paid GROUP BY account_id)
        UPDATE floor.due_account listed SET due = again.next FROM again
        WHERE listed.account_id = again.account_id AND directory = 'DUES'\
        """;

    double byHand(int month) throws SQLException {
        OffsetDateTime now = OurRuns.at(month);
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        List<UUID> accounts = next(now);
        while (!accounts.isEmpty()) {
            charge(accounts, now);
            connection.commit();
            accounts = next(now);
        }
        long end = System.nanoTime();
        connection.commit();
        return due * 1e9 / (end - begin);
    }

    private List<UUID> next(OffsetDateTime now) throws SQLException {
        List<UUID> accounts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, now);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    accounts.add(results.getObject(1, UUID.class));
                }
            }
        }
        return accounts;
    }

    private void charge(List<UUID> accounts, OffsetDateTime now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHARGE)) {
            Array ids = connection.createArrayOf("uuid", accounts.toArray());
            statement.setArray(1, ids);
            statement.setObject(2, now);
            statement.setObject(3, now);
            statement.setObject(4, now);
            statement.executeUpdate();
        }
    }

    /** Goes on where both have charged the same: the same entries, the same sums, the same dues. */
    static void requireSame(Server server) throws SQLException {
        String same = """
            SELECT (SELECT (count(*), sum(signed_minor), max(sequence), sum(hashtextextended(
                    (account_id, sequence, position, kind, signed_minor, balance_after_minor, organization_id,
                        organization_sum_minor, actor, happened_at, reference)::text, 0)))::text FROM %1$s.ledger_entry)
                || (SELECT (sum(balance_minor), sum(position))::text FROM %1$s.account_head)
                || (SELECT (count(*), min(next_due), max(next_due))::text FROM %1$s.subscription)
                || (SELECT (count(*), min(due), max(due))::text FROM %1$s.due_account)\
            """;
        List<String> told = new ArrayList<>();
        try (Connection connection = server.owner();
                var statement = connection.createStatement()) {
            for (String schema : List.of(Server.FLOOR, Server.OURS)) {
                try (ResultSet results = statement.executeQuery(same.formatted(schema))) {
                    results.next();
                    told.add(results.getString(1));
                }
            }
        }
        if (!told.get(0).equals(told.get(1))) {
            throw new IllegalStateException("by hand " + told.get(0) + ", through the front door " + told.get(1));
        }
    }
}
