package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theReadmeShowsTheFifteenLinesAsTheyAreCompiled() throws IOException {
        Optional<Path> readme = Markdown.find("README.md");
        assumeThat(readme).as("there is no README.md yet").isPresent();
        Optional<String> shown =
                Markdown.blocks(readme.orElseThrow(), "java").stream().findFirst();

        shown.ifPresent(block -> assertThat(block).isEqualTo(fifteenLines()));
    }

    @Test
    void theFifteenLinesAreAboutFifteen() {
        assertThat(fifteenLines().lines().filter(line -> !line.isBlank())).hasSizeBetween(15, 20);
    }

    @Test
    void theFifteenLinesRun() {
        PrintStream terminal = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            FifteenLines.main(new String[0]);
        } finally {
            System.setOut(terminal);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("You are in Services Experts, LLC")
                .contains("balance=USD 80.00");
    }

    private static String fifteenLines() {
        try {
            Path source = Markdown.find("src/main/java/com/phoneunite/examples/quickstart/FifteenLines.java")
                    .orElseThrow();
            return Markdown.tagged(Files.readString(source), "fifteen-lines");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
