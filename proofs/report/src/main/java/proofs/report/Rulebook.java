package proofs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the rules out of docs/rules.md, in the order of the page. */
final class Rulebook {
    private static final Pattern HEADING = Pattern.compile("^(##|###) (.+)$", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("[A-Z]\\d{1,2}");
    private static final Pattern STATUS = Pattern.compile("^- Status: `([^`]+)`", Pattern.MULTILINE);
    private static final Pattern DECIDED_BY =
            Pattern.compile("^- Decided by: (.*?)(?=^- |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("`(com\\.phoneunite[\\w.]+)`");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

    private Rulebook() {}

    static List<Rule> read(String page) {
        List<Rule> rules = new ArrayList<>();
        List<MatchResult> headings = HEADING.matcher(page).results().toList();
        String section = "";
        for (int i = 0; i < headings.size(); i++) {
            MatchResult heading = headings.get(i);
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : page.length();
            if (heading.group(1).equals("##")) {
                section = heading.group(2);
            } else if (ID.matcher(heading.group(2)).matches()) {
                rules.add(rule(heading.group(2), section, page.substring(heading.end(), end)));
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("no rule was found in the rulebook");
        }
        return rules;
    }

    private static Rule rule(String id, String section, String body) {
        String status = STATUS.matcher(body)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule " + id + " has no status"));
        List<String> types = DECIDED_BY
                .matcher(body)
                .results()
                .flatMap(found -> TYPE.matcher(found.group(1)).results())
                .map(found -> found.group(1))
                .toList();
        int facts = body.indexOf("\n- ");
        return new Rule(id, section, onOneLineEach(body.substring(0, facts)), status, types);
    }

    private static String onOneLineEach(String text) {
        return PARAGRAPHS
                .splitAsStream(text.strip())
                .map(paragraph -> paragraph.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }
}
