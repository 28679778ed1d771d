package com.phoneunite.billing;

import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.PlanName;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule X3: hosts know events by their types, which are never renamed. */
class EventTypesTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key");
    private static final PlanName PLAN = new PlanName("small");

    private static final List<DomainEvent> ALL = List.of(
            new CycleEvent.Anchored(PeriodAnchor.at(0, NOON, ZoneOffset.UTC)),
            new CycleEvent.FreePeriodPaid("reference", NOON, NOON.plusSeconds(1)),
            new CycleEvent.ShortageRecorded("reference", NOON),
            new CycleEvent.PlanChangePlanned(PLAN),
            new CycleEvent.PlanChangeDropped(PLAN),
            new CycleEvent.ArrearsRecorded("reference", cents(1)),
            new CycleEvent.ArrearsForgiven("reference", cents(1)),
            new RechargeEvent.Recorded(KEY, RechargeKind.MANUAL, cents(1)),
            new RechargeEvent.AskedAgain(KEY),
            new RechargeEvent.StateChanged(KEY, RechargeState.RECORDED, RechargeState.UNKNOWN),
            new RechargeEvent.Resolved(KEY, Optional.empty(), "evidence"),
            new RechargeEvent.AutoRechargeSet(
                    AutoRecharge.below("USD 1.00").upTo("USD 2.00").atMostPerMonth("USD 3.00")),
            new RechargeEvent.AutoRechargeRemoved(),
            new RechargeEvent.AutoRechargeStopped(AutoRechargeStanding.Stop.REVERSED),
            new RechargeEvent.AutoRechargeResumed(),
            new RechargeEvent.AutoRechargeCapReached(cents(1)),
            new RechargeEvent.RefundRecorded(KEY, KEY, cents(1)),
            new RechargeEvent.RefundStateChanged(KEY, RefundState.RECORDED, RefundState.DONE),
            new RechargeEvent.RefundResolved(KEY, true, "evidence"),
            new RechargeEvent.ReversalRecorded(
                    ReportedReversal.Kind.DISPUTE, "reference", KEY, cents(1), ReversalState.TAKEN),
            new RechargeEvent.ReversalStateChanged(
                    ReportedReversal.Kind.DISPUTE, "reference", ReversalState.WAITING, ReversalState.TAKEN),
            new RechargeEvent.ReversalResolved(
                    ReportedReversal.Kind.DISPUTE, "reference", Optional.empty(), "evidence"));

    @Test
    void X3_typesAreNeverRenamed() {
        assertThat(ALL)
                .extracting(DomainEvent::type)
                .containsExactly(
                        "billing.anchored",
                        "billing.free_period_paid",
                        "billing.shortage_recorded",
                        "billing.plan_change_planned",
                        "billing.plan_change_dropped",
                        "billing.arrears_recorded",
                        "billing.arrears_forgiven",
                        "recharge.recorded",
                        "recharge.asked_again",
                        "recharge.state_changed",
                        "recharge.resolved",
                        "auto_recharge.set",
                        "auto_recharge.removed",
                        "auto_recharge.stopped",
                        "auto_recharge.resumed",
                        "auto_recharge.cap_reached",
                        "refund.recorded",
                        "refund.state_changed",
                        "refund.resolved",
                        "reversal.recorded",
                        "reversal.state_changed",
                        "reversal.resolved");
    }

    @Test
    void X3_everyEventOfPeriodsAndRechargesIsAmongThem() {
        assertThat(ALL)
                .extracting(one -> (Object) one.getClass())
                .containsAll(Stream.of(CycleEvent.class, RechargeEvent.class)
                        .flatMap(one -> Stream.of(one.getPermittedSubclasses()))
                        .toList());
    }
}
