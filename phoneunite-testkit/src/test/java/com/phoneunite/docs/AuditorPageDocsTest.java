package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testkit-auditor.md shows is what is compiled, and its table names every judge. */
class AuditorPageDocsTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final Reactor reactor = Reactor.find();
    private final String page = Reactor.read(reactor.root().resolve("docs/testkit-auditor.md"));

    @Test
    void whatThePageShowsIsCompiled() {
        List<String> sources = reactor.testSources().stream()
                .filter(source -> source.endsWith("OurBooksTest.java") || source.endsWith("AuditHonestyTest.java"))
                .map(Reactor::read)
                .map(AuditorPageDocsTest::words)
                .toList();
        List<String> shown = Reactor.matches(JAVA, page)
                .map(snippet -> words(snippet.group(1)))
                .toList();
        assertThat(shown).hasSize(3).allMatch(snippet -> sources.stream().anyMatch(source -> source.contains(snippet)));
    }

    @Test
    void theTableNamesEveryJudge() {
        List<String> judges = reactor.mainSources().stream()
                .map(source -> source.getFileName().toString())
                .filter(name -> name.endsWith("Judge.java") && !name.equals("Judge.java"))
                .map(name -> name.replace(".java", ""))
                .toList();
        assertThat(judges).hasSizeGreaterThan(10).allMatch(judge -> page.contains("| `" + judge + "` |"));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
