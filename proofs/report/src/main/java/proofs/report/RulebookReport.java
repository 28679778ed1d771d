package proofs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes {@code target/rulebook.json} and {@code target/rulebook.html} and fails where a rule is not proved. The build runs it last, in
 * the phase {@code verify}, with the root of the repository as its only argument. Where tests were chosen ({@code -Dtest=…}) it reports what
 * they proved and asks for no more.
 */
public final class RulebookReport {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private RulebookReport() {}

    /**
     * Makes the report.
     *
     * @throws IllegalStateException if the build must fail; it says why
     */
    public static void main(String[] root) throws IOException {
        Report report = write(Path.of(root[0]));
        if (!report.complaints().isEmpty()) {
            throw new IllegalStateException(
                    String.join("; ", report.complaints()) + " (the whole report: target/rulebook.html)");
        }
    }

    /** A module that stands for a host's own project has no parent of ours, and so no recorder among its tests. */
    private static boolean hasOurParent(Path pom) {
        try {
            return Files.notExists(pom) || Files.readString(pom).contains("<artifactId>phoneunite-parent</artifactId>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report write(Path root) throws IOException {
        List<ModuleRecord> records = MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> Files.isDirectory(root.resolve(module).resolve("src/test/java")))
                .filter(module -> hasOurParent(root.resolve(module).resolve("pom.xml")))
                .map(module -> ModuleRecord.read(
                        module, root.resolve(module).resolve("target").resolve("proofs")))
                .toList();
        Report report = Report.of(Rulebook.read(Files.readString(root.resolve("docs/rules.md"))), records);
        Path target = Files.createDirectories(root.resolve("target"));
        Files.writeString(target.resolve("rulebook.json"), ReportJson.of(report));
        Files.writeString(target.resolve("rulebook.html"), ReportPage.of(report));
        return report;
    }
}
