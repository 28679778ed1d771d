package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.StoryRejected;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** One process at a time tells a story in a database: it holds a connection with a lock on it, which ends with the process. */
final class Turn {

    /** The user works as the roles of the library, which it may have created without being a member of them. */
    static final String MAY_WORK = """
            DO $$ BEGIN
                IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER) THEN
                    GRANT phoneunite_app, phoneunite_runner TO CURRENT_USER;
                END IF;
            END $$\
            """;

    private static final String LOCK =
            "SET lock_timeout = '10s'; SELECT pg_advisory_lock(hashtext('com.phoneunite.examples.quickstart'))";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Turn() {}

    /**
     * Waits a while for the lock: the server may not have noticed yet that the process before was killed.
     *
     * @throws StoryRejected if there is no PostgreSQL to work with, or another process has it
     */
    static Connection take(String address) throws StoryRejected {
        Connection connection = connect(address);
        try {
            execute(connection, LOCK);
            return connection;
        } catch (SQLException e) {
            give(connection);
            throw new StoryRejected(
                    LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                            ? "Another process is telling a story in the database of -Dpostgres."
                            : "The database of -Dpostgres cannot be used (SQLSTATE " + e.getSQLState() + ").");
        }
    }

    static void give(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The lock ends with the connection, however that ends.
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            if (hasRows) {
                try (ResultSet rows = statement.getResultSet()) {
                    rows.next();
                }
            }
        }
    }

    private static Connection connect(String address) throws StoryRejected {
        try {
            return DriverManager.getConnection(address);
        } catch (SQLException e) {
            throw new StoryRejected(because(Objects.requireNonNullElse(e.getSQLState(), "")));
        }
    }

    /** The driver's own words may repeat what is secret in an address. */
    private static String because(String state) {
        String what = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> "There is no PostgreSQL that can be reached at the address of -Dpostgres";
            case "28" -> "The PostgreSQL of -Dpostgres does not let that user in, or not with that password";
            case "3D" -> "The PostgreSQL of -Dpostgres has no database of that name";
            default -> "The PostgreSQL of -Dpostgres cannot be used";
        };
        return what + (state.isEmpty() ? "." : " (SQLSTATE " + state + ").");
    }
}
