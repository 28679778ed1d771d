package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.AddOrganization;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule B8 from the front door: grace, suspension, and the way back. */
class GraceStoryTest {

    private static final Instant TRIAL_END = Instant.parse("2026-02-14T05:00:00Z");
    private static final Instant SECOND_MONTH = Instant.parse("2026-03-14T04:00:00Z");

    /** The first organization is paid until 14 March, and 0.01 is left. */
    private static Story paidOnce() {
        Story story = Story.withBalance("20.01");
        story.clock.set(TRIAL_END);
        story.billing.run();
        return story;
    }

    private static List<String> periods(Story story) {
        return story.entries().stream()
                .filter(one -> one.kind() == EntryKind.PERIOD)
                .map(one -> one.reference()
                        .substring(one.organization().orElseThrow().toString().length()))
                .toList();
    }

    /** The ids of a host may count down: which organization is older, they do not tell. */
    @Test
    void B8_ofThoseSuspendedTogetherTheOneAddedFirstReturnsFirstWhateverTheirIds() {
        AtomicLong next = new AtomicLong(1_000_000);
        PhoneUniteFixture fixture = PhoneUniteFixture.given()
                .at("2026-01-31T15:00:00Z")
                .account(Story.opening())
                .plans(BillingPlan.named("standard").monthly(usd("20.00")))
                .balance("USD 100.00")
                .phoneUnite(builder -> builder.ids(() -> new UUID(1, next.getAndDecrement())))
                .ready();
        Organization second = fixture.session().addOrganization("Second", "standard");
        Organization third = fixture.session().addOrganization("Third", "standard");
        assertThat(second.id()).isGreaterThan(third.id());
        fixture.billing()
                .actingAs("meter")
                .deductUsage(Usage.of(fixture.account().id(), second.id(), "calls", usd("59.00")));
        for (int day = 0; day < 35; day++) {
            fixture.clock().advance(Duration.ofDays(1));
            fixture.billing().run();
        }
        assertThat(fixture.organizations())
                .extracting(Organization::state)
                .containsOnly(OrganizationState.SUSPENDED)
                .hasSize(3);
        fixture.mine().recharge("two-of-three", usd("41.00"));

        assertThat(fixture.organizations())
                .extracting(Organization::state)
                .containsExactly(OrganizationState.ACTIVE, OrganizationState.ACTIVE, OrganizationState.SUSPENDED);
    }

