package proofs.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report over a small repository: two rules in force, one in part, one not yet; two modules with tests, one without. */
class RulebookReportTest {
    private static final String RULES = """
        # The rulebook

        - **Status** is `in force` or not.

        ## First things

        ### Q1

        One thing
        holds & stays.

        Another paragraph with a [link](elsewhere.md).

        - Status: `in force`
        - Decided by: `com.phoneunite.one.First`,
          `com.phoneunite.one.Second`
        - See: [ADR 0001](adr/0001.md), by `com.phoneunite.Other`

        ### Q2

        A second.

        - Status: `in force`
        - Decided by: `com.phoneunite.Two`

        ## More

        How it is used is told elsewhere.

        ### Q3

        A third.

        - Status: `in part: here and not there`
        - Decided by: `com.phoneunite.Three`

        ### Q4

        A fourth.

        - Status: `not yet`
        - Decided by: nothing yet

        ## Limits

        | What | Limit |
        """;

    @TempDir
    private Path root;

    @BeforeEach
    void house() throws IOException {
        write("pom.xml", "<module>one</module><module>two</module><module>three</module>");
        write("docs/rules.md", RULES);
        write("one/src/test/java/OneTest.java", "");
        write("two/src/test/java/TwoTest.java", "");
        write("three/src/main/java/Three.java", "");
    }

    @Test
    void whoHasNoParentOfOursIsNotAskedForARecord() throws IOException {
        ran("one", "", "a.OneTest Q1_Q2_Q3_bothHold passed 1 0");
        write("two/pom.xml", "<project/>");
        RulebookReport.main(new String[] {root.toString()});
        assertThat(json().get("complete").asBoolean()).isTrue();
    }

    @Test
    void eachRuleIsToldWithItsTestsTriesResultsAndTime() throws IOException {
        ran(
                "one",
                "",
                "a.OneTest Q1_holds passed 1 2000000000",
                "a.OneProperties Q1_Q2_bothHold passed 1000 500000000");
        ran("two", "", "b.TwoTest Q3_isGivenThree passed 1 0", "b.TwoTest Q3_isGivenThree passed 1 250000000");
        RulebookReport.main(new String[] {root.toString()});

        JsonNode report = json();
        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(report.get("rules"))
                .extracting(rule -> rule.get("id").asString())
                .containsExactly("Q1", "Q2", "Q3", "Q4");
        JsonNode first = report.get("rules").get(0);
        assertThat(first.get("section").asString()).isEqualTo("First things");
        assertThat(first.get("text").asString())
                .isEqualTo("One thing holds & stays.\nAnother paragraph with a [link](elsewhere.md).");
        assertThat(first.get("status").asString()).isEqualTo("in force");
        assertThat(first.get("decidedBy"))
                .extracting(JsonNode::asString)
                .containsExactly("com.phoneunite.one.First", "com.phoneunite.one.Second");
        assertThat(first.get("tries").asLong()).isEqualTo(1_001);
        assertThat(first.get("seconds").asDouble()).isEqualTo(2.5);
        assertThat(first.get("tests"))
                .extracting(test -> test.get("test").asString())
                .containsExactly("a.OneProperties#Q1_Q2_bothHold", "a.OneTest#Q1_holds");
        JsonNode second = report.get("rules").get(1);
        assertThat(second.get("tries").asLong()).isEqualTo(1_000);
        JsonNode given = report.get("rules").get(2).get("tests").get(0);
        assertThat(given.get("module").asString()).isEqualTo("two");
        assertThat(given.get("executions").asInt()).isEqualTo(2);
        assertThat(given.get("tries").asLong()).isEqualTo(2);
        assertThat(report.get("rules").get(3).get("proved").asBoolean()).isFalse();
    }

    @Test
    void thePageTellsTheSameToPeople() throws IOException {
        ran("one", "", "a.OneTest Q1_holds passed 1 1", "a.OneProperties Q2_Q3_hold passed 1000 1");
        ran("two", "");
        RulebookReport.main(new String[] {root.toString()});
        assertThat(page())
                .contains("3 of 3 rules proved, by 2 tests with 2,001 tries")
                .contains("One thing holds &amp; stays.<br>Another paragraph with a link.")
                .contains("<code>a.OneTest#Q1_holds</code>")
                .contains("<code>First</code>, <code>Second</code>")
                .doesNotContain("class=\"failed\">Q");
    }

