package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.CyclePorts;
import com.phoneunite.billing.cycle.FundingTerms;
import com.phoneunite.billing.cycle.Grace;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rule P11 as far as the cycle goes: arrears, and the way back from the suspension that they bring. */
class ArrearsStoryTest {

    private static final Instant TRIAL_END = Instant.parse("2026-02-14T05:00:00Z");

    /** The cycle over the same store, for what refunds and disputes tell it. */
    private static BillingCycle cycle(Story story) {
        return new BillingCycle(
                new CyclePorts(
                        story.store.core(),
                        story.store.ledger(),
                        story.store.subscriptions(),
                        story.store.dueAccounts(),
                        story.store.arrears(),
                        story.store.usageNeeds(),
                        story.store.chargeFacts(),
                        name -> Optional.ofNullable(story.plans.get(name)),
                        account -> Optional.empty(),
                        FundingTerms.none()),
                Grace.STANDARD);
    }

    private static Change now(Story story) {
        return new Change(story.id(), Actor.system(), story.clock.instant());
    }

    private static void owe(Story story, String reference, long minor) {
        story.store.core().unitOfWork().execute(story.id(), () -> cycle(story).owe(now(story), reference, minor));
        story.snapshot().verify();
    }

    private static long forgive(Story story, String reference) {
        return story.store
                .core()
                .unitOfWork()
                .change(story.id(), () -> cycle(story).forgive(now(story), reference));
    }

    private static List<LedgerEntry> parts(Story story) {
        return story.entries().stream()
                .filter(one -> one.kind() == EntryKind.ARREARS)
                .toList();
    }

    /** Both organizations are paid, the first until 14 March and the second until 28 February; 1.00 is left. */
    private static Story paid() {
        Story story = Story.withBalance("28.00");
        story.you.addOrganization("Second", "small");
        story.clock.set(TRIAL_END);
        story.billing.run();
        return story;
    }

    private static OrganizationId second(Story story) {
        return story.organizations().get(1).id();
    }

