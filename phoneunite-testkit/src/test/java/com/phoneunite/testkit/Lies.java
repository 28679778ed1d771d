package com.phoneunite.testkit;

import static com.phoneunite.testkit.Liar.with;
import static com.phoneunite.testkit.Story.usd;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PlannedChange;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** Lies about {@link AuditedStory} that take more than a word. */
final class Lies {

    private Lies() {}

    /** Once the story has gone on, the first entry is told to be somebody else's. */
    static void anotherActorLater(Liar liar) {
        changeLater(liar, one -> with(one, "actor", Actor.operator("Bob")));
    }

    /** Once the story has gone on, the first entry is told to have happened at another moment. */
    static void anotherMomentLater(Liar liar) {
        changeLater(liar, one -> with(one, "happenedAt", one.happenedAt().minusSeconds(1)));
    }

    private static void changeLater(Liar liar, UnaryOperator<LedgerEntry> lie) {
        liar.store.ledger(entries -> entries.size() < 20
                ? entries
                : entries.stream()
                        .map(one -> one.sequence() == 1 ? lie.apply(one) : one)
                        .toList());
    }

    /** What was charged first for one organization and then for another, the other way round. */
    static void swapTwoPeriods(Liar liar) {
        liar.store.ledger(entries -> {
            List<LedgerEntry> all = new ArrayList<>(entries);
            if (all.size() >= 8) {
                LedgerEntry older = all.get(6);
                LedgerEntry younger = all.get(7);
                all.set(6, with(younger, "position", older.position()));
                all.set(7, with(older, "position", younger.position()));
            }
            return LyingStore.chained(all);
        });
    }

    static LedgerEntry periodOfTheSecond(Liar liar, LedgerEntry any) {
        return with(
                any,
                "kind",
                EntryKind.PERIOD,
                "signedMinor",
                -4_334L,
                "reference",
                liar.story.second + "/0/4",
                "organization",
                Optional.of(liar.story.second));
    }

    /** The plan that was planned for March is told not to count. */
    static void forgetThePlannedPlan(Liar liar) {
        liar.event(23, one -> new RechargeEvent.AutoRechargeCapReached(usd("1.00")));
        liar.entry(24, one -> with(one, "signedMinor", -700L));
    }

    static Subscription laterShortage(Subscription one) {
        return one.shortage().isEmpty()
                ? one
                : with(one, "shortage", one.shortage().map(Lies::later));
    }

    private static Shortage later(Shortage one) {
        return new Shortage(
                one.period(), one.since().plusSeconds(1), one.graceUntil().plusSeconds(1));
    }

    static Subscription suspendedEarlier(Subscription one) {
        return with(one, "suspendedSince", one.suspendedSince().map(since -> since.minus(Duration.ofDays(1))));
    }

    /** The plans for later are told to have been asked for a month before they were. */
    static Subscription plannedEarlier(Subscription one) {
        List<PlannedChange> all = one.planned().all().stream()
                .map(plan -> new PlannedChange(plan.plan(), plan.askedAt().minus(Duration.ofDays(30))))
                .toList();
        return with(one, "planned", new PlannedChanges(all));
    }

    /** The second organization is told to have been added an hour earlier, and everything that follows from it. */
    static void addedAnHourEarlier(Liar liar) {
        Duration hour = Duration.ofHours(1);
        UnaryOperator<PeriodAnchor> earlier =
                one -> one.number() == 0 ? new PeriodAnchor(0, one.moment().minus(hour), one.date()) : one;
        liar.store.of(
                Organization.class,
                one -> one.ordinal() == 1 ? with(one, "addedAt", one.addedAt().minus(hour)) : one);
        liar.store.of(
                Subscription.class,
                one -> one.organization().equals(liar.story.second)
                        ? with(one, "anchor", earlier.apply(one.anchor()))
                        : one);
        liar.events(
                one -> one.event() instanceof CycleEvent.Anchored
                        && one.organization().equals(Optional.ofNullable(liar.story.second)),
                one -> with(
                        one,
                        "event",
                        new CycleEvent.Anchored(earlier.apply(((CycleEvent.Anchored) one.event()).anchor()))));
        liar.entry(13, one -> with(one, "happenedAt", one.happenedAt().minus(hour)));
    }

    /** An audit of a story in which another plan is told to have been dropped than was planned. */
    static Audit anotherPlanDropped(Story story) {
        LyingStore lying = new LyingStore(story.store)
                .events(events -> events.stream()
                        .map(one -> one.event() instanceof CycleEvent.PlanChangeDropped
                                ? with(one, "event", new CycleEvent.PlanChangeDropped(new PlanName("free")))
                                : one)
                        .toList());
        return AuditorModel.of(lying.store(), story.gateway.book(), AuditTerms.of(story.plans::values));
    }

    static CycleEvent.Anchored anchoredADayEarlier(CycleEvent.Anchored one) {
        PeriodAnchor anchor = one.anchor();
        return new CycleEvent.Anchored(new PeriodAnchor(
                anchor.number(),
                anchor.moment().minus(Duration.ofDays(1)),
                anchor.date().minusDays(1)));
    }

    static CycleEvent.Anchored anchorNumber(CycleEvent.Anchored one, int number) {
        return new CycleEvent.Anchored(
                new PeriodAnchor(number, one.anchor().moment(), one.anchor().date()));
    }

