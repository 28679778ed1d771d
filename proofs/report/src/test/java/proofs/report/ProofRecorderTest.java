package proofs.report;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder writes of tests of every kind, as it does in each module of the build. */
class ProofRecorderTest {
    @TempDir
    private static Path folder;

    private static Map<String, List<Execution>> written;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        record("");
        written =
                read().executions().stream().collect(groupingBy(Execution::method, TreeMap::new, Collectors.toList()));
    }

    @Test
    void eachKindOfTestIsWrittenWithWhatCameOfIt() {
        Map<String, Result> results = new TreeMap<>();
        written.forEach(
                (method, executions) -> results.put(method, Proof.of(executions).result()));
        assertThat(results)
                .containsOnly(
                        entry("passes", Result.PASSED),
                        entry("fails", Result.FAILED),
                        entry("givesUp", Result.SKIPPED),
                        entry("isSwitchedOff", Result.SKIPPED),
                        entry("isOffWithItsClass", Result.SKIPPED),
                        entry("isGivenThree", Result.FAILED),
                        entry("makesTwo", Result.PASSED),
                        entry("launchesOthers", Result.PASSED),
                        entry("holds", Result.PASSED),
                        entry("isAskedForEvenOnesOnly", Result.PASSED),
                        entry("isAField", Result.PASSED));
    }

    @Test
    void eachInvocationIsALineOfItsOwn() {
        assertThat(written.get("isGivenThree"))
                .extracting(Execution::result)
                .containsExactlyInAnyOrder(Result.PASSED, Result.PASSED, Result.FAILED);
        assertThat(written.get("makesTwo")).hasSize(2);
    }

    @Test
    void aPropertyCountsTheChecksThatWereReallyRun() {
        assertThat(written.get("holds")).extracting(Execution::tries).containsExactly(40L);
        assertThat(written.get("isAskedForEvenOnesOnly"))
                .singleElement()
                .extracting(Execution::tries)
                .satisfies(checks -> assertThat(checks).isBetween(1L, 39L));
    }

    @Test
    void theClassIsTheOneThatWasRun() {
        assertThat(written.get("passes")).extracting(Execution::type).containsExactly(Sample.Mixed.class.getName());
        assertThat(written.get("isAField")).extracting(Execution::type).containsExactly(Sample.Arrows.class.getName());
    }

    @Test
    void whatATestLaunchesIsNotWritten() {
        assertThat(written).doesNotContainKey("isLaunchedByATest");
        assertThat(written.get("isOffWithItsClass")).hasSize(1);
    }

    @Test
    void aRunOfChosenTestsSaysWhatTheyWereChosenByAndTakesThePlaceOfTheLast(@TempDir Path other) throws Exception {
        record("Mixed");
        ModuleRecord second = read();
        assertThat(second.chosenBy()).isEqualTo("Mixed");
        assertThat(second.executions())
                .hasSameSizeAs(written.values().stream().flatMap(List::stream).toList());
        assertThat(ModuleRecord.read("none", other.resolve("target")).found()).isFalse();
    }

    private static ModuleRecord read() {
        return ModuleRecord.read("sample", folder.resolve("proofs"));
    }

    private static void record(String chosenBy) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djqwik.database=",
                "-Dphoneunite.proofs=" + folder.resolve("proofs"),
                "-Dtest=" + chosenBy,
                "-cp",
                System.getProperty("java.class.path"),
                Sample.class.getName()));
        Path output = folder.resolve("output.txt");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(code)
                .as("what the samples ended with: %s", Files.readString(output))
                .isZero();
    }
}
