package com.phoneunite.examples.quickstart.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server whose host was killed runs on: it is asked to end, and made to if it does not. What it has acknowledged is on its disk. */
final class OrphanedServer {

    private static final long PATIENCE_SECONDS = 10;

    private OrphanedServer() {}

    /** Ends the server that runs on that data, if one does. */
    static void end(Path data) throws IOException {
        Optional<ProcessHandle> running = postmaster(data);
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = running.get();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroy();
        if (!hasEnded(postmaster)) {
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            hasEnded(postmaster);
        }
    }

    /** Its number may have been given to another process since, so it is asked what it is. */
    static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String pid = Files.readAllLines(file).stream().findFirst().orElse("");
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .filter(process -> process.info()
                            .arguments()
                            .filter(arguments -> List.of(arguments).contains(data.toString()))
                            .isPresent());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean hasEnded(ProcessHandle process) throws IOException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
