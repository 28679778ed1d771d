package com.phoneunite.benchmarks.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether every account is what its entries come to. Usage only takes, so the least balance after an entry is that after the last. */
final class Books {

    /** Both begin with the entry of the money that they have. */
    private static final String WRONG = """
        SELECT count(*) FROM %1$s a LEFT JOIN (
            SELECT account_id, count(*) AS count, max(sequence) AS last, min(balance_after%3$s) AS least, sum(signed%3$s) AS sum
            FROM %2$s GROUP BY account_id) e USING (account_id)
        WHERE (a.entries, a.entries, a.balance%3$s, a.balance%3$s) IS DISTINCT FROM (e.count, e.last, e.least, e.sum)\
        """;

    private static final String BY_HAND = WRONG.formatted("by_hand.account", "by_hand.entry", "");

    private static final String OURS = of(Server.OURS);
    private static final String SAME_ROWS = of(Server.FLOOR);

    private Books() {}

    private static String of(String schema) {
        return WRONG.formatted(schema + ".account_head", schema + ".ledger_entry", "_minor");
    }

    /** Goes on where those by hand are right. */
    static void requireRightByHand(Connection connection) throws SQLException {
        requireRight(connection, BY_HAND, "by hand");
    }

    /** Goes on where ours are right. */
    static void requireRight(Connection connection) throws SQLException {
        requireRight(connection, OURS, "through the front door");
    }

    /** Goes on where those by hand are right that are kept in our tables. */
    static void requireRightOfTheSameRows(Connection connection) throws SQLException {
        requireRight(connection, SAME_ROWS, "by hand in the same rows");
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
