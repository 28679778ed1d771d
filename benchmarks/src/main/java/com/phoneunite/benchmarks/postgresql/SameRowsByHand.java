package com.phoneunite.benchmarks.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * One usage by one prepared statement that writes the same rows into the same tables as ours, and looks at what ours has to look at: whether
 * the organization is open, what was entered for it so far, and whether the account is to be recharged. What it looks at may have changed
 * while it waited for the account: it takes effect where the account stands as it was seen, and else is made again.
 */
final class SameRowsByHand {

    private static final int TRIES = 100;

    private static final String POST = """
        WITH moved AS (
            UPDATE floor.account_head SET position = position + 1, last_at = greatest(last_at, ?), entries = entries + 1,
                balance_minor = balance_minor - ?, recorded_at = greatest(recorded_at, last_at, ?)
            WHERE account_id = ? AND currency = 'USD' AND balance_minor > ?
                AND (balance_minor - ? < recharge_below_minor) IS NOT TRUE
                AND position = (SELECT position FROM floor.account_head WHERE account_id = ?)
                AND (SELECT state FROM floor.organization WHERE account_id = ? AND organization_id = ?) <> 'CLOSED'
            RETURNING account_id, position, entries, balance_minor, recorded_at)
        INSERT INTO floor.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor, organization_id,
            organization_sum_minor, actor, happened_at, recorded_at, reference)
        SELECT account_id, entries, position, 'USAGE', ?, balance_minor, ?,
            ? + coalesce((SELECT organization_sum_minor FROM floor.ledger_entry WHERE account_id = ? AND organization_id = ?
                ORDER BY organization_id DESC, sequence DESC LIMIT 1), 0), ?, ?, recorded_at, ?
        FROM moved RETURNING sequence, balance_after_minor\
        """;

    private SameRowsByHand() {}

    /** Posts one minor unit. */
    static void post(Connection connection, int account, String reference) throws SQLException {
        for (int tried = 0; tried < TRIES; tried++) {
            if (isPosted(connection, account, reference)) {
                return;
            }
        }
        throw new IllegalStateException("nothing was posted");
    }

    private static boolean isPosted(Connection connection, int account, String reference) throws SQLException {
        UUID id = World.account(account).value();
        UUID organization = World.organization(account, 0).value();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(POST)) {
            statement.setObject(1, now);
            statement.setLong(2, 1);
            statement.setObject(3, now);
            statement.setObject(4, id);
            statement.setLong(5, 1);
            statement.setLong(6, 1);
            statement.setObject(7, id);
            statement.setObject(8, id);
            statement.setObject(9, organization);
            statement.setLong(10, -1);
            statement.setObject(11, organization);
            statement.setLong(12, -1);
            statement.setObject(13, id);
            statement.setObject(14, organization);
            statement.setString(15, "operator:meter");
            statement.setObject(16, now);
            statement.setString(17, reference);
            try (ResultSet results = statement.executeQuery()) {
                return results.next() && results.getLong(1) > 0 && results.getLong(2) > 0;
            }
        }
    }
}
