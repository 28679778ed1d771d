package proofs.report;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares what PIT reports with {@code docs/survivors.md}: each mutant that no test kills stands there with its reason, and none that
 * is killed. The profile {@code deep} runs it, with the root of the repository as its only argument.
 */
public final class SurvivorsCheck {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([\\w$]+#[\\w$<>]+)` \\| ([\\w, ]+) \\| (.{10,}) \\|$", Pattern.MULTILINE);

    private SurvivorsCheck() {}

    /**
     * Checks the report, which must be there.
     *
     * @throws IllegalStateException if page and report differ; it says where
     */
    public static void main(String[] root) throws IOException {
        Path top = Path.of(root[0]);
        List<Mutant> mutants = Mutant.read(top.resolve("phoneunite-testkit/target/pit-reports/mutations.xml"));
        List<String> differences = differences(Files.readString(top.resolve("docs/survivors.md")), mutants);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("docs/survivors.md: " + String.join("; ", differences));
        }
    }

    /** Of places that the report says nothing of, the page may tell what it likes: it may be of one package. */
    static List<String> differences(String page, List<Mutant> mutants) {
        SortedSet<String> told = ROW.matcher(page)
                .results()
                .flatMap(row ->
                        Pattern.compile(", ").splitAsStream(row.group(2)).map(change -> row.group(1) + " " + change))
                .collect(toCollection(TreeSet::new));
        SortedSet<String> alive = mutants.stream()
                .filter(mutant -> !mutant.killed())
                .map(SurvivorsCheck::name)
                .collect(toCollection(TreeSet::new));
        SortedSet<String> made = mutants.stream().map(SurvivorsCheck::name).collect(toCollection(TreeSet::new));
        List<String> differences = new ArrayList<>();
        alive.stream().filter(one -> !told.contains(one)).forEach(one -> differences.add(one + " lives, untold"));
        told.stream()
                .filter(one -> made.contains(one) && !alive.contains(one))
                .forEach(one -> differences.add(one + " is told, and killed"));
        return differences;
    }

    private static String name(Mutant mutant) {
        return mutant.place() + " " + mutant.change();
    }
}
