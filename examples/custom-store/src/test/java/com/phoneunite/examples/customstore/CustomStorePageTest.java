package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/custom-store.md shows is what is compiled, what it says is printed, and what it says of the tables is tried. */
class CustomStorePageTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern TAGGED = Pattern.compile("// tag::([a-z-]+)\n(.*?)\n *// end::\\1\n", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile("\\| `(\\w+)` \\| `(\\w+)\\(\\)` \\| `([\\w.]+)` \\|");

    private final String page = read(Path.of("../../docs/custom-store.md"));

    @Test
    void thePageShowsTheStoreAsItIsCompiled() {
        List<String> shown =
                all(JAVA, page).map(match -> match.group(1).strip()).toList();
        List<String> compiled = sources()
                .flatMap(source -> all(TAGGED, read(source)))
                .map(match -> match.group(2).stripIndent().strip())
                .toList();
        assertThat(shown).hasSizeGreaterThan(10).isSubsetOf(compiled);
    }

    @Test
    void thePageShowsAllThatIsMeantForIt() {
        assertThat(sources()
                        .flatMap(source -> all(TAGGED, read(source)))
                        .map(match -> match.group(2).stripIndent().strip()))
                .allMatch(page::contains);
    }

    @Test
    void thePageSaysWhatIsPrinted(@TempDir Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int months : List.of(4, 6)) {
            CustomStoreExample.play(H2Store.in(folder), months, new PrintStream(out, true, StandardCharsets.UTF_8));
        }
        assertThat(page)
                .contains("```text\n" + out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n") + "```\n");
    }

    @Test
    void thePageNamesEveryPortThatAStoreBrings() {
        List<String> named = all(PORT, page)
                .map(row -> row.group(1) + "." + row.group(2) + " is a " + row.group(3))
                .toList();
        List<String> there = Stream.of(Store.class, BillingStore.class)
                .flatMap(bundle -> Arrays.stream(bundle.getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getReturnType() != Store.class)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName() + " is a "
                        + method.getReturnType().getName())
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
