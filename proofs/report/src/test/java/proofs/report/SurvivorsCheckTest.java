package proofs.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorsCheckTest {
    private static final String REPORT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <mutations partial="true">
        <mutation detected='true' status='KILLED' numberOfTestsRun='3'><sourceFile>Till.java</sourceFile>
        <mutatedClass>com.phoneunite.Till</mutatedClass><mutatedMethod>take</mutatedMethod><lineNumber>7</lineNumber>
        <mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator></mutation>
        <mutation detected='false' status='SURVIVED' numberOfTestsRun='3'><sourceFile>Till.java</sourceFile>
        <mutatedClass>com.phoneunite.Till$Drawer</mutatedClass><mutatedMethod>&lt;init&gt;</mutatedMethod>
        <mutator>org.pitest.mutationtest.engine.gregor.mutators.RemoveConditionalMutator_ORDER_IF</mutator></mutation>
        <mutation detected='false' status='NO_COVERAGE' numberOfTestsRun='0'><sourceFile>Till.java</sourceFile>
        <mutatedClass>com.phoneunite.Till</mutatedClass><mutatedMethod>toString</mutatedMethod>
        <mutator>org.pitest.mutationtest.engine.gregor.mutators.returns.EmptyObjectReturnValsMutator</mutator></mutation>
        </mutations>
        """;
    private static final String TOLD = """
        | Where | What | Why |
        |---|---|---|
        | `Till$Drawer#<init>` | RemoveConditionalORDER_IF, Math | stops what another check stops, too |
        | `Till#toString` | EmptyObjectReturnVals | text for people |
        | `Elsewhere#else` | Math | of another run |
        """;

    @TempDir
    private Path root;

    @BeforeEach
    void report() throws IOException {
        write("phoneunite-testkit/target/pit-reports/mutations.xml", REPORT);
    }

    @Test
    void aPageThatTellsOfEachSurvivorIsRight() throws IOException {
        write("docs/survivors.md", TOLD);
        SurvivorsCheck.main(new String[] {root.toString()});
    }

    @Test
    void aSurvivorThatIsNotToldOfFails() throws IOException {
        write("docs/survivors.md", TOLD.replace("| `Till#toString`", "| Till#toString"));
        assertFails("docs/survivors.md: Till#toString EmptyObjectReturnVals lives, untold");
    }

    @Test
    void aSurvivorWithoutAReasonFails() throws IOException {
        write("docs/survivors.md", TOLD.replace("text for people", "-"));
        assertFails("docs/survivors.md: Till#toString EmptyObjectReturnVals lives, untold");
    }

    @Test
    void aMutantThatIsKilledByNowFails() throws IOException {
        write("docs/survivors.md", TOLD + "| `Till#take` | Math | nobody looks at it |\n");
        assertFails("docs/survivors.md: Till#take Math is told, and killed");
    }

    @Test
    void whatIsNoReportIsAFault() throws IOException {
        write("docs/survivors.md", TOLD);
        write("phoneunite-testkit/target/pit-reports/mutations.xml", "nothing");
        assertThatThrownBy(() -> SurvivorsCheck.main(new String[] {root.toString()}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no report of PIT");
    }

    private void assertFails(String message) {
        assertThatThrownBy(() -> SurvivorsCheck.main(new String[] {root.toString()}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
