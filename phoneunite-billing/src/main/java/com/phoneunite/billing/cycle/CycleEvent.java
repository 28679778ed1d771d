package com.phoneunite.billing.cycle;

import com.phoneunite.event.DomainEvent;
import java.time.Instant;

/** What happens to the periods of an organization beyond the entries of the ledger, which are events of their own. */
public sealed interface CycleEvent extends DomainEvent {

    /**
     * Rule B4: the periods of the organization are counted from this anchor.
     *
     * @param anchor the anchor
     */
    record Anchored(PeriodAnchor anchor) implements CycleEvent {
        @Override
        public String type() {
            return "billing.anchored";
        }
    }

    /**
     * Rule B2: a period that costs nothing was recorded as paid, and no entry was posted.
     *
     * @param reference the reference of the period
     * @param start its first moment
     * @param end the first moment after it
     */
    record FreePeriodPaid(String reference, Instant start, Instant end) implements CycleEvent {
        @Override
        public String type() {
            return "billing.free_period_paid";
        }
    }
}
