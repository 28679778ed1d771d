package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What several processes have printed of one story, beside what one process prints of it. */
final class Transcript {

    private static final String DEED = "  > ";

    private Transcript() {}

    /** Every entry of a ledger and every state is told once; again is told only what was being told when a process was killed. */
    static void tellsTheSame(List<String> outputs, String uninterrupted) {
        List<String> told = new ArrayList<>();
        List<String> last = List.of();
        for (String output : outputs) {
            List<String> lines = output.lines().toList();
            for (String fact : lines.stream().filter(Transcript::isFact).toList()) {
                if (told.contains(fact)) {
                    assertThat(last).as("told again").contains(fact);
                } else {
                    told.add(fact);
                }
            }
            List<String> all = new ArrayList<>(last);
            all.addAll(lines);
            last = sinceTheLastDeed(all);
        }
        assertThat(told)
                .containsExactlyElementsOf(
                        uninterrupted.lines().filter(Transcript::isFact).toList());
        assertThat(deeds(outputs)).isLessThan(deeds(List.of(uninterrupted)) + outputs.size());
        assertThat(page(outputs.get(outputs.size() - 1))).isEqualTo(page(uninterrupted));
    }

    private static boolean isFact(String line) {
        return line.matches(" {6}[-+] .*") || line.matches(" {6}.* is [A-Z_]+\\. .*");
    }

    private static List<String> sinceTheLastDeed(List<String> lines) {
        int deed = lines.size();
        while (deed > 0 && !lines.get(deed - 1).startsWith(DEED)) {
            deed--;
        }
        return lines.subList(Math.max(deed - 1, 0), lines.size());
    }

    private static long deeds(List<String> outputs) {
        return outputs.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(DEED))
                .count();
    }

    static String page(String output) {
        return output.substring(output.indexOf("The billing page of"));
    }
}