    @Test
    void aRuleWithoutATestThatRanFailsTheBuild() throws IOException {
        ran("one", "", "a.OneTest Q1_holds passed 1 1", "a.OneTest Q3_holds passed 1 1");
        ran("two", "", "b.TwoTest aTestOfNoRule passed 1 1", "b.TwoTest Q22_isAnother passed 1 1");
        assertFails("Q2 is not proved: no test of it ran");
        assertThat(page()).contains("<p class=\"failed\">Q2 is not proved: no test of it ran</p>");
    }

    @Test
    void aRuleWhoseTestsWereAllSkippedFailsTheBuild() throws IOException {
        ran("one", "", "a.OneTest Q1_Q3_hold passed 1 1", "a.OneTest Q2_holds skipped 1 0");
        ran("two", "");
        assertFails("Q2 is not proved: all of its tests were skipped");
        assertThat(json().get("rules").get(1).get("tries").asLong()).isZero();
    }

    @Test
    void aTestThatWasSkippedTakesNothingFromThoseThatPassed() throws IOException {
        ran("one", "", "a.OneTest Q1_Q2_Q3_hold passed 1 1", "a.OneTest Q2_holds skipped 1 0");
        ran("two", "");
        RulebookReport.main(new String[] {root.toString()});
        assertThat(json().get("rules").get(1).get("proved").asBoolean()).isTrue();
    }

    @Test
    void oneTestThatFailedFailsTheBuildHoweverManyPassed() throws IOException {
        ran("one", "", "a.OneTest Q1_Q2_Q3_hold passed 1 1", "a.OneTest Q2_isGivenThree passed 1 1");
        ran("two", "", "a.OneTest Q2_isGivenThree failed 1 1");
        assertFails("Q2 is broken: 1 of its tests failed");
    }

    @Test
    void aModuleWithTestsThatWroteDownNoneFailsTheBuild() throws IOException {
        ran("one", "", "a.OneTest Q1_Q2_Q3_hold passed 1 1");
        assertFails("two has tests and wrote down none");
        assertThat(json().get("complete").asBoolean()).isFalse();
    }

    @Test
    void whereTestsWereChosenNothingMoreIsAskedForAndThePageSaysSo() throws IOException {
        ran("one", "OneTest", "a.OneTest Q1_holds passed 1 1");
        RulebookReport.main(new String[] {root.toString()});
        assertThat(json().get("complete").asBoolean()).isFalse();
        assertThat(json().get("chosenBy").asString()).isEqualTo("OneTest");
        assertThat(page()).contains("Only chosen tests were run (OneTest)");
    }

    @Test
    void whereTestsWereChosenOneThatFailedStillFailsTheBuild() throws IOException {
        ran("one", "OneTest", "a.OneTest Q1_holds failed 1 1");
        assertFails("Q1 is broken: 1 of its tests failed");
    }

    @Test
    void aRulebookThatCannotBeReadIsAFault() throws IOException {
        write("docs/rules.md", "# Nothing here\n");
        assertThatThrownBy(() -> RulebookReport.write(root)).hasMessage("no rule was found in the rulebook");
        write("docs/rules.md", "### Q1\n\nText.\n\n- Decided by: nothing\n");
        assertThatThrownBy(() -> RulebookReport.write(root)).hasMessage("rule Q1 has no status");
    }

    private void assertFails(String complaint) {
        assertThatThrownBy(() -> RulebookReport.main(new String[] {root.toString()}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(complaint + " (the whole report: target/rulebook.html)");
    }

    private void ran(String module, String chosenBy, String... executions) throws IOException {
        write(
                module + "/target/proofs/fork-1.tsv",
                "chosen by\t" + chosenBy + "\n"
                        + Stream.of(executions)
                                .map(line -> line.replace(' ', '\t') + "\n")
                                .collect(joining()));
    }

    private JsonNode json() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("target/rulebook.json")));
    }

    private String page() throws IOException {
        return Files.readString(root.resolve("target/rulebook.html"));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
