package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/testkit.md shows is what is compiled, and its table names every contract. */
class TestkitPageDocsTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXPORTED = Pattern.compile("exports ([a-z.]+);");

    private final Reactor reactor = Reactor.find();
    private final String page = Reactor.read(reactor.root().resolve("docs/testkit.md"));

    @Test
    void whatThePageShowsIsCompiled() {
        List<String> sources = reactor.testSources().stream()
                .filter(source -> !source.endsWith("TestkitPageDocsTest.java"))
                .map(Reactor::read)
                .map(TestkitPageDocsTest::words)
                .toList();
        List<String> shown = Reactor.matches(JAVA, page)
                .map(snippet -> words(snippet.group(1)))
                .toList();
        assertThat(shown)
                .isNotEmpty()
                .allMatch(snippet -> sources.stream().anyMatch(source -> source.contains(snippet)));
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

    @Test
    void everyPackageOfTheTestkitIsTold() {
        String module = Reactor.read(reactor.root().resolve("phoneunite-testkit/src/main/java/module-info.java"));
        assertThat(Reactor.matches(EXPORTED, module).map(exported -> exported.group(1)))
                .isNotEmpty()
                .allMatch(page::contains);
    }

    @Test
    void theProjectWithoutJqwikHasTheVersionsOfTheBuild() {
        String build = Reactor.read(reactor.root().resolve("pom.xml"));
        String project = Reactor.read(reactor.root().resolve("examples/without-jqwik/pom.xml"));
        for (String property : List.of("junit.version", "slf4j.version", "palantir-java-format.version")) {
            assertThat(value(property, project)).isEqualTo(value(property, build));
        }
        assertThat(project).contains("<version>" + version(build) + "</version>");
    }

    private static String value(String property, String pom) {
        return Reactor.matches(Pattern.compile("<" + property + ">([^<]+)</"), pom)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String version(String build) {
        return Reactor.matches(Pattern.compile("phoneunite-parent</artifactId>\\s*<version>([^<]+)</"), build)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
