package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillingTableTest {

    @TempDir
    private Path directory;

    @Test
    void staysWithinAHundredColumnsWhateverTheNames() {
        String story = Stories.with()
                .replace("Ann's", "\uD83D\uDCDE".repeat(100))
                .replace("\"standard\"", "\"" + "p".repeat(64) + "\"")
                .replace("USD 20.00", "USD 100000000.00");

        Told told = Told.of(directory, story);

        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines().filter(line -> line.startsWith("|") || line.startsWith("+")))
                .hasSize(5)
                .extracting(line -> line.codePointCount(0, line.length()))
                .containsOnly(97);
        assertThat(told.out()).contains("\uD83D\uDCDE...", "ppp...", "USD 100000000.00");
    }

    @Test
    void drawsOnePageForEachAccount() {
        String account = "{ \"id\": \"a\", \"name\": \"Ann's\", \"owner\": \"ann@example.com\", \"country\": \"DE\","
                + " \"timeZone\": \"Pacific/Auckland\", \"currency\": \"USD\", \"plan\": \"standard\" }";
        String story =
                Stories.with().replace("\"accounts\": [", "\"accounts\": [" + account.replace("\"a\"", "\"b\"") + ", ");

        Told told = Told.of(directory, story);

        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .containsSubsequence("The billing page of b on 2026-02-28", "The billing page of a on 2026-02-28");
    }
}
