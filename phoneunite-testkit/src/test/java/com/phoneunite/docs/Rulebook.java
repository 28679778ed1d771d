package com.phoneunite.docs;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * docs/rules.md as a test reads it.
 *
 * @param rules what is said of each rule, by id
 * @param limits the table of limits
 */
record Rulebook(Map<String, Rule> rules, String limits) {
    private static final Pattern RULE =
            Pattern.compile("^### ([A-Z]\\d{1,2})\\n(.*?)(?=^##)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("^- Status: `(in force|in part|not yet)", Pattern.MULTILINE);
    private static final Pattern DECIDED_BY = Pattern.compile("^- Decided by: (?!nothing)", Pattern.MULTILINE);
    private static final Pattern LIMITS =
            Pattern.compile("^## Limits\\n(.*?)(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);

    /** What is said of one rule. */
    record Rule(String id, String status, boolean named) {
        boolean holds() {
            return !status.equals("not yet");
        }
    }

    static Rulebook read(Reactor reactor) {
        String page = Reactor.read(reactor.root().resolve("docs/rules.md"));
        Map<String, Rule> rules = new TreeMap<>();
        Reactor.matches(RULE, page).map(Rulebook::rule).forEach(rule -> {
            if (rules.put(rule.id(), rule) != null) {
                throw new IllegalStateException("rule " + rule.id() + " stands twice in docs/rules.md");
            }
        });
        String limits = Reactor.matches(LIMITS, page)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("docs/rules.md has no section Limits"));
        return new Rulebook(rules, limits);
    }

    private static Rule rule(MatchResult section) {
        String id = section.group(1);
        String status = Reactor.matches(STATUS, section.group(2))
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("rule " + id + " has no status in docs/rules.md"));
        return new Rule(id, status, DECIDED_BY.matcher(section.group(2)).find());
    }
}
