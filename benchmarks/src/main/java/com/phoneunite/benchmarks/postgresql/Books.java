package com.phoneunite.benchmarks.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether every account is what its entries come to. Usage only takes, so the least balance after an entry is that after the last. */
final class Books {

    private static final String BY_HAND = """
        SELECT count(*) FROM by_hand.account a LEFT JOIN (
            SELECT account_id, count(*) AS count, max(sequence) AS last, min(balance_after) AS least
            FROM by_hand.entry GROUP BY account_id) e USING (account_id)
        WHERE a.entries <> coalesce(e.count, 0) OR e.last <> e.count OR e.least <> a.balance\
        """;

    /** Ours begin with the entry of the money that they have. */
    private static final String OURS = """
        SELECT count(*) FROM %1$s.account_head a LEFT JOIN (
            SELECT account_id, count(*) AS count, max(sequence) AS last, min(balance_after_minor) AS least,
                sum(signed_minor) AS sum
            FROM %1$s.ledger_entry GROUP BY account_id) e USING (account_id)
        WHERE (a.entries, a.entries, a.balance_minor, a.balance_minor)
            IS DISTINCT FROM (e.count, e.last, e.least, e.sum)\
        """.formatted(Server.OURS);

    private Books() {}

    /** Goes on where those by hand are right. */
    static void requireRightByHand(Connection connection) throws SQLException {
        requireRight(connection, BY_HAND, "by hand");
    }

    /** Goes on where ours are right. */
    static void requireRight(Connection connection) throws SQLException {
        requireRight(connection, OURS, "through the front door");
    }

    private static void requireRight(Connection connection, String wrong, String how) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(wrong);
                ResultSet results = statement.executeQuery()) {
            results.next();
            if (results.getLong(1) > 0) {
                throw new IllegalStateException(results.getLong(1) + " accounts are wrong " + how);
            }
        }
    }
}