    @Test
    void P11_arrearsSuspendEveryOpenOrganization() {
        Story story = paid();
        OrganizationId closed = story.you.addOrganization("Third", "free").id();
        story.you.closeOrganization(closed);
        owe(story, "dispute", 500);

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.stateOf(closed)).isEqualTo(OrganizationState.CLOSED);
        assertThat(story.billing.run().done().returned()).isZero();
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.SUSPENDED);
    }

    @Test
    void O5_nothingIsAddedWhileTheAccountIsInArrears() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Free", "free"));
    }

    @Test
    void P11_creditsPayArrearsFirstInPartTooAndLeaveOneMinorUnit() {
        Story story = paid();
        owe(story, "dispute", 500);
        owe(story, "refund", 300);
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        story.recharge("some", "4.50");
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("rest", "2.52");

        assertThat(parts(story))
                .extracting(LedgerEntry::reference)
                .containsExactly("dispute/1", "dispute/2", "refund/1", "refund/2");
        assertThat(parts(story))
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("-0.99"), usd("-4.01"), usd("-0.49"), usd("-2.51"));
        assertThat(story.balance()).isEqualTo(usd("0.02"));
        assertThat(story.snapshot().arrears()).isEmpty();
        story.snapshot().verify();
    }

    @Test
    void B8_whoWasSuspendedOnlyForArrearsResumesItsPaidPeriodUncharged() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.recharge("all", "10.00");

        assertThat(story.balance()).isEqualTo(usd("6.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.ACTIVE);
        story.recharge("more", "50.00");
        story.clock.set(Instant.parse("2026-03-14T12:00:00Z"));
        story.billing.run();
        assertThat(story.snapshot().subscriptions())
                .allMatch(one -> one.anchor().number() == 0)
                .allMatch(one -> one.nextPeriod() == 2);
        story.snapshot().verify();
    }

    @Test
    void B8_whosePaidPeriodEndsDuringTheArrearsReturnsChargedAndAnchoredAnew() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.clock.set(Instant.parse("2026-03-03T12:00:00Z"));
        story.billing.run();
        story.recharge("all", "20.00");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.snapshot().subscriptions())
                .extracting(one -> one.anchor().number())
                .containsExactly(0, 1);
        assertThat(story.balance()).isEqualTo(usd("9.00"));
    }

    @Test
    void B8_aTrialThatArrearsInterruptGoesOnUntilItsEndAndHasNoGraceThen() {
        Story story = Story.withBalance("1.00");
        owe(story, "dispute", 500);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("all", "5.00");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("1.00"));
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }

    @Test
    void B8_whatIsPastDueWhenArrearsAriseLapses() {
        Story story = paid();
        story.clock.set(Instant.parse("2026-02-28T12:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.PAST_DUE);
        owe(story, "dispute", 500);
        story.clock.advance(Duration.ofDays(1));
        story.recharge("all", "20.00");
        assertThat(story.snapshot().subscriptions())
                .extracting(one -> one.anchor().number())
                .containsExactly(0, 1);
        assertThat(story.balance()).isEqualTo(usd("9.00"));
    }

    @Test
    void P11_aDisputeThatIsWonCancelsWhatIsLeftOfItsArrears() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.billing.run();

        assertThat(forgive(story, "dispute")).isEqualTo(401);
        assertThat(forgive(story, "dispute")).isZero();
        assertThat(forgive(story, "other")).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.billing.run().done().returned()).isEqualTo(2);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        story.snapshot().verify();
    }

    @Test
    void P11_theSameReferenceIsOwedOnceAndWithAnotherAmountItIsAFault() {
        Story story = paid();
        owe(story, "dispute", 500);
        var before = story.snapshot();
        owe(story, "dispute", 500);
        assertThat(story.snapshot()).isEqualTo(before);
        assertThatThrownBy(() -> owe(story, "dispute", 501)).isInstanceOf(PhoneUniteFault.class);
    }

    @Test
    void P4_arrearsAreNotAmongWhatARechargeHasToPayAndNoReturnPrecedesThem() {
        Story story = Story.withBalance("15.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        var owed = story.store
                .core()
                .unitOfWork()
                .view(story.id(), () -> cycle(story).owed(story.id(), story.clock.instant()));
        assertThat(owed.totalMinor()).isEqualTo(2_000);
        assertThat(owed.isCovered()).isFalse();
        owe(story, "dispute", 500);
        owed = story.store
                .core()
                .unitOfWork()
                .view(story.id(), () -> cycle(story).owed(story.id(), story.clock.instant()));
        assertThat(owed.totalMinor()).isZero();
    }

    @Test
    void O7_anAccountInArrearsIsClosedAndLateCreditsPayThem() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.you.closeAccount();
        story.store.core().unitOfWork().execute(story.id(), () -> cycle(story).settle(now(story)));
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(story.billing.run().accounts()).isZero();
        story.snapshot().verify();
    }

    @Test
    void X3_arrearsThatAriseAndThatAreForgivenAreToldOnce() {
        Story story = paid();
        owe(story, "dispute", 500);
        owe(story, "dispute", 500);
        assertThat(told(story)).containsExactly(new CycleEvent.ArrearsRecorded("dispute", usd("5.00")));
        story.billing.run();
        forgive(story, "dispute");
        forgive(story, "dispute");
        forgive(story, "other");

        assertThat(told(story))
                .containsExactly(
                        new CycleEvent.ArrearsRecorded("dispute", usd("5.00")),
                        new CycleEvent.ArrearsForgiven("dispute", usd("4.01")));
    }

    @Test
    void P11_arrearsThatArePaidSuspendNobodyWhenTheyAreReportedAgain() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.recharge("all", "10.00");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        AccountSnapshot before = story.snapshot();
        story.clock.advance(Duration.ofHours(1));
        owe(story, "dispute", 500);

        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(forgive(story, "dispute")).isZero();
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void P11_anyNumberOfArrearsIsPaidTheOldestFirst() {
        Story story = paid();
        for (int i = 0; i < 101; i++) {
            owe(story, "dispute-" + i, 2);
            story.clock.advance(Duration.ofSeconds(1));
        }
        story.recharge("all", "10.00");

        assertThat(parts(story)).hasSize(101);
        assertThat(parts(story))
                .extracting(LedgerEntry::reference)
                .startsWith("dispute-0/1")
                .endsWith("dispute-100/1");
        assertThat(story.balance()).isEqualTo(usd("8.98"));
    }

    @Test
    void P11_whoIsSuspendedAlreadyStaysSuspendedSinceThen() {
        Story story = paid();
        owe(story, "dispute", 500);
        List<Subscription> before = story.snapshot().suspended();
        story.clock.advance(Duration.ofHours(1));
        owe(story, "refund", 300);

        assertThat(story.snapshot().suspended()).isEqualTo(before);
    }

    @Test
    void P11_anAccountInArrearsIsNotLookedAtForReturns() {
        Story story = paid();
        owe(story, "dispute", 500);
        story.billing.run();
        story.clock.advance(Duration.ofDays(20));

        assertThat(story.billing.run().accounts()).isZero();
    }

    @Test
    void P4_whoComesBackFreeOfChargeOwesNothing() {
        Story story = paid();
        owe(story, "dispute", 500);
        forgive(story, "dispute");
        var owed = story.store
                .core()
                .unitOfWork()
                .view(story.id(), () -> cycle(story).owed(story.id(), story.clock.instant()));

        assertThat(owed.totalMinor()).isZero();
    }

    @Test
    void B11_theOwnerSeesTheArrears() {
        Story story = paid();
        owe(story, "dispute", 500);
        assertThat(story.mine().page().account().orElseThrow().arrears()).isEqualTo(usd("5.00"));
        story.billing.run();
        assertThat(story.mine().page().account().orElseThrow().arrears()).isEqualTo(usd("4.01"));
    }

    private static List<DomainEvent> told(Story story) {
        return story.snapshot().events().stream()
                .map(RecordedEvent::event)
                .filter(one -> one instanceof CycleEvent.ArrearsRecorded || one instanceof CycleEvent.ArrearsForgiven)
                .toList();
    }

    @Test
    void P11_arrearsSuspendMoreOrganizationsThanOnePageHolds() {
        Story story = Story.withCard();
        for (int i = 1; i <= PageRequest.MAX_LIMIT; i++) {
            story.you.addOrganization("Organization " + i, "free");
        }
        owe(story, "dispute", 500);

        assertThat(story.organizations())
                .hasSize(PageRequest.MAX_LIMIT + 1)
                .extracting(Organization::state)
                .containsOnly(OrganizationState.SUSPENDED);
    }
}
