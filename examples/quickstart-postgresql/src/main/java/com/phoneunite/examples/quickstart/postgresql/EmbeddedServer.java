package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.StoryRejected;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL that is started from a directory and keeps its data there: it waits for its disk, ends with this process, and survives it
 * being killed. One process at a time has it.
 */
final class EmbeddedServer implements AutoCloseable {

    /** A server that was killed leaves processes for a moment, and none starts beside them. */
    private static final int ATTEMPTS = 20;

    private static final long BETWEEN_ATTEMPTS_MILLIS = 250;

    private final FileChannel lock;
    private final EmbeddedPostgres server;

    private EmbeddedServer(FileChannel lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * The server of that directory, started with what it has kept. One that was left behind by a process that was killed is ended first.
     *
     * @throws StoryRejected if it cannot be started there
     */
    static EmbeddedServer in(Path directory) throws StoryRejected {
        try {
            FileChannel lock = lock(directory);
            try {
                return new EmbeddedServer(lock, start(directory));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | IllegalStateException e) {
            throw new StoryRejected("No PostgreSQL can be started in " + directory + ": " + e.getMessage());
        }
    }

    /** Where its owner finds it; nobody is asked for a password, and it listens on this machine alone. */
    String address() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException, StoryRejected {
        Path file = directory.resolve("lock");
        if (Files.exists(directory) && !Files.exists(file) && !isEmpty(directory)) {
            throw new StoryRejected("-Dpostgres.data names " + directory + ", which holds something else.");
        }
        Files.createDirectories(directory);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Said below.
        }
        channel.close();
        throw new StoryRejected("Another process is telling a story from " + directory + ".");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    private static EmbeddedPostgres start(Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path ready = directory.resolve("ready");
        OrphanedServer.end(data);
        if (!Files.exists(ready)) {
            delete(data); // What was killed while it was set up is set up anew.
        }
        EmbeddedPostgres server = started(data);
        if (!Files.exists(ready)) {
            Files.createFile(ready);
        }
        return server;
    }

    private static EmbeddedPostgres started(Path data) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "10")
                        .setServerConfig("shared_buffers", "16MB")
                        .start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void delete(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(data)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
