package proofs.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people: one HTML page that needs nothing beside it. */
final class ReportPage {
    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>The rulebook, proved</title><style>
        body { font: 15px/1.45 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }
        table { border-collapse: collapse; width: 100% } td, th { padding: .4em .6em; text-align: left; vertical-align: top }
        tr { border-top: 1px solid #ccc } .n { text-align: right; white-space: nowrap }
        .passed { color: #060 } .failed { color: #b00; font-weight: bold } .skipped { color: #850 } code { font-size: 90% }
        </style></head><body><h1>The rulebook, proved</h1>
        """;

    private ReportPage() {}

    static String of(Report report) {
        return HEAD
                + "<p>" + summary(report) + "</p>\n"
                + report.complaints().stream()
                        .map(complaint -> "<p class=\"failed\">" + escaped(complaint) + "</p>\n")
                        .collect(Collectors.joining())
                + "<table><tr><th>Rule<th>What it promises<th class=\"n\">Tests<th class=\"n\">Tries<th"
                + " class=\"n\">Seconds<th>Result</tr>\n"
                + report.rules().stream().map(ReportPage::row).collect(Collectors.joining())
                + "</table></body></html>\n";
    }

    static String summary(Report report) {
        long holding =
                report.rules().stream().filter(rule -> rule.rule().holds()).count();
        long proved = report.rules().stream().filter(ProvedRule::proved).count();
        long tests = report.rules().stream()
                .flatMap(rule -> rule.proofs().stream())
                .map(proof -> proof.module() + proof.type() + proof.method())
                .distinct()
                .count();
        long tries = report.rules().stream().mapToLong(ProvedRule::tries).sum();
        String choice = report.chosenBy().isEmpty()
                ? ""
                : " Only chosen tests were run (" + escaped(report.chosenBy()) + "), so that much may be missing.";
        return String.format(
                Locale.ROOT,
                "%d of %d rules proved, by %,d tests with %,d tries; a test of two rules counts for both.%s",
                proved,
                holding,
                tests,
                tries,
                choice);
    }

    private static String row(ProvedRule rule) {
        return "<tr id=\"" + rule.rule().id() + "\"><td><b>" + rule.rule().id() + "</b><br>"
                + escaped(rule.rule().section()) + "<td>"
                + marked(rule.rule().text()) + "<br><small>"
                + escaped(rule.rule().status()) + "; decided by "
                + rule.rule().decidedBy().stream()
                        .map(type -> "<code>" + escaped(type.substring(type.lastIndexOf('.') + 1)) + "</code>")
                        .collect(Collectors.joining(", "))
                + "</small>" + proofs(rule) + "<td class=\"n\">" + rule.proofs().size()
                + numbers(rule.tries(), rule.seconds()) + "<td>" + word(rule.result()) + "</tr>\n";
    }

    private static String proofs(ProvedRule rule) {
        return "<details><summary>its tests</summary><table>"
                + rule.proofs().stream()
                        .map(proof -> "<tr><td><code>" + escaped(proof.type() + "#" + proof.method()) + "</code><td>"
                                + escaped(proof.module()) + numbers(proof.tries(), proof.seconds()) + "<td>"
                                + word(proof.result()) + "</tr>\n")
                        .collect(Collectors.joining())
                + "</table></details>";
    }

    private static String numbers(long tries, double seconds) {
        return String.format(Locale.ROOT, "<td class=\"n\">%,d<td class=\"n\">%.1f", tries, seconds);
    }

    private static String word(Result result) {
        String word = result.name().toLowerCase(Locale.ROOT);
        return "<span class=\"" + word + "\">" + word + "</span>";
    }

    /** Links lose their target, which lies elsewhere. */
    private static String marked(String text) {
        return escaped(text)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("`([^`]*)`", "<code>$1</code>")
                .replaceAll("\\*([^*]+)\\*", "<em>$1</em>")
                .replace("\n", "<br>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
