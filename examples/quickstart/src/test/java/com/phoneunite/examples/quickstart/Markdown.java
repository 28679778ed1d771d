package com.phoneunite.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the documents of the repository. */
final class Markdown {

    private Markdown() {}

    /** The document, in this directory or one above it. */
    static Optional<Path> find(String document) {
        Path basedir = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return Stream.iterate(basedir, directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve(document))
                .filter(Files::exists)
                .findFirst();
    }

    /** Its code blocks in that language. */
    static List<String> blocks(Path document, String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)\\n```$")
                .matcher(Files.readString(document).replace("\r\n", "\n"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** What stands between the marks of that tag in a source. */
    static String tagged(String source, String tag) {
        String text = source.replace("\r\n", "\n");
        String start = "// tag::" + tag + "\n";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("// end::" + tag))
                .stripIndent()
                .strip();
    }
}
