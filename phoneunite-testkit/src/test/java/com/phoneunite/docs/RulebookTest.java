package com.phoneunite.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.docs.Rulebook.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rulebook, the code and the tests tell the same story. */
class RulebookTest {
    private static final Pattern TEST_METHOD =
            Pattern.compile("\\b(?:void|boolean)\\s+((?:[A-Z]\\d{1,2}_)+)\\w*\\s*\\(");
    private static final Pattern LIMIT = Pattern.compile("\\b(MAX_[A-Z_]+)\\s*=\\s*([0-9_]+)L?\\s*;");

    private final Reactor reactor = Reactor.find();
    private final Rulebook rulebook = Rulebook.read(reactor);

    @Test
    void everyRuleOfTheProductIsInTheRulebook() {
        assertThat(rulebook.rules().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                ids("A", 3),
                                ids("O", 7),
                                ids("M", 6),
                                ids("S", 3),
                                ids("I", 5),
                                ids("T", 5),
                                ids("B", 13),
                                ids("P", 11),
                                ids("X", 5))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void everyRuleThatHoldsNamesTheTypeThatDecidesIt() {
        assertThat(rulebook.rules().values()).filteredOn(Rule::holds).allMatch(Rule::named);
    }

    @Test
    void everyRuleThatHoldsIsProvenByATestThatBeginsWithItsId() {
        SortedSet<String> tested = testedRules();
        List<String> untested = rulebook.rules().values().stream()
                .filter(Rule::holds)
                .map(Rule::id)
                .filter(id -> !tested.contains(id))
                .toList();
        assertThat(untested)
                .as("rules that docs/rules.md says are in force, wholly or in part, without a test method <id>_…")
                .isEmpty();
    }

    @Test
    void everyTestThatNamesARuleNamesOneOfTheRulebook() {
        assertThat(rulebook.rules().keySet())
                .as("rules that the names of test methods begin with")
                .containsAll(testedRules());
    }

    @Test
    void everyTypeThatTheRulebookNamesExists() {
        assertThat(reactor.unknownTypes(Reactor.read(reactor.root().resolve("docs/rules.md"))))
                .as("types that docs/rules.md names and no main source defines")
                .isEmpty();
    }

    @Test
    void X5_everyLimitOfTheCodeIsInTheTableWithItsValue() {
        List<String> missing = reactor.mainSources().stream()
                .filter(source -> !source.startsWith(reactor.root().resolve("examples")))
                .flatMap(source -> Reactor.matches(LIMIT, Reactor.read(source))
                        .map(limit -> new Limit(nameOf(source) + "." + limit.group(1), digits(limit.group(2)))))
                .filter(limit -> !rowOf(limit.name())
                        .filter(row -> hasNumber(row, limit.value()))
                        .isPresent())
                .map(Limit::toString)
                .toList();
        assertThat(missing)
                .as("limits of the code that are not in the table of docs/rules.md, or with another value")
                .isEmpty();
    }

    private record Limit(String name, String value) {}

    private SortedSet<String> testedRules() {
        return reactor.testSources().stream()
                .flatMap(source -> Reactor.matches(TEST_METHOD, Reactor.read(source)))
                .flatMap(method -> Pattern.compile("_").splitAsStream(method.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    private Optional<String> rowOf(String limit) {
        return rulebook.limits()
                .lines()
                .filter(line -> line.contains("`" + limit + "`"))
                .findFirst();
    }

    private static boolean hasNumber(String row, String value) {
        return Arrays.asList(row.replace(",", "").split("[^0-9]+", -1)).contains(value);
    }

    private static String digits(String literal) {
        return literal.replace("_", "");
    }

    private static String nameOf(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<String> ids(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> letter + n).toList();
    }
}
