package com.phoneunite.testkit;

import static com.phoneunite.testkit.Liar.with;
import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An auditor believes an honest story, and tells of each lie in it which rule it breaks. */
class AuditLiesTest {

    /** Something that happens, and nothing to an auditor. */
    private static final RechargeEvent NOTHING = new RechargeEvent.AutoRechargeCapReached(usd("1.00"));

    private record Lie(String rule, String what, Consumer<Liar> plant) {}

    private static Lie lie(String rule, String what, Consumer<Liar> plant) {
        return new Lie(rule, what, plant);
    }

    @Test
    void B3_anHonestStoryIsBelieved() {
        Liar honest = new Liar();
        honest.tell();
        assertThat(honest.story.story.snapshot().entries()).hasSize(31);
    }

    @TestFactory
    Stream<DynamicTest> eachLieIsJudgedByItsRule() {
        return Stream.of(ledger(), periods(), plans(), states(), order(), attempts(), automatic(), reversals(), quiet())
                .flatMap(List::stream)
                .map(lie -> DynamicTest.dynamicTest(lie.rule() + "_" + lie.what(), () -> judge(lie)));
    }

    @Test
    void B3_theTableOfLiesIsLong() {
        assertThat(eachLieIsJudgedByItsRule()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static void judge(Lie lie) {
        Liar liar = new Liar();
        lie.plant().accept(liar);
        assertThatThrownBy(liar::tell)
                .isInstanceOfSatisfying(
                        AuditFailure.class,
                        found -> assertThat(found.rule()).as(found.getMessage()).isEqualTo(lie.rule()));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static List<Lie> ledger() {
        return List.of(
                lie(
                        "B3",
                        "a balance that is a cent off",
                        liar -> liar.entryAlone(15, one -> with(one, "balanceAfterMinor", 17_851L))),
                lie("B3", "a sequence with a gap", liar -> liar.entryAlone(15, one -> with(one, "sequence", 4L))),
                lie(
                        "X2",
                        "an entry that was recorded before the one before it",
                        liar -> liar.entryAlone(16, one -> with(one, "recordedAt", at("2026-01-31T14:59:59Z")))),
                lie(
                        "B3",
                        "a reference that stands twice",
                        liar -> liar.entry(46, one -> with(one, "reference", "dry-13"))),
                lie(
                        "B3",
                        "a head with another balance",
                        liar -> liar.store.head(
                                one -> one.entries() == 0 ? one : with(one, "balanceMinor", one.balanceMinor() + 1))),
                lie(
                        "B3",
                        "a head that counts an entry too many",
                        liar -> liar.store.head(
                                one -> one.entries() == 0 ? one : with(one, "entries", one.entries() + 1))),
                lie("B3", "an entry that is somebody else's doing by and by", Lies::anotherActorLater),
                lie("B3", "an entry that is of another moment by and by", Lies::anotherMomentLater),
                lie(
                        "A3",
                        "an entry in another currency",
                        liar -> liar.entryAlone(15, one -> with(one, "currency", CurrencyUnit.EUR))),
                lie(
                        "B10",
                        "usage of an organization that is closed",
                        liar -> liar.entryAtTheEnd(103, one -> Liar.asUsage(one, Optional.of(liar.story.second)))),
                lie(
                        "B10",
                        "usage of no organization",
                        liar -> liar.entry(15, one -> Liar.asUsage(one, Optional.empty()))));
    }

    private static List<Lie> periods() {
        return List.of(
                lie(
                        "B5",
                        "a charge of a cent too much",
                        liar -> liar.entry(13, one -> with(one, "signedMinor", -2_001L))),
                lie(
                        "B5",
                        "a charge of a cent too little",
                        liar -> liar.entry(18, one -> with(one, "signedMinor", -2_499L))),
                lie(
                        "B5",
                        "a charge for what was added after the start",
                        liar -> liar.entry(13, one -> with(one, "signedMinor", -2_500L))),
                lie(
                        "B5",
                        "a charge without what was held",
                        liar -> liar.entry(18, one -> with(one, "signedMinor", -2_000L))),
                lie(
                        "B5",
                        "a late charge at today's prices",
                        liar -> liar.entry(22, one -> with(one, "signedMinor", -3_000L))),
                lie(
                        "B5",
                        "a charge at the prices of last month",
                        liar -> liar.entry(36, one -> with(one, "signedMinor", -2_000L))),
                lie(
                        "B4",
                        "a charge from a day too late",
                        liar -> liar.entry(18, one -> with(one, "happenedAt", at("2026-03-01T05:00:00Z")))),
                lie(
                        "B4",
                        "a charge from midnight in London",
                        liar -> liar.entry(16, one -> with(one, "happenedAt", at("2026-02-14T00:00:00Z")))),
                lie(
                        "B4",
                        "a month counted from the last one, not from the anchor",
                        liar -> liar.entry(24, one -> with(one, "happenedAt", at("2026-03-28T04:00:00Z")))),
                lie(
                        "B3",
                        "a period that is charged twice",
                        liar -> liar.entry(24, one -> with(one, "reference", liar.story.second + "/0/1"))),
                lie(
                        "B5",
                        "a period that is charged again by another name",
                        liar -> liar.entryAtTheEnd(
                                36,
                                one -> with(
                                        with(one, "reference", liar.story.story.first() + "/1/3"),
                                        "happenedAt",
                                        at("2026-07-30T04:00:00Z")))),
                lie(
                        "B7",
                        "a period that is charged before an older one",
                        liar -> liar.entry(
                                18,
                                one -> with(
                                        with(one, "reference", liar.story.second + "/0/2"),
                                        "happenedAt",
                                        at("2026-03-31T04:00:00Z")))),
                lie("B7", "the younger of two periods that is charged first", Lies::swapTwoPeriods),
                lie(
                        "B4",
                        "a charge by an anchor that is not there",
                        liar -> liar.entry(18, one -> with(one, "reference", liar.story.second + "/1/1"))),
                lie(
                        "B5",
                        "a charge that names another organization",
                        liar -> liar.entry(
                                18, one -> with(one, "organization", Optional.of(liar.story.story.first())))),
                lie(
                        "O7",
                        "a charge of an organization that is closed",
                        liar -> liar.entryAtTheEnd(103, one -> Lies.periodOfTheSecond(liar, one))),
                lie(
                        "O5",
                        "an addition that is not charged",
                        liar -> liar.entry(13, one -> Liar.asUsage(one, Optional.of(liar.story.story.first())))),
                lie(
                        "B13",
                        "other quantities in the explanation",
                        liar -> liar.store.of(ChargedTerms.class, one -> with(one, "held", new Holdings.Counts(7, 0)))),
                lie(
                        "B13",
                        "another plan in the explanation",
                        liar -> liar.store.of(ChargedTerms.class, one -> with(one, "plan", new PlanName("small")))),
                lie(
                        "B5",
                        "a subscription that is ahead of the charges",
                        liar -> liar.store.of(
                                Subscription.class, one -> with(one, "nextPeriod", one.nextPeriod() + 1))));
    }

    private static List<Lie> plans() {
        return List.of(
                lie(
                        "B9",
                        "a credit of a cent too much",
                        liar -> liar.entry(20, one -> with(one, "signedMinor", 1_511L))),
                lie(
                        "B9",
                        "a dearer plan of a cent too little",
                        liar -> liar.entry(41, one -> with(one, "signedMinor", -779L))),
                lie(
                        "B9",
                        "a dearer plan that nobody was charged for",
                        liar -> liar.entry(41, one -> Liar.asUsage(one, Optional.of(liar.story.second)))),
                lie(
                        "B9",
                        "a change of plan that is told to be the second",
                        liar -> liar.entry(20, one -> with(one, "reference", liar.story.second + "/0/1/2"))),
                lie(
                        "B9",
                        "a change of plan on another day",
                        liar -> liar.entry(20, one -> with(one, "happenedAt", at("2026-03-04T12:00:00Z")))),
                lie(
                        "B9",
                        "a change of plan in another period",
                        liar -> liar.entry(20, one -> with(one, "reference", liar.story.second + "/0/0/1"))),
                lie("B9", "a plan that nobody has planned", liar -> liar.event(21, one -> NOTHING)),
                lie(
                        "B9",
                        "another plan than the one that was left",
                        liar -> liar.event(
                                40, one -> with((OrganizationEvent.PlanChanged) one, "from", new PlanName("free")))),
                lie("B5", "a planned plan that does not count", Lies::forgetThePlannedPlan),
                lie(
                        "B9",
                        "a planned plan that is kept as asked for earlier",
                        liar -> liar.store.of(Subscription.class, Lies::plannedEarlier)),
                lie(
                        "X3",
                        "an organization on a plan of which nobody tells",
                        liar -> liar.store.of(Organization.class, one -> with(one, "plan", new PlanName("large")))));
    }

    private static List<Lie> states() {
        return List.of(
                lie(
                        "O4",
                        "a second trial",
                        liar -> liar.event(
                                10, one -> with((OrganizationEvent.Added) one, "state", OrganizationState.TRIAL))),
                lie("B4", "a trial that is a day too long", liar -> liar.terms = liar.terms.trialDays(13)),
                lie(
                        "O6",
                        "a way from SUSPENDED to PAST_DUE",
                        liar -> liar.event(
                                37,
                                one -> with((OrganizationEvent.StateChanged) one, "to", OrganizationState.PAST_DUE))),
                lie(
                        "O6",
                        "a way from where the organization was not",
                        liar -> liar.event(
                                17,
                                one -> with(
                                        (OrganizationEvent.StateChanged) one, "from", OrganizationState.SUSPENDED))),
                lie(
                        "O6",
                        "a trial that goes on working and is not paid",
                        liar -> liar.entry(16, one -> Liar.asUsage(one, Optional.of(liar.story.story.first())))),
                lie(
                        "X3",
                        "a state of which nobody tells",
                        liar -> liar.store.of(
                                Organization.class,
                                one -> one.state() == OrganizationState.SUSPENDED
                                        ? with(one, "state", OrganizationState.ACTIVE)
                                        : one)),
                lie(
                        "B8",
                        "a suspension a second early",
                        liar -> liar.events(
                                one -> one.position() == 28, one -> with(one, "at", at("2026-04-17T11:59:59Z")))),
                lie(
                        "B8",
                        "a grace that is a second too short",
                        liar -> liar.terms = liar.terms.grace(Duration.ofDays(3).plusSeconds(1))),
                lie(
                        "B8",
                        "a grace that begins in the past",
                        liar -> liar.event(
                                26,
                                one -> with(
                                        (CycleEvent.ShortageRecorded) one, "graceUntil", at("2026-04-16T12:00:00Z")))),
                lie("B8", "past due without a shortage", liar -> liar.event(26, one -> NOTHING)),
                lie(
                        "B8",
                        "a shortage of what the balance covers",
                        liar -> liar.entry(25, one -> with(one, "signedMinor", -100L))),
                lie(
                        "B8",
                        "a shortage of another period",
                        liar -> liar.event(
                                26,
                                one -> with(
                                        (CycleEvent.ShortageRecorded) one,
                                        "reference",
                                        liar.story.story.first() + "/0/1"))),
                lie(
                        "B8",
                        "a shortage that is kept as of another moment",
                        liar -> liar.store.of(Subscription.class, Lies::laterShortage)),
                lie(
                        "B8",
                        "a suspension that is kept as of another moment",
                        liar -> liar.store.of(Subscription.class, Lies::suspendedEarlier)),
                lie("B4", "an organization that is billed from before it was added", Lies::addedAnHourEarlier),
                lie(
                        "O6",
                        "a suspension without reason",
                        liar -> liar.event(
                                27,
                                one -> with((OrganizationEvent.StateChanged) one, "to", OrganizationState.SUSPENDED))),
                lie(
                        "B4",
                        "a return that is anchored on another day",
                        liar -> liar.event(35, one -> Lies.anchoredADayEarlier((CycleEvent.Anchored) one))),
                lie(
                        "B4",
                        "an anchor that leaves one out",
                        liar -> liar.event(35, one -> Lies.anchorNumber((CycleEvent.Anchored) one, 2))));
    }

    private static List<Lie> order() {
        return List.of(
                lie(
                        "X3",
                        "an event that is lost",
                        liar -> liar.store.events(events -> events.stream()
                                .filter(one -> one.position() != 17)
                                .toList())),
                lie(
                        "X3",
                        "an entry that is lost",
                        liar -> liar.store.ledger(entries -> LyingStore.chained(entries.stream()
                                .filter(one -> one.position() != 15)
                                .toList()))),
                lie(
                        "X3",
                        "two events at one place",
                        liar -> liar.events(one -> one.position() == 19, one -> with(one, "position", 18L))),
                lie(
                        "X2",
                        "an event that is recorded earlier than the one before",
                        liar -> liar.events(
                                one -> one.position() == 17, one -> with(one, "at", at("2026-02-14T05:59:59Z")))));
    }

    private static List<Lie> attempts() {
        return List.of(
                lie(
                        "P8",
                        "a recharge that is credited again by another name",
                        liar -> liar.entryAtTheEnd(9, one -> with(one, "reference", "start-again"))),
                lie(
                        "P8",
                        "a credit of a cent more than was captured",
                        liar -> liar.entry(9, one -> with(one, "signedMinor", 20_001L))),
                lie(
                        "P5",
                        "a capture of which no attempt was recorded",
                        liar -> Lies.captureAfter(liar, "start", "never", "1.00")),
                lie(
                        "P7",
                        "a key under which was captured twice",
                        liar -> Lies.captureAfter(liar, "back", "start", "200.00")),
                lie(
                        "P8",
                        "a capture that was called declined",
                        liar -> Lies.captureAfter(liar, "auto/2", "auto/2", "47.00")),
                lie("P8", "a success that was never credited", Lies::succeedWithoutCredit),
                lie(
                        "X3",
                        "an attempt in a state of which nobody tells",
                        liar -> liar.store.of(Recharge.class, one -> Lies.in(one, "auto/2", RechargeState.CANCELLED))),
                lie("P5", "an attempt beside an unresolved one", liar -> Lies.auto2(liar, RechargeState.UNKNOWN)),
                lie(
                        "P5",
                        "an automatic attempt beside one in review",
                        liar -> Lies.auto2(liar, RechargeState.IN_REVIEW)),
                lie(
                        "P6",
                        "an attempt that was elsewhere before",
                        liar -> liar.event(
                                62, one -> with((RechargeEvent.StateChanged) one, "from", RechargeState.UNKNOWN))),
                lie(
                        "P8",
                        "a success that is taken back",
                        liar -> liar.event(
                                85,
                                one -> new RechargeEvent.StateChanged(
                                        new IdempotencyKey("again"), RechargeState.SUCCEEDED, RechargeState.DECLINED))),
                lie(
                        "P5",
                        "an attempt whose amount has changed",
                        liar -> liar.store.of(Recharge.class, one -> Lies.asking(one, "more", "61.00"))),
                lie(
                        "P5",
                        "an attempt that is kept as of another month",
                        liar -> liar.store.of(
                                Recharge.class, one -> Lies.recordedAt(one, "more", at("2026-03-31T12:00:00Z")))),
                lie("P9", "a credit of another amount than was asked for", Lies::askForMore),
                lie(
                        "P7",
                        "a credit of another amount than a person has decided",
                        liar -> liar.entry(86, one -> with(one, "signedMinor", 501L))));
    }

    private static List<Lie> automatic() {
        return List.of(
                lie(
                        "P4",
                        "more than the cap of the month",
                        liar -> Lies.setting(liar, one -> with(one, "perMonth", usd("93.99")))),
                lie(
                        "P4",
                        "an amount that does not reach the target",
                        liar -> Lies.setting(liar, one -> with(one, "target", Optional.of(usd("50.01"))))),
                lie(
                        "P4",
                        "an amount beyond the target",
                        liar -> Lies.setting(liar, one -> with(one, "target", Optional.of(usd("49.99"))))),
                lie(
                        "P4",
                        "a recharge at the threshold",
                        liar -> Lies.setting(liar, one -> with(one, "threshold", usd("3.00")))),
                lie(
                        "P4",
                        "an amount that is no number of whole steps",
                        liar -> Lies.setting(
                                liar, one -> with(one, "target", Optional.empty(), "step", Optional.of(usd("9.30"))))),
                lie(
                        "P4",
                        "a recharge while it is off",
                        liar -> liar.event(39, one -> new RechargeEvent.AutoRechargeRemoved())),
                lie(
                        "X3",
                        "a setting of which nobody tells",
                        liar -> liar.store.of(
                                AutoRechargeStanding.class,
                                one -> with(one, "setting", Optional.of(AuditedStory.setting())))),
                lie(
                        "P10",
                        "a try a second too early",
                        liar -> liar.store.of(
                                Recharge.class, one -> Lies.recordedAt(one, "auto/3", at("2026-05-02T12:59:59Z")))),
                lie(
                        "P10",
                        "a try with a card that is declined for good",
                        liar -> liar.store.of(
                                Recharge.class,
                                one -> one.declined().isPresent()
                                        ? with(one, "declined", Optional.of(DeclineReason.NEVER_WITH_THIS_CARD))
                                        : one)));
    }

    private static List<Lie> reversals() {
        return List.of(
                lie(
                        "P11",
                        "a refund that was not deducted",
                        liar -> liar.entry(53, one -> Liar.asUsage(one, Optional.of(liar.story.second)))),
                lie(
                        "P11",
                        "a refund of which a cent was not deducted",
                        liar -> liar.entry(53, one -> with(one, "signedMinor", -1_999L))),
                lie(
                        "P11",
                        "a refund of another amount",
                        liar -> liar.store.of(Refund.class, one -> with(one, "amount", usd("20.01")))),
                lie(
                        "P11",
                        "a dispute that took a cent too little",
                        liar -> liar.entry(70, one -> with(one, "signedMinor", -2_999L))),
                lie(
                        "P11",
                        "a dispute that left more than it had to",
                        liar -> liar.entry(73, one -> with(one, "signedMinor", -498L))),
                lie(
                        "P11",
                        "arrears that are a cent short",
                        liar -> liar.event(58, one -> with((CycleEvent.ArrearsRecorded) one, "amount", usd("70.00")))),
                lie(
                        "P11",
                        "arrears that are paid a cent short",
                        liar -> liar.entry(64, one -> with(one, "signedMinor", -7_000L))),
                lie(
                        "P11",
                        "a part of arrears by a wrong number",
                        liar -> liar.entry(64, one -> with(one, "reference", "DISPUTE/d1/2"))),
                lie(
                        "P11",
                        "arrears that nobody has recorded",
                        liar -> liar.entry(64, one -> with(one, "reference", "DISPUTE/d9/1"))),
                lie("P11", "arrears that suspend nobody", Lies::suspendNobody),
                lie(
                        "P11",
                        "a dispute won for a cent too much",
                        liar -> liar.entry(68, one -> with(one, "signedMinor", 10_001L))),
                lie(
                        "P11",
                        "a dispute won for what was never paid",
                        liar -> liar.entry(79, one -> with(one, "signedMinor", 5_000L))),
                lie(
                        "P11",
                        "cancelled arrears of another amount",
                        liar -> liar.event(78, one -> with((CycleEvent.ArrearsForgiven) one, "amount", usd("45.00")))),
                lie(
                        "P11",
                        "a dispute that has come back and is not told so",
                        liar -> liar.store.of(Reversal.class, one -> with(one, "state", ReversalState.TAKEN))));
    }

    private static List<Lie> quiet() {
        return List.of(
                lie(
                        "B6",
                        "something due that nobody has noticed",
                        liar -> liar.story.atTheEnd = () -> liar.story.story.clock.advance(Duration.ofDays(40))),
                lie("P7", "an attempt that is never settled", Lies::neverSettle),
                lie("P7", "a refund that is never settled", Lies::neverSettleTheRefund),
                lie(
                        "P8",
                        "a refund at the gateway of which the books know nothing",
                        liar -> liar.story.atTheEnd = () -> liar.story
                                .story
                                .gateway
                                .book()
                                .took(liar.story.charge("again"), ReportedReversal.refund("x", usd("1.00")))));
    }
}
