package proofs.report;

import java.util.List;

/**
 * A rule as docs/rules.md tells it.
 *
 * @param section the heading that it stands under
 * @param text what it promises, on one line for each paragraph
 * @param status {@code in force}, {@code in part: …} or {@code not yet}
 * @param decidedBy the types that take the decision, by their full names
 */
record Rule(String id, String section, String text, String status, List<String> decidedBy) {

    /** Whether it promises anything yet, so that a proof is owed. */
    boolean holds() {
        return !status.equals("not yet");
    }
}
