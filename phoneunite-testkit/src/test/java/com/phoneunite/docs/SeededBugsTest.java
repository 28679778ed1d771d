package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bugs that are kept to be put in still fit the sources, and the page tells of each of them. */
class SeededBugsTest {
    private static final String OLD_FILE = "--- a/";
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([^\\]]+)\\]\\([^)]*\\.patch\\).*\\|$", Pattern.MULTILINE);

    private final Reactor reactor = Reactor.find();
    private final Path folder = reactor.root().resolve("phoneunite-testkit/src/test/seeded-bugs");
    private final String page = Reactor.read(reactor.root().resolve("docs/seeded-bugs.md"));

    @Test
    void eachBugFitsTheSourcesInOnePlace() throws IOException {
        for (Path patch : patches()) {
            List<Hunk> hunks = hunks(patch);
            assertThat(hunks).as("what %s changes", patch.getFileName()).isNotEmpty();
            for (Hunk hunk : hunks) {
                Path source = reactor.root().resolve(hunk.file());
                assertThat(places(hunk.before(), Files.readAllLines(source)))
                        .as("places of %s where %s fits", hunk.file(), patch.getFileName())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void thereAreBugsInTenRulesOfTheRulebookAndMore() throws IOException {
        Set<String> rules = patches().stream()
                .map(patch -> patch.getFileName().toString().replaceAll("-.*", ""))
                .collect(Collectors.toSet());
        assertThat(Rulebook.read(reactor).rules().keySet()).containsAll(rules);
        assertThat(rules).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void thePageTellsOfEachBugAndOfWhatFoundIt() throws IOException {
        List<String> told = Reactor.matches(ROW, page).map(row -> row.group(1)).toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(patches().stream()
                        .map(patch -> patch.getFileName().toString().replace(".patch", ""))
                        .toList());
        assertThat(Reactor.matches(ROW, page).map(row -> row.group()))
                .allSatisfy(row -> assertThat(row).contains("#").doesNotContain("**not found**"));
    }

    /** The columns are: bug, contract, auditor, simulator, and what else. */
    @Test
    void theBugsOfTenRulesAreFoundByTheSimulatorOrAContract() {
        Set<String> rules = Reactor.matches(ROW, page)
                .filter(row -> List.of(row.group().split(" \\| ")).stream()
                        .filter(cell -> cell.matches("`\\w*(ContractTest|SimulationTest)#\\w+`"))
                        .findAny()
                        .isPresent())
                .map(row -> row.group(1).replaceAll("-.*", ""))
                .collect(Collectors.toSet());
        assertThat(rules).hasSizeGreaterThanOrEqualTo(10);
    }

    private List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> patches = files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .toList();
            assertThat(patches).isNotEmpty();
            return patches;
        }
    }

    /** A part of a patch: the lines of a file as they are before it, those around it included. */
    private record Hunk(String file, List<String> before) {}

    private static List<Hunk> hunks(Path patch) throws IOException {
        List<Hunk> hunks = new ArrayList<>();
        String file = "";
        for (String line : Files.readAllLines(patch)) {
            if (line.startsWith(OLD_FILE)) {
                file = line.substring(OLD_FILE.length());
            } else if (line.startsWith("@@")) {
                hunks.add(new Hunk(file, new ArrayList<>()));
            } else if (!hunks.isEmpty() && (line.startsWith(" ") || line.startsWith("-"))) {
                hunks.get(hunks.size() - 1).before().add(line.substring(1));
            }
        }
        return hunks;
    }

    private static long places(List<String> lines, List<String> source) {
        return IntStream.rangeClosed(0, source.size() - lines.size())
                .filter(at -> source.subList(at, at + lines.size()).equals(lines))
                .count();
    }
}
