package proofs.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What was proved.
 *
 * @param chosenBy what the tests were chosen by; empty where every module ran all of its tests, so that nothing may be missing
 * @param silent the modules with tests that wrote nothing down
 */
record Report(String chosenBy, List<String> silent, List<ProvedRule> rules) {

    static Report of(List<Rule> rules, List<ModuleRecord> records) {
        List<Execution> all =
                records.stream().flatMap(record -> record.executions().stream()).toList();
        String chosenBy = records.stream()
                .map(ModuleRecord::chosenBy)
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .collect(joining(", "));
        List<String> silent = records.stream()
                .filter(record -> !record.found())
                .map(ModuleRecord::module)
                .toList();
        return new Report(
                chosenBy, silent, rules.stream().map(rule -> prove(rule, all)).toList());
    }

    boolean complete() {
        return chosenBy.isEmpty() && silent.isEmpty();
    }

    /** Why the build must fail; empty if it need not. Of tests that were chosen nothing is asked but that none failed. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (ProvedRule rule : rules) {
            if (rule.result() == Result.FAILED) {
                complaints.add(rule.rule().id() + " is broken: " + rule.count(Result.FAILED) + " of its tests failed");
            } else if (chosenBy.isEmpty() && rule.rule().holds() && !rule.proved()) {
                complaints.add(rule.rule().id() + " is not proved: "
                        + (rule.proofs().isEmpty() ? "no test of it ran" : "all of its tests were skipped"));
            }
        }
        if (chosenBy.isEmpty()) {
            silent.forEach(module -> complaints.add(module + " has tests and wrote down none"));
        }
        return complaints;
    }

    private static ProvedRule prove(Rule rule, List<Execution> all) {
        return new ProvedRule(
                rule,
                all.stream()
                        .filter(execution -> execution.rules().contains(rule.id()))
                        .collect(groupingBy(
                                execution -> execution.module() + " " + execution.name(), TreeMap::new, toList()))
                        .values()
                        .stream()
                        .map(Proof::of)
                        .toList());
    }
}
