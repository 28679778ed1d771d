package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What somebody tries by hand-written SQL who stands in one organization of one account, against whatever table there is. Rows, columns and keys
 * are read from the catalogue. Everything is taken back.
 */
final class RowAttacks implements AutoCloseable {

    private static final String NOT_ALLOWED = "42501";
    private static final String TAKEN = "23505";
    private static final String ACCOUNT = "account_id";
    private static final String ORGANIZATION = "organization_id";

    private final Connection connection;
    private final UUID account;
    private final UUID organization;

    RowAttacks(UUID account, UUID organization) throws SQLException {
        this.account = account;
        this.organization = organization;
        connection = TestDatabase.asItIs().owner().getConnection();
        connection.setAutoCommit(false);
        asOwner("SET LOCAL search_path = phoneunite");
        // Foreign keys are not asked: that a row is refused must not hang on another one that is missing.
        asOwner("SET LOCAL session_replication_role = replica");
    }

    /** Everything that works, and must not, against the rows of another account. */
    List<String> againstAccount(String table, UUID theirs) throws SQLException {
        return breaches(table, ACCOUNT, account, theirs);
    }

    /** Everything that works, and must not, against the rows of another organization of the same account. */
    List<String> againstOrganization(String table, UUID theirs) throws SQLException {
        return breaches(table, ORGANIZATION, organization, theirs);
    }

    boolean isOfOrganizations(String table) throws SQLException {
        return columns(table).contains(ORGANIZATION);
    }

    private List<String> breaches(String table, String column, UUID mine, UUID theirs) throws SQLException {
        List<String> breaches = new ArrayList<>();
        String ofTheirs = " WHERE " + column + " = '" + theirs + "'";
        note(breaches, table, "there is nothing to attack", count(owner(table, ofTheirs)) == 0);
        note(
                breaches,
                table,
                "one's own rows are not seen",
                app("SELECT FROM " + table).rows() == 0);
        note(
                breaches,
                table,
                "reads",
                app("SELECT FROM " + table + " WHERE " + column + " <> '" + mine + "'")
                                .rows()
                        > 0);
        note(breaches, table, "counts", app("SELECT FROM " + table + ofTheirs).rows() > 0);
        note(
                breaches,
                table,
                "updates",
                app("UPDATE " + table + " SET " + column + " = " + column + ofTheirs)
                                .rows()
                        > 0);
        note(breaches, table, "deletes", app("DELETE FROM " + table + ofTheirs).rows() > 0);
        note(
                breaches,
                table,
                "hands over its own",
                !app("UPDATE " + table + " SET " + column + " = '" + theirs + "'")
                        .is(NOT_ALLOWED));
        String row = firstColumn("SELECT to_jsonb(one) FROM " + table + " one" + ofTheirs + " LIMIT 1")
                .get(0);
        note(breaches, table, "puts in", !app(inserting(table, row, "{}")).is(NOT_ALLOWED));
        note(
                breaches,
                table,
                "learns from ON CONFLICT",
                !app(inserting(table, row, "{}") + " ON CONFLICT DO NOTHING").is(NOT_ALLOWED));
        note(breaches, table, "learns from a unique key", collides(table, column, row));
        return breaches;
    }

    /** Whether a row like theirs in one's own place, where there is nothing, meets something. */
    private boolean collides(String table, String column, String row) throws SQLException {
        boolean hasOrganizations = isOfOrganizations(table);
        String inMyPlace = "{\"account_id\": \"" + account + "\""
                + (hasOrganizations ? ", \"organization_id\": \"" + organization + "\"" : "") + "}";
        asOwner("SAVEPOINT emptied");
        asOwner("DELETE FROM " + table + " WHERE account_id = '" + account + "'"
                + (column.equals(ORGANIZATION) ? " AND organization_id = '" + organization + "'" : ""));
        Answer answer = app(inserting(table, row, inMyPlace));
        asOwner("ROLLBACK TO SAVEPOINT emptied");
        return answer.is(TAKEN);
    }

    private String inserting(String table, String row, String changed) throws SQLException {
        String columns = String.join(", ", columns(table));
        return "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM jsonb_populate_record(NULL::"
                + table + ", $row$" + row + "$row$::jsonb || '" + changed + "')";
    }

    private List<String> columns(String table) throws SQLException {
        return firstColumn("SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = 'phoneunite." + table
                + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");
    }

    private String owner(String table, String where) {
        return "SELECT count(*) FROM " + table + where;
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(firstColumn(sql).get(0));
    }

    private static void note(List<String> breaches, String table, String what, boolean works) {
        if (works) {
            breaches.add(table + ": " + what);
        }
    }

    /** What came of a statement: the rows that it saw or touched, and the code that it was refused with, if it was. */
    private record Answer(int rows, String refusal) {
        boolean is(String code) {
            return refusal.equals(code);
        }
    }

    private Answer app(String sql) throws SQLException {
        asOwner("SAVEPOINT before");
        asOwner("SET LOCAL ROLE phoneunite_app");
        asOwner("SET LOCAL phoneunite_at.account_id = '" + account + "'");
        asOwner("SET LOCAL phoneunite_at.organization_id = '" + organization + "'");
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return new Answer(statement.getUpdateCount(), "");
            }
            int rows = 0;
            try (var results = statement.getResultSet()) {
                while (results.next()) {
                    rows++;
                }
            }
            return new Answer(rows, "");
        } catch (SQLException e) {
            return new Answer(0, e.getSQLState());
        } finally {
            asOwner("ROLLBACK TO SAVEPOINT before");
        }
    }

    /** Does it as who owns everything. */
    void asOwner(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> firstColumn(String sql) throws SQLException {
        return HandWritten.firstColumn(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
