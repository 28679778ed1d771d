package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/simulation.md shows is what is compiled. */
class SimulationPageDocsTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void whatThePageShowsIsCompiled() {
        Reactor reactor = Reactor.find();
        String page = Reactor.read(reactor.root().resolve("docs/simulation.md"));
        List<String> sources = reactor.testSources().stream()
                .filter(source -> source.getParent().endsWith(Path.of("com/phoneunite/testkit/simulation"))
                        || source.getParent().endsWith(Path.of("com/phoneunite/testkit/crash")))
                .map(Reactor::read)
                .map(SimulationPageDocsTest::words)
                .toList();
        List<String> shown = Reactor.matches(JAVA, page)
                .map(snippet -> words(snippet.group(1)))
                .toList();
        assertThat(shown).hasSize(3).allMatch(snippet -> sources.stream().anyMatch(source -> source.contains(snippet)));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
