package proofs.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that one JVM writes: a line for each test that it ran, {@code class, method, result, tries, nanoseconds}, between tabs. The first
 * line tells what the tests were chosen by, and nothing where all were run.
 */
final class ProofRecord implements AutoCloseable {
    private final Writer file;

    private ProofRecord(Writer file) {
        this.file = file;
    }

    /** A new file, or, where this JVM has one already, more of it. */
    static ProofRecord in(Path folder, String chosenBy, boolean more) {
        try {
            Files.createDirectories(folder);
            Path path = folder.resolve("fork-" + System.getProperty("surefire.forkNumber", "1") + ".tsv");
            if (!more) {
                Files.deleteIfExists(path);
            }
            Writer file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            file.write("chosen by\t" + chosenBy.replaceAll("\\s+", " ") + "\n");
            return new ProofRecord(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(String type, String method, String result, int tries, long nanos) {
        try {
            file.write(type + "\t" + method + "\t" + result + "\t" + tries + "\t" + nanos + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
