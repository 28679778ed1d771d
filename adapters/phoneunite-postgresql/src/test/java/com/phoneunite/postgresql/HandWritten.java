package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** SQL that somebody writes by hand, in a transaction that is taken back. */
final class HandWritten implements AutoCloseable {

    /** Names every table but those that hold no fact of anybody. */
    static final String TABLES = """
        SELECT relname FROM pg_class WHERE relnamespace = 'phoneunite'::regnamespace AND relkind IN ('r', 'p')
            AND relname NOT IN ('schema_version', 'flyway_schema_history') ORDER BY relname\
        """;

    private final Connection connection;

    private HandWritten(Connection connection) {
        this.connection = connection;
    }

    /** As a login of the host's, in one of the roles. */
    static HandWritten as(String role) throws SQLException {
        Connection connection = TestDatabase.asItIs().host().getConnection();
        connection.setAutoCommit(false);
        HandWritten hand = new HandWritten(connection);
        hand.write("SET LOCAL ROLE " + role);
        hand.write("SET LOCAL search_path = phoneunite");
        return hand;
    }

    /** As the app, standing in an organization of an account. */
    static HandWritten in(UUID account, UUID organization) throws SQLException {
        return at(account, organization.toString());
    }

    static HandWritten at(UUID account, String organization) throws SQLException {
        HandWritten hand = as("phoneunite_app");
        hand.write("SET LOCAL phoneunite_at.account_id = '" + account + "'");
        hand.write("SET LOCAL phoneunite_at.organization_id = '" + organization + "'");
        return hand;
    }

    /**
     * Runs a statement.
     *
     * @return how many rows it touched
     */
    int write(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of what is there, in order. */
    List<String> read(String sql) throws SQLException {
        return firstColumn(connection, sql);
    }

    static List<String> firstColumn(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                rows.add(results.getString(1));
            }
        }
        return rows;
    }

    long count(String table) throws SQLException {
        return Long.parseLong(read("SELECT count(*) FROM " + table).get(0));
    }

    /** The code that the database refuses a statement with, or {@code "accepted"}; either way nothing of it stays. */
    String refusal(String sql) throws SQLException {
        write("SAVEPOINT before");
        try {
            write(sql);
            return "accepted";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            write("ROLLBACK TO SAVEPOINT before");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
