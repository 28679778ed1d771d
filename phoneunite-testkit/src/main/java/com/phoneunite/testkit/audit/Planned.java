package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;

/**
 * Rule B9: a plan for the next period, which was asked for no earlier than one moment and no later than another.
 */
record Planned(PlanName plan, Instant earliest, Instant latest) {

    /** Whether a period that starts then may be on the plan. */
    boolean mayCountAt(Instant start) {
        return start.isAfter(earliest);
    }

    /** Whether a period that starts then is on the plan in any case. */
    boolean countsAt(Instant start) {
        return start.isAfter(latest);
    }
}
