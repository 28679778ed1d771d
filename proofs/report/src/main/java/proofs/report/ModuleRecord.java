package proofs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a module with tests has run.
 *
 * @param found whether it wrote anything down
 * @param chosenBy what its tests were chosen by, such as the value of {@code -Dtest}; empty where all were run
 */
record ModuleRecord(String module, boolean found, String chosenBy, List<Execution> executions) {
    private static final String CHOSEN_BY = "chosen by\t";

    static ModuleRecord read(String module, Path folder) {
        if (!Files.isDirectory(folder)) {
            return new ModuleRecord(module, false, "", List.of());
        }
        List<Execution> executions = new ArrayList<>();
        TreeSet<String> choices = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith(CHOSEN_BY)) {
                        choices.add(line.substring(CHOSEN_BY.length()));
                    } else {
                        executions.add(Execution.read(module, line));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        choices.remove("");
        return new ModuleRecord(module, true, String.join(", ", choices), executions);
    }
}
