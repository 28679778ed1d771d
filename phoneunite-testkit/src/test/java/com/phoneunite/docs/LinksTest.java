package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages point to is there. */
class LinksTest {
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
    private static final Pattern FILE =
            Pattern.compile("\\.?[\\w-]+(?:[./][\\w.-]+)*(?:/|\\.(?:java|md|xml|sh|config))|\\.ci/run|LICENSE");

    private final Reactor reactor = Reactor.find();

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : reactor.pages()) {
            Reactor.matches(LINK, prose(page))
                    .map(link -> link.group(1))
                    .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                    .filter(link -> !resolves(page, link))
                    .forEach(link -> broken.add(name(page) + ": " + link));
        }
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everyFileThatAPageNamesExists() {
        List<String> missing = new ArrayList<>();
        for (Path page : reactor.pages()) {
            Reactor.matches(CODE, prose(page))
                    .map(code -> code.group(1))
                    .filter(code -> FILE.matcher(code).matches() && !code.contains("NNNN"))
                    .filter(code -> !Files.exists(reactor.root().resolve(code)))
                    .forEach(code -> missing.add(name(page) + ": " + code));
        }
        assertThat(missing)
                .as("files named by pages, from the root of the repository")
                .isEmpty();
    }

    @Test
    void everyTypeThatAPageNamesExists() {
        List<String> unknown = new ArrayList<>();
        for (Path page : reactor.pages()) {
            reactor.unknownTypes(prose(page)).forEach(type -> unknown.add(name(page) + ": " + type));
        }
        assertThat(unknown)
                .as("types named by pages that no main source defines")
                .isEmpty();
    }

    @Test
    void everyDecisionIsInTheIndex() {
        String index = Reactor.read(reactor.root().resolve("docs/adr/README.md"));
        assertThat(reactor.pages())
                .filteredOn(page -> page.getParent().endsWith("adr") && !page.endsWith("README.md"))
                .allMatch(page -> index.contains("(" + page.getFileName() + ")"));
    }

    private boolean resolves(Path page, String link) {
        int fragment = link.indexOf('#');
        String file = fragment < 0 ? link : link.substring(0, fragment);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!target.startsWith(reactor.root()) || !Files.exists(target)) {
            return false;
        }
        return fragment < 0 || anchors(target).contains(link.substring(fragment + 1));
    }

    private static Set<String> anchors(Path page) {
        return Reactor.matches(HEADING, prose(page))
                .map(heading -> heading.group(1))
                .map(LinksTest::anchor)
                .collect(Collectors.toSet());
    }

    /** As GitHub makes it: lower case, without punctuation, spaces become dashes. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The page without its blocks of code. */
    private static String prose(Path page) {
        return FENCED.matcher(Reactor.read(page)).replaceAll("");
    }

    private String name(Path page) {
        return reactor.root().relativize(page).toString();
    }
}
