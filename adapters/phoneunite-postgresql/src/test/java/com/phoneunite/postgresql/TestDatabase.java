package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL for all tests of this module, started by the first one that asks. The schema is migrated as its owner, and the
 * store works through a login that owns nothing and may only be what the two roles may. Durability is not judged here, so the server
 * does not wait for its disk.
 */
final class TestDatabase {

    private static final String HOST = "host_login";
    private static final String WAITS = "SELECT pid::text FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres server;
    private final HikariDataSource host;

    @SuppressWarnings("AddressSelection") // the server listens on this machine alone
    private TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "16MB")
                    .setServerConfig("max_connections", "40")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        install(server);
        host = HostPool.of(url(server, ""), 12);
    }

    /** The schema, and the login of a host. */
    static void install(EmbeddedPostgres server) {
        migrate(server, "phoneunite");
        execute(
                server.getPostgresDatabase(),
                "CREATE ROLE " + HOST + " LOGIN NOINHERIT",
                "GRANT phoneunite_app, phoneunite_runner TO " + HOST);
    }

    /** Where a host finds that server. */
    static String url(EmbeddedPostgres server, String more) {
        return server.getJdbcUrl(HOST, "postgres") + more;
    }

    /** The database with nothing in it but the schema. */
    static TestDatabase empty() {
        SHARED.execute("""
            DO $$ BEGIN
                EXECUTE (SELECT 'TRUNCATE ' || string_agg('phoneunite.' || quote_ident(relname), ', ')
                    FROM pg_class WHERE relnamespace = 'phoneunite'::regnamespace AND relkind = 'r'
                        AND relname NOT IN ('schema_version', 'flyway_schema_history'));
            END $$\
            """);
        return SHARED;
    }

    /** The database with what earlier steps of a test have left in it. */
    static TestDatabase asItIs() {
        return SHARED;
    }

    /** What a host has: connections of a login that owns nothing. */
    DataSource host() {
        return host;
    }

    /** A host's, who comes to the server by another port. */
    HikariDataSource through(int port, int size, String more) {
        return HostPool.of(
                "jdbc:postgresql://localhost:" + port + "/postgres?user=" + HOST
                        + "&sslmode=disable&gssEncMode=disable&prepareThreshold=0" + more,
                size);
    }

    /** Connections of another login of a host's. */
    HikariDataSource as(String login, String more) {
        return HostPool.of(server.getJdbcUrl(login, "postgres") + more, 2);
    }

    /** Where another process of a host's finds it. */
    String url() {
        return url(server, "");
    }

    int port() {
        return server.getPort();
    }

    /** Connections of who owns everything, and is held by nothing. */
    DataSource owner() {
        return server.getPostgresDatabase();
    }

    void migrate(String schema) {
        migrate(server, schema);
    }

    private static void migrate(EmbeddedPostgres server, String schema) {
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .schemas(schema)
                .locations(PostgresStore.MIGRATIONS)
                .load()
                .migrate();
    }

    /** What the owner reads, of one column. */
    List<String> names(String sql) {
        return names(owner(), sql);
    }

    static List<String> names(DataSource owner, String sql) {
        try (Connection connection = owner.getConnection()) {
            return HandWritten.firstColumn(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on once somebody waits for a lock. */
    void awaitSomebodyWaits() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (names(WAITS).isEmpty()) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
        }
    }

    void execute(String... statements) {
        execute(owner(), statements);
    }

    private static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
