package com.phoneunite.docs;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source trees and pages of the whole build, found from wherever a test runs. */
final class Reactor {
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TYPE = Pattern.compile("(com\\.phoneunite(?:\\.[a-z]+)*)\\.([A-Z]\\w*)");

    private final Path root;

    private Reactor(Path root) {
        this.root = root;
    }

    /** The reactor around the working directory. */
    static Reactor find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path pom = at.resolve("pom.xml");
            if (Files.exists(pom) && isRoot(pom)) {
                return new Reactor(at);
            }
        }
        throw new IllegalStateException("no pom.xml of phoneunite-parent above the working directory");
    }

    Path root() {
        return root;
    }

    /** README.md, CONTRIBUTING.md, CHANGELOG.md and everything below docs. */
    List<Path> pages() {
        List<Path> pages = new ArrayList<>(
                List.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md"), root.resolve("CHANGELOG.md")));
        pages.addAll(files(root.resolve("docs"), ".md"));
        return pages;
    }

    List<Path> mainSources() {
        return sources("src/main/java");
    }

    List<Path> testSources() {
        return sources("src/test/java");
    }

    /** The names of types in the text, as they are written with their package, that no main source defines. */
    SortedSet<String> unknownTypes(String text) {
        return matches(TYPE, text)
                .filter(found -> !isDefined(found.group(1), found.group(2)))
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
    }

    static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDefined(String packageName, String type) {
        Path file = Path.of(packageName.replace('.', '/'), type + ".java");
        return mainSources().stream().anyMatch(source -> source.endsWith(file));
    }

    private List<Path> sources(String folder) {
        return matches(MODULE, read(root.resolve("pom.xml")))
                .map(module -> root.resolve(module.group(1)).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(tree -> files(tree, ".java").stream())
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot(Path pom) {
        String own = PARENT.matcher(read(pom)).replaceAll("");
        return own.contains("<artifactId>phoneunite-parent</artifactId>");
    }
}
