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

    /** Whether a store that keeps that plan, as asked for at a moment that it tells, may tell the truth. */
    boolean mayBeKeptAs(Planned kept) {
        return plan.equals(kept.plan())
                && !kept.earliest().isBefore(earliest)
                && !kept.latest().isAfter(latest);
    }

    /** Whether a period that starts then is on the plan in any case. */
    boolean countsAt(Instant start) {
        return start.isAfter(latest);
    }
}
