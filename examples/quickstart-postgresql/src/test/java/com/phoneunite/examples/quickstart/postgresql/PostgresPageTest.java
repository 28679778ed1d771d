package com.phoneunite.examples.quickstart.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/postgresql.md tells of the quickstart is what its pom.xml runs. */
class PostgresPageTest {

    private final String page = read("../../docs/postgresql.md");
    private final String pom = read("pom.xml");

    @Test
    void thePageShowsTheCommandThatTheModuleIsRunBy() {
        List<String> commands = all("```sh\n(mvn .*)\n```", page);
        assertThat(commands).hasSize(1);
        assertThat(pom).contains("<!-- Tells the story: " + commands.get(0) + " -->");
    }

    @Test
    void thePageTellsOfEveryOptionThatThereIs() {
        assertThat(all("\\| `-D([a-z.]+)", page).stream().distinct())
                .containsExactlyInAnyOrderElementsOf(all("<argument>[a-z]+=\\$\\{([a-z.]+)}</argument>", pom));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
