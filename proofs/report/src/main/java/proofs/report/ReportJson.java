package proofs.report;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report for programs. */
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    static String of(Report report) {
        ObjectNode document = MAPPER.createObjectNode().put("v", 1).put("complete", report.complete());
        if (!report.chosenBy().isEmpty()) {
            document.put("chosenBy", report.chosenBy());
        }
        ArrayNode rules = document.putArray("rules");
        report.rules().forEach(rule -> write(rules.addObject(), rule));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static void write(ObjectNode into, ProvedRule rule) {
        into.put("id", rule.rule().id());
        into.put("section", rule.rule().section());
        into.put("text", rule.rule().text());
        into.put("status", rule.rule().status());
        ArrayNode types = into.putArray("decidedBy");
        rule.rule().decidedBy().forEach(types::add);
        into.put("proved", rule.proved());
        into.put("tries", rule.tries());
        into.put("seconds", rounded(rule.seconds()));
        ArrayNode tests = into.putArray("tests");
        rule.proofs().forEach(proof -> write(tests.addObject(), proof));
    }

    private static void write(ObjectNode into, Proof proof) {
        into.put("module", proof.module());
        into.put("test", proof.type() + "#" + proof.method());
        into.put("result", proof.result().name().toLowerCase(Locale.ROOT));
        into.put("executions", proof.executions());
        into.put("tries", proof.tries());
        into.put("seconds", rounded(proof.seconds()));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1_000) / 1_000.0;
    }
}
