package com.phoneunite.benchmarks.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Many postings in one statement over arrays, into the tables of the hand-written statement. */
final class BulkByHand {

    private static final String POST = """
        WITH given AS (
            SELECT account_id, organization_id, reference, amount,
                row_number() OVER one AS number, sum(amount) OVER one AS running
            FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[])
                WITH ORDINALITY AS t (account_id, organization_id, reference, amount, place)
            WINDOW one AS (PARTITION BY account_id ORDER BY place)),
        wanted AS (SELECT account_id, count(*) AS count, sum(amount) AS sum FROM given GROUP BY account_id),
        moved AS (
            UPDATE by_hand.account SET balance = (balance - sum)::bigint, entries = entries + count
            FROM wanted WHERE account.account_id = wanted.account_id AND balance > sum
            RETURNING account.account_id, entries - count AS entries, balance + sum AS before)
        INSERT INTO by_hand.entry (account_id, sequence, kind, signed, balance_after, organization_id, actor, happened_at,
            recorded_at, reference)
        SELECT account_id, entries + number, 'USAGE', -amount, (before - running)::bigint, organization_id, ?, ?, ?, reference
        FROM given JOIN moved USING (account_id)\
        """;

    private BulkByHand() {}

    /** Posts one minor unit to each of these accounts, which may be the same, and answers with how many were posted. */
    static long post(Connection connection, int[] accounts, String[] references) throws SQLException {
        int size = accounts.length;
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID[] ids = new UUID[size];
        UUID[] organizations = new UUID[size];
        Long[] amounts = new Long[size];
        Arrays.fill(amounts, 1L);
        for (int i = 0; i < size; i++) {
            ids[i] = World.account(accounts[i]).value();
            organizations[i] = World.organization(accounts[i], 0).value();
        }
        try (PreparedStatement statement = connection.prepareStatement(POST)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.setArray(2, connection.createArrayOf("uuid", organizations));
            statement.setArray(3, connection.createArrayOf("text", references));
            statement.setArray(4, connection.createArrayOf("bigint", amounts));
            statement.setString(5, "operator:meter");
            statement.setObject(6, now);
            statement.setObject(7, now);
            return statement.executeUpdate();
        }
    }
}
