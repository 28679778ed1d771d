package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.postgresql.PostgresStore;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A PostgreSQL of its own that waits for its disk, with our schema twice: for the store, and for what is written by hand. */
final class Server implements AutoCloseable {

    /** The schema of what is written by hand. */
    static final String FLOOR = "floor";

    /** The schema of the store. */
    static final String OURS = "phoneunite";

    private static final String MIGRATION = "/db/phoneunite-postgresql/V1__accounts_organizations_and_money.sql";
    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "wal_sync_method",
            "full_page_writes",
            "shared_buffers",
            "max_wal_size",
            "checkpoint_timeout");

    private final EmbeddedPostgres postgres;
    private final HikariDataSource host;

    Server() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "16GB")
                // None comes in the middle by the clock: after each, whole pages go into the log.
                .setServerConfig("checkpoint_timeout", "1h")
                .start();
        for (String schema : List.of(OURS, FLOOR)) {
            execute("CREATE SCHEMA " + schema + "; SET search_path = " + schema + "; " + migration());
        }
        execute("CREATE ROLE host_login LOGIN NOINHERIT; GRANT phoneunite_app, phoneunite_runner TO host_login");
        host = pool(url());
    }

    /** Where a login that owns nothing finds it. */
    String url() {
        return postgres.getJdbcUrl("host_login", "postgres");
    }

    /** A pool of connections to there. */
    static HikariDataSource pool(String url) {
        return pool(url, 8);
    }

    /** The same of so many. */
    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private static String migration() throws IOException {
        try (InputStream sql = PostgresStore.class.getResourceAsStream(MIGRATION)) {
            return new String(Objects.requireNonNull(sql, MIGRATION).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Connections of a login that owns nothing, from a pool. */
    HikariDataSource host() {
        return host;
    }

    /** A connection of who owns everything and is held by no policy, for what is written by hand. */
    Connection owner() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Clears away what is dead, and brings what is known of the tables up to date. */
    void tidy() throws SQLException {
        execute("VACUUM ANALYZE");
        execute("CHECKPOINT");
    }

    /** The one number that is asked for. */
    long number(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        }
    }

    /** The settings without which no figure says anything. */
    String settings() throws SQLException {
        StringBuilder told = new StringBuilder();
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet results = statement.executeQuery("SHOW " + name)) {
                    results.next();
                    told.append(told.isEmpty() ? "" : ", ")
                            .append(name)
                            .append('=')
                            .append(results.getString(1));
                }
            }
        }
        return told.toString();
    }

    @Override
    public void close() throws IOException {
        host.close();
        postgres.close();
    }
}
