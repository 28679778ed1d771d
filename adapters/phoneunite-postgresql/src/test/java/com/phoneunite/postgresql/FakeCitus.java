package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two functions of Citus that distribute tables, in a PostgreSQL without Citus: they move no row, and refuse what Citus refuses, by what the
 * catalogue says of the table. All of it is taken back.
 */
final class FakeCitus implements AutoCloseable {

    private static final String DISTRIBUTE = """
        CREATE TABLE phoneunite.told (name regclass PRIMARY KEY, by text, together text);
        CREATE FUNCTION phoneunite.create_distributed_table(name regclass, by text, colocate_with text) RETURNS void
        LANGUAGE plpgsql AS $$
        #variable_conflict use_variable
        DECLARE
            together text := CASE colocate_with WHEN 'none' THEN name::text ELSE colocate_with END;
            wrong text;
        BEGIN
            INSERT INTO phoneunite.told VALUES (name, by, together);
            IF NOT EXISTS (SELECT FROM phoneunite.told one WHERE one.name = together::regclass AND one.by IS NOT NULL) THEN
                RAISE '% is together with %, which is not distributed', name, together;
            END IF;
            IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = name AND attname = by AND attnotnull) THEN
                RAISE '% has no column % that is always there', name, by;
            END IF;
            SELECT indexrelid::regclass INTO wrong FROM pg_index WHERE indrelid = name AND indisunique AND NOT EXISTS (
                SELECT FROM pg_attribute WHERE attrelid = name AND attnum = ANY (indkey[0:indnkeyatts - 1]) AND attname = by);
            IF wrong IS NOT NULL THEN
                RAISE 'the unique key % does not hold %', wrong, by;
            END IF;
            SELECT conname INTO wrong FROM pg_constraint WHERE contype = 'f' AND conrelid = name AND NOT EXISTS (
                SELECT FROM phoneunite.told there WHERE there.name = confrelid);
            IF wrong IS NOT NULL THEN
                RAISE 'the foreign key % of % leads to a table that is not distributed', wrong, name;
            END IF;
        END $$;
        CREATE FUNCTION phoneunite.create_reference_table(name regclass) RETURNS void LANGUAGE sql
        AS 'INSERT INTO phoneunite.told VALUES (name, NULL, NULL)'\
        """;

    /** Foreign keys that Citus cannot keep: they leave the group of tables, or do not hold its column on both sides at one place. */
    private static final String ASTRAY = """
        SELECT conrelid::regclass || ' ' || conname FROM pg_constraint
        JOIN phoneunite.told here ON here.name = conrelid JOIN phoneunite.told there ON there.name = confrelid
        WHERE contype = 'f' AND there.by IS NOT NULL
            AND (here.together IS DISTINCT FROM there.together OR NOT EXISTS (
                SELECT FROM unnest(conkey, confkey) AS pair (mine, theirs)
                JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = pair.mine AND a.attname = here.by
                JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = pair.theirs AND b.attname = there.by)) ORDER BY 1\
        """;

    private final Connection connection;

    FakeCitus() throws SQLException {
        connection = TestDatabase.empty().owner().getConnection();
        connection.setAutoCommit(false);
        run("SET LOCAL search_path = phoneunite");
        run(DISTRIBUTE);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** By which column each table is distributed; the empty text where every node has all of it. */
    Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        for (String told : read("SELECT name || ' ' || coalesce(by, '') FROM phoneunite.told")) {
            columns.put(told.split(" ", -1)[0], told.split(" ", -1)[1]);
        }
        return columns;
    }

    List<String> foreignKeysAstray() throws SQLException {
        return read(ASTRAY);
    }

    /** Every constraint that there is, in full. */
    List<String> constraints() throws SQLException {
        return read("""
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'phoneunite'::regnamespace AND conrelid <> 'told'::regclass ORDER BY 1\
            """);
    }

    private List<String> read(String sql) throws SQLException {
        return HandWritten.firstColumn(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