    @Test
    void B8_theGraceIsThreeTimes24HoursFromWhenTheShortageIsRecorded() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH.plus(Duration.ofHours(5)));
        assertThat(story.billing.run().pastDue()).isEqualTo(1);
        assertThat(story.snapshot().events())
                .extracting(one -> one.event())
                .contains(
                        new CycleEvent.ShortageRecorded(story.first() + "/0/1", Instant.parse("2026-03-17T09:00:00Z")));

        story.clock.set(Instant.parse("2026-03-17T08:59:59.999999Z"));
        assertThat(story.billing.run().accounts()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.set(Instant.parse("2026-03-17T09:00:00Z"));
        assertThat(story.billing.run().done().suspended()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.billing.run().accounts()).isZero();
        story.snapshot().verify();
    }

    @Test
    void B6_theGraceIsNeverBackdatedHoweverLateTheRunComes() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH.plus(Duration.ofDays(90)));
        assertThat(story.billing.run().pastDue()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }

    @Test
    void B6_theShortageOfALaterPeriodHasAGraceOfItsOwn() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.clock.set(SECOND_MONTH.plus(Duration.ofDays(40)));
        story.recharge("one", "20.00");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        assertThat(story.snapshot().subscriptions().get(0).pastDueSince())
                .contains(SECOND_MONTH.plus(Duration.ofDays(40)));
        assertThat(story.billing.run().done().suspended()).isZero();
    }

    @Test
    void B8_theHostChoosesTheGrace() {
        for (Duration grace : List.of(Duration.ofSeconds(1), Duration.ofDays(28).minusSeconds(1))) {
            Story story = new Story(builder -> builder.grace(grace));
            story.mine().putPaymentMethodOnFile("tok_visa");
            story.recharge("start", "20.01");
            story.clock.set(SECOND_MONTH);
            story.billing.run();
            story.clock.advance(grace.minusNanos(1_000));
            story.billing.run();
            assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
            story.clock.advance(Duration.ofNanos(1_000));
            story.billing.run();
            assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P28D", "P365D"})
    void B8_aGraceIsLongerThanNothingAndShorterThan28Days(Duration grace) {
        Billing.Builder builder = Billing.builder(InMemoryStore.create());
        assertThatThrownBy(() -> builder.grace(grace)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B8_aTrialHasNoGrace() {
        Story story = Story.withCard();
        story.clock.set(TRIAL_END);
        BillingRun.Result result = story.billing.run();

        assertThat(result.done().suspended()).isEqualTo(1);
        assertThat(result.pastDue()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }

    @Test
    void B8_anEndedTrialIsPastDueWhileAnAttemptIsUnresolvedAndSuspendedOnceItIsNot() {
        Story story = Story.withCard();
        story.clock.set(TRIAL_END.minusSeconds(60));
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("open", "50.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.advance(Duration.ofHours(5));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);

        story.gateway.next(Fault.OTHER_AMOUNT);
        story.recharge("open", "50.00");
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.snapshot().verify();
    }

    @Test
    void B8_anEndedTrialWhoseAttemptSucceedsWasNeverSuspended() {
        Story story = Story.withCard();
        story.gateway.next(Fault.FAIL_AFTER_CAPTURE);
        story.recharge("open", "50.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        story.recharge("open", "50.00");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(periods(story)).containsExactly("/0/0");
        assertThat(story.entries().get(1).happenedAt()).isEqualTo(TRIAL_END);
    }

    @Test
    void B8_suspensionWaitsForAnUnresolvedAttemptAndNotForOneInReview() {
        Story story = new Story(builder -> builder.grace(Duration.ofHours(12)));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "20.01");
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("open", "50.00");
        story.clock.advance(Duration.ofHours(13));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);

        story.gateway.next(Fault.OTHER_AMOUNT);
        story.recharge("open", "50.00");
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }

    @Test
    void B8_suspensionLetsUnpaidPeriodsLapseAndAReturnIsChargedAndAnchoredThatDay() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        Instant back = Instant.parse("2026-05-31T18:30:00Z");
        story.clock.set(back);
        story.billing.run();
        story.recharge("back", "21.00");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("1.01"));
        assertThat(periods(story)).containsExactly("/0/0", "/1/0");
        assertThat(story.entries().get(3).happenedAt()).isEqualTo(back);
        assertThat(story.snapshot().subscriptions().get(0).nextDue()).isEqualTo("2026-06-30T04:00:00Z");
        story.snapshot().verify();
    }

    @Test
    void B8_aReturnCostsWhatIsInForceAndHeldWhenItHappens() {
        Story story = paidOnce();
        story.you.switchTo(story.first()).members().add(story.you.user(), "101");
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        BillingPlan standard = story.plans.get(new com.phoneunite.organization.PlanName("standard"));
        story.put(standard.repricedFrom(story.clock.instant().plusSeconds(60)).monthly(usd("30.00")));
        story.clock.advance(Duration.ofDays(10));
        story.recharge("back", "100.00");

        List<LedgerEntry> entries = story.entries();
        assertThat(entries.get(entries.size() - 1).amount()).isEqualTo(usd("-35.00"));
    }

    @Test
    void B8_aCreditPaysWhatIsPastDueBeforeReturnsAndReturnsInTheOrderOfB7() {
        Story story = Story.withBalance("48.00");
        // The oldest due is the one of the trial's end, whose organization was added first.
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("1.00"));
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        story.clock.set(SECOND_MONTH.minusSeconds(1));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.stateOf(small)).isEqualTo(OrganizationState.SUSPENDED);
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);

        story.recharge("part", "27.00");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.SUSPENDED);
        assertThat(story.stateOf(small)).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("1.00"));
        story.recharge("rest", "20.00");
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        story.snapshot().verify();
    }

    @Test
    void O6_suspendedLetsPeopleReadAndRemoveAndForbidsAddingAndChanging() {
        Story story = Story.withCard();
        story.you.switchTo(story.first()).members().add(story.you.user(), "101");
        story.clock.set(TRIAL_END);
        story.billing.run();

        assertThat(story.you.switchTo(story.first()).organization().state()).isEqualTo(OrganizationState.SUSPENDED);
        story.refused(
                "ORGANIZATION_SUSPENDED",
                () -> story.you.switchTo(story.first()).members().add(story.you.user(), "102"));
        story.refused("ORGANIZATION_SUSPENDED", () -> story.you.renameOrganization(story.first(), "Other"));
        story.you.switchTo(story.first()).members().remove(story.you.user());
        assertThat(story.mine().page().organizations().items()).hasSize(1);
    }

    @Test
    void B10_usageIsDeductedWhileSuspended() {
        Story story = Story.withBalance("15.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.use(story.first(), "call", "1.00");
        assertThat(story.balance()).isEqualTo(usd("14.00"));
    }

    @Test
    void X2_aClockSetBackNeitherSuspendsNorReturnsTwice() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        Instant suspended = story.clock.instant();
        story.clock.advance(Duration.ofDays(-60));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("back", "50.00");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(periods(story)).containsExactly("/0/0", "/1/0");
        assertThat(story.snapshot().subscriptions().get(0).anchor().moment()).isEqualTo(suspended);
        story.clock.set(suspended);
        story.billing.run();
        assertThat(periods(story)).hasSize(2);
    }

    @Test
    void B8_aCheaperPlanBringsASuspendedOrganizationBackByTheNextRun() {
        Story story = Story.withBalance("15.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.mine().changePlan(story.first(), "small", PlanChange.NOW))
                .isEqualTo(usd("0.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);

        assertThat(story.billing.run().done().returned()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("8.00"));
    }

    @Test
    void X3_aShortageIsToldOnce() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH);
        assertThat(story.billing.run().pastDue()).isEqualTo(1);
        AccountSnapshot before = story.snapshot();
        story.recharge("too-little", "1.00");
        story.clock.advance(Duration.ofHours(1));
        story.billing.run();

        assertThat(story.snapshot().subscriptions()).isEqualTo(before.subscriptions());
        assertThat(story.snapshot().events().stream().filter(one -> one.event() instanceof CycleEvent.ShortageRecorded))
                .hasSize(1);
    }

    @Test
    void B6_aRunTellsHowManyItSuspendedAndHowManyCameBack() {
        Story story = Story.withBalance("28.00");
        story.you.addOrganization("Small", "small");
        story.clock.set(TRIAL_END);
        assertThat(story.billing.run().paid()).isEqualTo(1);
        story.clock.set(SECOND_MONTH);
        assertThat(story.billing.run().pastDue()).isEqualTo(2);
        story.clock.advance(Duration.ofDays(3));
        BillingRun.Progress over = story.billing.run().done();
        assertThat(over.suspended()).isEqualTo(2);
        assertThat(over.pastDue()).isZero();
        story.mine().changePlan(story.first(), "free", PlanChange.NOW);
        BillingRun.Progress back = story.billing.run().done();
        assertThat(back.returned()).isEqualTo(1);
        assertThat(back.paid()).isEqualTo(1);
        assertThat(story.billing.run().done().returned()).isZero();
    }

    /** Ids that are made of keys come in no order. */
    @Test
    void B7_ofThoseDueAtOnceTheOneAddedFirstReturnsFirst() {
        Story story = Story.withBalance("43.00");
        for (int i = 0; i < 6; i++) {
            story.you.addOrganization(
                    AddOrganization.named("Small " + i).on("small").key("small-" + i));
        }
        story.clock.set(story.snapshot().nextDue().orElseThrow());
        story.clock.advance(Duration.ofDays(31));
        story.billing.run();
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        assertThat(states(story)).containsOnly(OrganizationState.SUSPENDED);
        story.mine().changePlan(story.first(), "free", PlanChange.NOW);
        story.recharge("three", "21.00");

        assertThat(states(story))
                .containsExactly(
                        OrganizationState.ACTIVE,
                        OrganizationState.ACTIVE,
                        OrganizationState.ACTIVE,
                        OrganizationState.ACTIVE,
                        OrganizationState.SUSPENDED,
                        OrganizationState.SUSPENDED,
                        OrganizationState.SUSPENDED);
    }

    private static List<OrganizationState> states(Story story) {
        return story.organizations().stream().map(Organization::state).toList();
    }

    @Test
    void X2_suspensionWaitsForNoAttemptThatAClockRecordedWhichRanAhead() {
        Story story = paidOnce();
        story.clock.set(SECOND_MONTH);
        story.billing.run();
        story.clock.advance(Duration.ofDays(4));
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("open", "50.00");
        story.clock.advance(Duration.ofHours(-1));
        story.billing.run();

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }
}
