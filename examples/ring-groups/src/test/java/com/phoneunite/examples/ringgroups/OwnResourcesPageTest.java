package com.phoneunite.examples.ringgroups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/own-resources.md shows is what is compiled, and what it says is printed. */
class OwnResourcesPageTest {

    private static final Path SOURCES = Path.of("src/main/java/com/phoneunite/examples/ringgroups");

    @Test
    void thePageShowsTheTypeAndItsUseAsTheyAreCompiled() {
        assertThat(page())
                .contains("```java\n" + tagged("RingGroups.java", "ring-groups") + "\n```\n")
                .contains("```java\n" + tagged("RingGroupsExample.java", "use") + "\n```\n");
    }

    @Test
    void thePageSaysWhatIsPrinted() {
        PrintStream terminal = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            RingGroupsExample.main(new String[0]);
        } finally {
            System.setOut(terminal);
        }
        assertThat(page()).contains("```text\n" + withoutIds(out.toString(StandardCharsets.UTF_8)) + "```\n");
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…");
    }

    private static String page() {
        return read(Path.of("../../docs/own-resources.md"));
    }

    private static String tagged(String file, String tag) {
        String text = read(SOURCES.resolve(file));
        String start = "// tag::" + tag + "\n";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("// end::" + tag))
                .stripIndent()
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
