package com.phoneunite.billing.cycle;

import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import org.joda.money.Money;

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

    /**
     * Rule B8: a period that is due was found not covered, and the grace began.
     *
     * @param reference the reference of the period
     * @param graceUntil from when on the organization is suspended if it is still not paid
     */
    record ShortageRecorded(String reference, Instant graceUntil) implements CycleEvent {
        @Override
        public String type() {
            return "billing.shortage_recorded";
        }
    }

    /**
     * Rule B9: a plan takes effect with the next period.
     *
     * @param plan the plan
     */
    record PlanChangePlanned(PlanName plan) implements CycleEvent {
        @Override
        public String type() {
            return "billing.plan_change_planned";
        }
    }

    /**
     * Rule B9: a plan that was planned for the next period is not any more.
     *
     * @param plan the plan
     */
    record PlanChangeDropped(PlanName plan) implements CycleEvent {
        @Override
        public String type() {
            return "billing.plan_change_dropped";
        }
    }

    /**
     * Rule P11: the account is in arrears.
     *
     * @param reference what for
     * @param amount how much
     */
    record ArrearsRecorded(String reference, Money amount) implements CycleEvent {
        @Override
        public String type() {
            return "billing.arrears_recorded";
        }
    }

    /**
     * Rule P11: what was left of arrears is not owed any more.
     *
     * @param reference what they were for
     * @param amount how much that was
     */
    record ArrearsForgiven(String reference, Money amount) implements CycleEvent {
        @Override
        public String type() {
            return "billing.arrears_forgiven";
        }
    }
}
