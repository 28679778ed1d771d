package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.DestinationDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/call-tree-json.md says of the format is so, and docs/call-tree.schema.json is drawn up from the code. After a change of the
 * format, run this test with {@code -Dphoneunite.docs.write=true} and commit the schema.
 */
class CallTreePageTest {

    private static final Pattern EXAMPLE = Pattern.compile("^```json\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private final Path docs = docs();
    private final String page = read(docs.resolve("call-tree-json.md"));

    @Test
    void T3_everyExampleOfThePageIsACallTree() {
        assertThat(examples(page)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(example -> {
            assertThat(Reading.of(example)).isPresent();
            assertThat(new SchemaCheck(SchemaText.drawnUp()).passes(example)).isTrue();
        });
    }

    @Test
    void T3_everyCallTreeThatAnyPageShowsCanBeRead() throws IOException {
        try (Stream<Path> pages = Files.walk(docs)) {
            assertThat(pages.filter(file -> file.toString().endsWith(".md"))
                            .flatMap(file -> examples(read(file)).stream())
                            .filter(example -> example.contains("\"menus\"")))
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(Reading.of(example)).isPresent());
        }
    }

    @Test
    void T3_anExampleShowsEveryKindOfDestinationAndGreeting() {
        CallTree tree = examples(page).stream()
                .map(example ->
                        RefusedException.granted(CallTreeJson.read(example).parse()))
                .filter(one -> one.menus().size() > 1)
                .findFirst()
                .orElseThrow();
        String written = CallTreeJson.write(tree);
        assertThat(Arrays.stream(DestinationDraft.Kind.values()).map(DestinationDraft.Kind::json))
                .allMatch(kind -> written.contains("{\"" + kind + "\":"))
                .allMatch(kind -> page.contains("\n| `" + kind + "` |"));
        assertThat(written).contains("{\"say\":", "{\"play\":");
    }

    @Test
    void X4_everyCodeOfAFaultIsOnThePage() {
        assertThat(Arrays.stream(ShapeFaults.Code.values()).map(Enum::name))
                .allMatch(code -> page.contains("\n| `" + code + "` |"));
    }

    @Test
    void X5_theLimitsOfThePageAreThoseOfTheCode() {
        assertThat(page)
                .contains(String.format(Locale.ROOT, "%,d characters", CallTreeJson.MAX_LENGTH))
                .contains("at most " + CallTreeJson.MAX_DEPTH + " deep")
                .contains(String.format("the %,d that are named", ShapeFaults.MAX_NAMED));
    }

    @Test
    void T3_theSchemaIsDrawnUpFromTheCode() throws IOException {
        Path schema = docs.resolve("call-tree.schema.json");
        if (Boolean.getBoolean("phoneunite.docs.write")) {
            Files.writeString(schema, SchemaText.drawnUp());
        }
        assertThat(read(schema))
                .as("run this test with -Dphoneunite.docs.write=true and commit docs/call-tree.schema.json")
                .isEqualTo(SchemaText.drawnUp());
    }

    private static List<String> examples(String page) {
        return EXAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Path docs() {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("docs"))
                .filter(at -> Files.exists(at.resolve("call-tree-json.md")))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
