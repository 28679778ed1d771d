package com.phoneunite.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own that waits for its disk, can be killed as it stands, and is started again on what it has kept. */
final class MortalServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path programs;
    private final List<String> arguments;

    @SuppressWarnings("AddressSelection") // the server listens on this machine alone
    MortalServer() throws Exception {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "16MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        TestDatabase.install(server);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("SELECT current_setting('data_directory'), current_setting('fsync') ||"
                                + " current_setting('synchronous_commit')")) {
            answer.next();
            data = Path.of(answer.getString(1));
            if (!answer.getString(2).equals("onon")) {
                throw new IllegalStateException("durability is not judged on a server that does not wait for its disk");
            }
        }
        ProcessHandle.Info info = postmaster().info();
        programs = Path.of(info.command().orElseThrow()).getParent();
        arguments = List.of(info.arguments().orElseThrow());
    }

    /** Connections of a host's. */
    HikariDataSource pool(int size) {
        return HostPool.of(TestDatabase.url(server, ""), size);
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Kills the server and all that it has started. */
    void kill() throws Exception {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> children = postmaster.descendants().toList();
        for (ProcessHandle one :
                Stream.concat(Stream.of(postmaster), children.stream()).toList()) {
            one.destroyForcibly();
            one.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /**
     * Kills one process of the server, as a machine without memory does: the server ends all others, and recovers by itself, which it
     * has done when this returns.
     */
    void killBackend() throws Exception {
        String before = life().orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            ProcessHandle backend = ProcessHandle.of(answer.getLong(1)).orElseThrow();
            backend.destroyForcibly();
            backend.onExit().get(30, TimeUnit.SECONDS);
        }
        while (life().filter(now -> !now.equals(before)).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the server does not recover");
            }
        }
    }

    /** Since when the server counts, which is anew after each end that was not clean; nothing while it takes no connections. */
    Optional<String> life() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT stats_reset::text FROM pg_catalog.pg_stat_bgwriter")) {
            answer.next();
            return Optional.of(answer.getString(1));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Starts what was killed, on the same data and port, and waits until it takes connections. */
    void start() throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL does not run as root, and here nobody else may read its files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs.resolve("pg_ctl").toString(),
                "start",
                "-w",
                "-t",
                "60",
                "-D",
                data.toString(),
                "-l",
                data.resolve("restarted.log").toString(),
                "-o",
                String.join(" ", arguments.subList(2, arguments.size()))));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(data.resolve("restarted.log")));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
