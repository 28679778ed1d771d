package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file holds: a message, exit code 2, nothing told, and no stack trace. */
class HostileStoryTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"v\"",
                "[]",
                "[[[[]]]]",
                "{}",
                "{",
                "{\"v\":",
                "{\"v\": 1,}",
                "{\"v\": 1} x",
                "{'v': 1}",
                "{\"v\": NaN}",
                "// a comment\n{}",
                "{\"v\": 1e999999999}",
                "{\"accounts\": {}, \"events\": 1, \"plans\": \"\"}",
                "{\"accounts\": [null, [], {}], \"events\": [{}, {\"do\": null}], \"plans\": [{}]}",
                "{\"\": 1}"
            })
    void isTurnedAway(String content) {
        turnedAway(Told.of(directory, content));
    }

    @Test
    void namesLineAndColumnOfWhatIsNotJson() {
        Told told = Told.of(directory, "{\n  \"v\": 1,\n  \"starts\" \"2026-01-31\"\n}");

        turnedAway(told);
        assertThat(told.err()).contains("is not valid JSON:\n  line 3, column ");
    }

    @Test
    void namesAFieldThatIsThereTwice() {
        Told told = Told.of(directory, Stories.with().replace("\"v\": 1,", "\"v\": 1,\n\"v\": 1,"));

        turnedAway(told);
        assertThat(told.err())
                .contains("line 3")
                .containsIgnoringCase("duplicate")
                .contains("\"v\"");
    }

    @Test
    void nestsOnlySoDeep() {
        Told told = Told.of(directory, "{\"events\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        turnedAway(told);
        assertThat(told.err()).contains("nested deeper than 8 levels");
    }

    @Test
    void isOnlySoLarge() {
        Told told = Told.of(directory, new byte[2 * 1024 * 1024]);

        turnedAway(told);
        assertThat(told.err()).contains("is larger than 1048576 bytes");
        turnedAway(Told.of(directory, Stories.with().replace("Ann's", "x".repeat(1_000_000))));
    }

    @Test
    void isReadAsUtf8() {
        turnedAway(Told.of(directory, new byte[] {'{', '"', (byte) 0xFF, '"', '}'}));
        turnedAway(Told.of(directory, Stories.with().getBytes(StandardCharsets.UTF_16)));
        assertThat(Told.of(directory, "\uFEFF" + Stories.with()).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b[2J", "\\u2028", "\\ud800", "\\n"})
    void playsNoTricksOnTheTerminal(String character) {
        Told value = Told.of(directory, Stories.with().replace("\"a\"", "\"a" + character + "\""));
        Told name = Told.of(directory, Stories.with().replace("\"v\": 1", "\"v\": 1, \"w" + character + "\": 1"));

        turnedAway(value);
        assertThat(value.err()).contains("accounts[0].id must be a text");
        turnedAway(name);
        turnedAway(Told.of(directory, Stories.with().replace("Ann", "\0")));
    }

    @Test
    void isNotToldOnAndOn() {
        StringBuilder fields = new StringBuilder("{");
        for (int i = 0; i < 50_000; i++) {
            fields.append("\"x").append(i).append("\": 1, ");
        }
        Told told = Told.of(directory, fields.append("\"v\": 1}").toString());

        turnedAway(told);
        assertThat(told.err().lines()).hasSizeLessThan(110);
        assertThat(told.err()).contains("... and ");
    }

    private static void turnedAway(Told told) {
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .isNotBlank()
                .doesNotContain("Exception", "\tat ", "tools.jackson")
                .matches("[\\P{Cntrl}\\n]*");
    }
}
