package com.phoneunite.examples.customstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Where the tables are. */
final class H2Database {

    /** How long a change waits for its turn before it fails. */
    static final int LOCK_TIMEOUT_MILLIS = 30_000;

    private static final int CONNECTIONS = 32;

    private H2Database() {}

    // tag::durable
    /** In a file. Without WRITE_DELAY=0 a commit that was answered is written half a second later, and lost by a kill (rule X1). */
    static DataSource in(Path folder) {
        return open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("phoneunite") + ";WRITE_DELAY=0");
    }
    // end::durable

    /** In memory, as long as the process lives. */
    static DataSource inMemory(String name) {
        return open("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static DataSource open(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                url + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=" + LOCK_TIMEOUT_MILLIS, "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
            return pool;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(H2Database.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