    /** As soon as the gateway has been asked under a key, it captures under another one. */
    static void captureAfter(Liar liar, String after, String key, String amount) {
        liar.story.story.gateway.watch(request -> {
            liar.story.charges.putIfAbsent(request.key(), request);
            if (request.key().endsWith("/" + after)) {
                liar.story
                        .story
                        .gateway
                        .book()
                        .captured(
                                new PaymentRequest(
                                        request.account(), request.account() + "/" + key, request.card(), usd(amount)),
                                "a lie about " + key,
                                usd(amount));
            }
        });
    }

    /** The attempt in another state, if it is that one. */
    static Recharge in(Recharge one, String key, RechargeState state) {
        if (!one.key().value().equals(key)) {
            return one;
        }
        Optional<Instant> check = state.isUnresolved() ? Optional.of(one.askedAt()) : Optional.empty();
        Optional<Money> captured = state == RechargeState.SUCCEEDED ? Optional.of(one.amount()) : Optional.empty();
        return new Recharge(
                one.attempt(),
                state,
                one.calls(),
                one.askedAt(),
                one.changedAt(),
                captured,
                Optional.empty(),
                one.note(),
                check,
                false,
                Optional.empty());
    }

    /** The automatic attempt that was declined is told to have come into another state, in its record and in its event. */
    static void auto2(Liar liar, RechargeState state) {
        liar.store.of(Recharge.class, one -> in(one, "auto/2", state));
        liar.event(48, one -> with((RechargeEvent.StateChanged) one, "to", state));
    }

    static void succeedWithoutCredit(Liar liar) {
        captureAfter(liar, "auto/2", "auto/2", "47.00");
        auto2(liar, RechargeState.SUCCEEDED);
    }

    static Recharge asking(Recharge one, String key, String amount) {
        return one.key().value().equals(key) ? with(one, "attempt", with(one.attempt(), "amount", usd(amount))) : one;
    }

    static Recharge recordedAt(Recharge one, String key, Instant at) {
        return one.key().value().equals(key) ? with(one, "attempt", with(one.attempt(), "recordedAt", at)) : one;
    }

    /** The attempt is told to have asked for more than was captured and credited. */
    static void askForMore(Liar liar) {
        liar.store.of(Recharge.class, one -> asking(one, "more", "61.00"));
        liar.event(87, one -> with((RechargeEvent.Recorded) one, "amount", usd("61.00")));
    }

    /** Auto-recharge is told to be set otherwise, in its record and in its event. */
    static void setting(Liar liar, UnaryOperator<AutoRecharge> lie) {
        liar.store.of(
                AutoRechargeStanding.class,
                one -> with(one, "setting", one.setting().map(lie)));
        liar.event(39, one -> new RechargeEvent.AutoRechargeSet(lie.apply(AuditedStory.setting())));
    }

    /** The dispute that leaves arrears is told to suspend nobody. */
    static void suspendNobody(Liar liar) {
        liar.events(
                one -> (one.position() == 59 || one.position() == 60)
                        && one.event() instanceof OrganizationEvent.StateChanged,
                one -> with(one, "event", new RechargeEvent.AutoRechargeCapReached(usd("1.00"))));
        Instant dispute = Instant.parse("2026-05-02T13:00:00Z");
        liar.store.of(
                Subscription.class,
                one -> one.suspendedSince().filter(dispute::equals).isPresent()
                        ? with(one, "suspendedSince", Optional.empty())
                        : one);
        liar.store.of(
                Organization.class,
                one -> one.state() == OrganizationState.SUSPENDED
                                && liar.story.story.clock.instant().equals(dispute)
                        ? with(one, "state", OrganizationState.ACTIVE)
                        : one);
    }

    /** The last attempt is told to be unknown for good, and its credit is not told. */
    static void neverSettle(Liar liar) {
        liar.store.of(Recharge.class, one -> in(one, "enough", RechargeState.UNKNOWN));
        liar.event(102, one -> with((RechargeEvent.StateChanged) one, "to", RechargeState.UNKNOWN));
        liar.store.ledger(
                entries -> entries.stream().filter(one -> one.position() != 103).toList());
    }

    /** An audit of a story in which an attempt that was declined is told to be unknown. */
    static Audit anUnresolvedAttempt(Story story) {
        story.gateway.next(FaultyPaymentGateway.Fault.DECLINED_RETRY_LATER);
        story.recharge("late", "100.00");
        LyingStore lying = new LyingStore(story.store)
                .of(Recharge.class, one -> in(one, "late", RechargeState.UNKNOWN))
                .events(events -> events.stream()
                        .map(one -> one.event() instanceof RechargeEvent.StateChanged changed
                                ? with(one, "event", with(changed, "to", RechargeState.UNKNOWN))
                                : one)
                        .toList());
        return AuditorModel.of(lying.store(), story.gateway.book(), AuditTerms.of(story.plans::values));
    }

    /** The refund is told to be unknown for good. */
    static void neverSettleTheRefund(Liar liar) {
        liar.store.of(
                Refund.class, one -> with(one, "state", RefundState.UNKNOWN, "nextCheck", Optional.of(one.askedAt())));
        liar.event(55, one -> with((RechargeEvent.RefundStateChanged) one, "to", RefundState.UNKNOWN));
    }
}
