package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Instant;
import java.time.YearMonth;

/** What an owner and an operator read. */
final class LookActs {

    private static final int MONTHS = 3;

    private LookActs() {}

    /** Rules B3, B11 and B12: the page is readable at any time, the books add up, and so does the month. */
    static String look(Turn turn) {
        return switch (turn.chance().below(3)) {
            case 0 ->
                "the page shows "
                        + turn.billing().page().organizations().items().size() + " organizations";
            case 1 ->
                "the forecast knows " + turn.billing().forecast(MONTHS).items().size() + " charges";
            default -> "the books of " + thisMonth(turn) + " " + proven(turn);
        };
    }

    private static YearMonth thisMonth(Turn turn) {
        Instant now = turn.world().time().now();
        YearMonth month = YearMonth.from(turn.customer().account().dateOf(now));
        turn.billing().statements().of(month);
        return month;
    }

    private static String proven(Turn turn) {
        LedgerProof proof =
                turn.host().billing().actingAs("auditor").verify(turn.customer().id());
        if (!proof.differences().isEmpty()) {
            throw new AuditFailure("B3", "recomputed, the books differ: " + proof.differences());
        }
        return "add up";
    }
}
