package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/testkit.md shows is what is compiled, and its table names every contract. */
class TestkitPageDocsTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final Reactor reactor = Reactor.find();
    private final String page = Reactor.read(reactor.root().resolve("docs/testkit.md"));

    @Test
    void whatThePageShowsIsCompiled() {
        Path tests = Path.of("com/phoneunite/testkit/contract");
        List<String> sources = reactor.testSources().stream()
                .filter(source -> source.getParent().endsWith(tests))
                .map(Reactor::read)
                .map(TestkitPageDocsTest::words)
                .toList();
        List<String> shown = Reactor.matches(JAVA, page)
                .map(snippet -> words(snippet.group(1)))
                .toList();
        assertThat(shown).hasSize(2).allMatch(snippet -> sources.stream().anyMatch(source -> source.contains(snippet)));
    }

    @Test
    void theTableNamesEveryContract() {
        Stream<String> contracts = reactor.mainSources().stream()
                .map(source -> source.getFileName().toString())
                .filter(name -> name.endsWith("Contract.java") && !name.equals("Contract.java"))
                .filter(name -> !name.endsWith("StoreContract.java"))
                .map(name -> name.replace(".java", ""));
        assertThat(contracts).isNotEmpty().allMatch(contract -> page.contains("| `" + contract + "` |"));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
