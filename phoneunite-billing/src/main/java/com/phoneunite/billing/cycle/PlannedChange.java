package com.phoneunite.billing.cycle;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule B9: a plan that takes effect with the first period that starts after it was asked for, whenever that period is charged.
 * Immutable.
 *
 * @param plan the plan
 * @param askedAt when it was asked for; by a clock that had gone back, when the last period started that had begun already (rule X2)
 */
public record PlannedChange(PlanName plan, Instant askedAt) {

    public PlannedChange {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(askedAt, "askedAt");
    }

    /** Whether a period that starts at that moment is on the plan. */
    boolean isInForceAt(Instant start) {
        return start.isAfter(askedAt);
    }
}
