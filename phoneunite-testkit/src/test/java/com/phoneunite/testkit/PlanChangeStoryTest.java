package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.cycle.PlannedChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule B9 from the front door. */
class PlanChangeStoryTest {

    private static final PlanName STANDARD = new PlanName("standard");
    private static final PlanName SMALL = new PlanName("small");

    /** A second organization, charged from 31 January to 28 February, which is 28 days; 80.00 are left. */
    private static Story story() {
        Story story = Story.withBalance("100.00");
        story.you.addOrganization("Second", "standard");
        return story;
    }

    private static OrganizationId second(Story story) {
        return story.organizations().get(1).id();
    }

    private static List<DomainEvent> events(Story story) {
        return story.snapshot().events().stream().map(RecordedEvent::event).toList();
    }

    private static LedgerEntry last(Story story) {
        List<LedgerEntry> entries = story.entries();
        return entries.get(entries.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        // The first day: all of it.
        "2026-01-31T23:00:00Z, small, -13.00",
        // Ten days are gone: 7.00 x 18/28 = 4.50, 20.00 x 18/28 = 12.857.
        "2026-02-10T12:00:00Z, small, -8.36",
        "2026-02-10T12:00:00Z, free, -12.86",
        // The last day, by the clock of New York: 7.00/28 = 0.25, 20.00/28 = 0.714.
        "2026-02-28T04:59:59Z, small, -0.46",
        // 40.00 x 18/28 = 25.714: rounded apart, the parts are 25.71 and 12.86.
        "2026-02-10T12:00:00Z, large, 12.85"
    })
    void B9_aChangeNowIsChargedOrCreditedByTheDayTodayIncluded(Instant at, String plan, String difference) {
        Story story = story();
        story.put(BillingPlan.named("large").monthly(usd("40.00")));
        story.clock.set(at);

        assertThat(story.mine().changePlan(second(story), plan, PlanChange.NOW)).isEqualTo(usd(difference));
        assertThat(last(story).amount()).isEqualTo(usd(difference).negated());
        assertThat(last(story).kind())
                .isEqualTo(usd(difference).isPositive() ? EntryKind.PLAN_CHARGE : EntryKind.PLAN_CREDIT);
        assertThat(last(story).reference()).isEqualTo(second(story) + "/0/0/1");
        assertThat(last(story).actor()).isEqualTo(Actor.user(story.you.user()));
        assertThat(story.planOf(second(story))).isEqualTo(new PlanName(plan));
        assertThat(events(story)).endsWith(new OrganizationEvent.PlanChanged(STANDARD, new PlanName(plan)));
        story.snapshot().verify();
    }

    @Test
    void B9_partsAreRoundedHalfEvenEachByItself() {
        Story story = Story.withBalance("100.00");
        story.put(BillingPlan.named("odd").monthly(usd("0.07")));
        story.put(BillingPlan.named("even").monthly(usd("0.03")));
        OrganizationId odd = story.you.addOrganization("Odd", "odd").id();
        story.clock.set(Instant.parse("2026-02-14T12:00:00Z"));

        // 14 of 28 days: 0.035 rounds to 0.04, 0.015 to 0.02.
        assertThat(story.mine().changePlan(odd, "even", PlanChange.NOW)).isEqualTo(usd("-0.02"));
    }

    @Test
    void B9_theQuantitiesAreThoseThatWereChargedAndThePricesThoseOfThePeriodsStart() {
        Story story = Story.withBalance("500.00");
        story.put(BillingPlan.named("large").monthly(usd("40.00")).perExtension(usd("10.00")));
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.you.switchTo(second).members().add(story.you.user(), "101");
        story.clock.set(Instant.parse("2026-02-28T12:00:00Z"));
        story.billing.run();
        story.you.switchTo(second).members().remove(story.you.user());
        story.put(story.plans
                .get(new PlanName("large"))
                .repricedFrom(Instant.parse("2026-03-01T00:00:00Z"))
                .monthly(usd("99.00")));
        story.put(story.plans
                .get(STANDARD)
                .repricedFrom(Instant.parse("2026-03-01T00:00:00Z"))
                .monthly(usd("1.00")));
        story.clock.set(Instant.parse("2026-03-02T12:00:00Z"));

        // From 28 February to 31 March are 31 days, 29 of them left: 50.00 x 29/31 less 25.00 x 29/31.
        assertThat(story.mine().changePlan(second, "large", PlanChange.NOW)).isEqualTo(usd("23.38"));
    }

    @Test
    void B9_theNextPeriodIsChargedByTheNewPlan() {
        Story story = story();
        story.clock.set(Instant.parse("2026-02-10T12:00:00Z"));
        story.mine().changePlan(second(story), "small", PlanChange.NOW);
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();

        assertThat(last(story).amount()).isEqualTo(usd("-7.00"));
        assertThat(last(story).reference()).isEqualTo(second(story) + "/0/1");
    }

    @Test
    void B9_thePlanThatItIsOnChangesNothing() {
        Story story = story();
        var before = story.snapshot();
        assertThat(story.mine().changePlan(second(story), "standard", PlanChange.NOW))
                .isEqualTo(usd("0.00"));
        assertThat(story.mine().changePlan(second(story), "standard", PlanChange.AT_NEXT_PERIOD))
                .isEqualTo(usd("0.00"));
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void B9_askingAgainChargesOnce() {
        Story story = story();
        story.mine().changePlan(second(story), "small", PlanChange.NOW);
        var before = story.snapshot();
        assertThat(story.mine().changePlan(second(story), "small", PlanChange.NOW))
                .isEqualTo(usd("0.00"));
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void B9_inATrialThePlanIsReplacedAndNothingPosted() {
        Story story = Story.withBalance("100.00");
        story.mine().changePlan(story.first(), "small", PlanChange.NOW);
        assertThat(story.entries()).hasSize(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.TRIAL);
        story.clock.set(Instant.parse("2026-02-14T05:00:00Z"));
        story.billing.run();
        assertThat(last(story).amount()).isEqualTo(usd("-7.00"));
    }

    @Test
    void B9_whileItIsPastDueThePlanIsReplacedAndTheNextRunChargesTheNewOne() {
        Story story = Story.withBalance("30.00");
        story.clock.set(Instant.parse("2026-03-14T12:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.mine().changePlan(story.first(), "small", PlanChange.NOW);
        assertThat(story.entries()).hasSize(2);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);

        story.billing.run();
        assertThat(last(story).amount()).isEqualTo(usd("-7.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void B9_whatIsDueAndCoveredIsChargedFirstByTheOldPlan() {
        Story story = story();
        story.clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        story.mine().changePlan(second(story), "small", PlanChange.NOW);

        // From 28 February to 31 March are 31 days, 26 of them left: 7.00 x 26/31 less 20.00 x 26/31.
        assertThat(story.entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("100.00"), usd("-20.00"), usd("-20.00"), usd("-20.00"), usd("10.90"));
    }

    @Test
    void B9_aDearerChangeThatIsNotCoveredIsRefusedWithTheShortfallOfTheDifference() {
        Story story = story();
        story.put(BillingPlan.named("huge").monthly(usd("200.00")));
        assertThat(story.refused(
                                "BALANCE_TOO_LOW", () -> story.mine().changePlan(second(story), "huge", PlanChange.NOW))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd("100.01"));
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("open", "500.00");
        story.refused("RECHARGE_UNRESOLVED", () -> story.mine().changePlan(second(story), "huge", PlanChange.NOW));
        story.recharge("open", "500.00");
        assertThat(story.mine().changePlan(second(story), "huge", PlanChange.NOW))
                .isEqualTo(usd("180.00"));
    }

    @Test
    void B9_aDearerChangeIsRefusedWhileSomethingElseIsPastDueAndACheaperOnePaysIt() {
        Story story = Story.withBalance("60.00");
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        OrganizationId first = story.first();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        story.put(BillingPlan.named("bit").monthly(usd("20.02")));

        story.refused("ACCOUNT_PAST_DUE", () -> story.mine().changePlan(first, "bit", PlanChange.NOW));
        story.mine().changePlan(first, "small", PlanChange.NOW);
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        story.snapshot().verify();
    }

    @Test
    void B9_aPlannedChangeTakesEffectWithTheNextPeriodHoweverLateItIsCharged() {
        Story story = story();
        OrganizationId second = second(story);
        story.clock.set(Instant.parse("2026-02-20T12:00:00Z"));
        assertThat(story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD))
                .isEqualTo(usd("0.00"));
        assertThat(story.planOf(second)).isEqualTo(STANDARD);
        assertThat(events(story)).endsWith(new CycleEvent.PlanChangePlanned(SMALL));
        story.put(story.plans
                .get(SMALL)
                .repricedFrom(Instant.parse("2026-03-01T00:00:00Z"))
                .monthly(usd("9.00")));
        story.clock.set(Instant.parse("2026-04-02T12:00:00Z"));
        story.billing.run();

        assertThat(story.entries().stream()
                        .filter(one -> one.organization().orElse(second).equals(second))
                        .map(LedgerEntry::amount))
                .containsExactly(usd("100.00"), usd("-20.00"), usd("-7.00"), usd("-9.00"));
        assertThat(story.planOf(second)).isEqualTo(SMALL);
        assertThat(events(story)).contains(new OrganizationEvent.PlanChanged(STANDARD, SMALL));
    }

    @Test
    void B9_aPeriodThatWasDueBeforeTheChangeWasPlannedIsChargedByTheOldPlan() {
        Story story = Story.withBalance("20.01");
        story.clock.set(Instant.parse("2026-03-14T12:00:00Z"));
        story.billing.run();
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-04-14T12:00:00Z"));
        story.recharge("late", "50.00");

        assertThat(story.entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("20.01"), usd("-20.00"), usd("50.00"), usd("-20.00"), usd("-7.00"));
    }

    @Test
    void B9_theChangeAskedForLastCounts() {
        Story story = story();
        OrganizationId second = second(story);
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        assertThat(events(story)).containsOnlyOnce(new CycleEvent.PlanChangePlanned(SMALL));
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "standard", PlanChange.AT_NEXT_PERIOD);
        assertThat(events(story)).endsWith(new CycleEvent.PlanChangeDropped(new PlanName("free")));
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "small", PlanChange.NOW);
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        assertThat(last(story).amount()).isEqualTo(usd("-7.00"));
    }

    @Test
    void B9_aPlannedChangeGoesAlongThroughSuspension() {
        Story story = Story.withBalance("6.00");
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-02-14T05:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("back", "2.00");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.planOf(story.first())).isEqualTo(SMALL);
    }

    @Test
    void B8_aSuspendedOrganizationThatPlansWhatItsBalanceCoversReturnsWithTheNextRun() {
        Story story = Story.withBalance("21.00");
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.clock.advance(Duration.ofDays(40));
        story.billing.run();
        story.clock.advance(Duration.ofDays(4));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.SUSPENDED);

        story.put(BillingPlan.named("gratis").monthly(usd("0.00")));
        story.mine().changePlan(second, "gratis", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofSeconds(1));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.planOf(second)).isEqualTo(new PlanName("gratis"));
        assertThat(story.balance()).isEqualTo(usd("1.00"));
    }

    @Test
    void B9_anArchivedPlanIsNotGivenToAnybodyAndKeepsWhoIsOnIt() {
        Story story = story();
        story.put(story.plans.get(SMALL).archive());
        story.refused("PLAN_ARCHIVED", () -> story.mine().changePlan(second(story), "small", PlanChange.NOW));
        story.refused("PLAN_ARCHIVED", () -> story.you.addOrganization("Third", "small"));
        story.put(story.plans.get(STANDARD).archive());
        story.mine().changePlan(second(story), "standard", PlanChange.NOW);
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        assertThat(story.billing.run().paid()).isEqualTo(2);
    }

    @Test
    void X4_whatNeedsALookIsRefusedBeforeAnythingIsWritten() {
        Story story = story();
        story.refused("UNKNOWN_PLAN", () -> story.mine().changePlan(second(story), "gold", PlanChange.NOW));
        story.refused("PLAN_CURRENCY_MISMATCH", () -> story.mine().changePlan(second(story), "euro", PlanChange.NOW));
        story.refused("INVALID_INPUT", () -> story.mine().changePlan(null, "No Plan", null));
        story.you.closeOrganization(second(story));
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.mine().changePlan(second(story), "small", PlanChange.NOW));
    }

    @Test
    void X2_aClockSetBackGivesNoMoreDaysThanAreLeft() {
        Story story = story();
        story.clock.set(Instant.parse("2026-02-27T12:00:00Z"));
        story.mine().changePlan(second(story), "free", PlanChange.NOW);
        story.mine().changePlan(second(story), "standard", PlanChange.NOW);
        story.clock.advance(Duration.ofDays(-40));
        assertThat(story.mine().changePlan(second(story), "free", PlanChange.NOW))
                .isEqualTo(usd("-0.71"));
        story.snapshot().verify();
    }

    @Test
    void B9_thePlanThatItIsOnDropsWhatWasPlanned() {
        for (PlanChange when : PlanChange.values()) {
            Story story = story();
            OrganizationId second = second(story);
            story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
            story.mine().changePlan(second, "standard", when);
            assertThat(events(story)).endsWith(new CycleEvent.PlanChangeDropped(SMALL));
            story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
            story.billing.run();

            assertThat(story.planOf(second)).as("%s", when).isEqualTo(STANDARD);
            assertThat(last(story).amount()).isEqualTo(usd("-20.00"));
        }
    }

    @Test
    void B9_aChangeNowDropsWhatWasPlannedAndTellsOfIt() {
        Story story = story();
        story.mine().changePlan(second(story), "free", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second(story), "small", PlanChange.NOW);

        assertThat(events(story))
                .endsWith(
                        new CycleEvent.PlanChangeDropped(new PlanName("free")),
                        new OrganizationEvent.PlanChanged(STANDARD, SMALL));
    }

    @Test
    void B9_whatIsPlannedWhileAPeriodIsNotPaidWasAskedForWhenItWasAskedFor() {
        Story story = Story.withBalance("20.01");
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        Instant asked = Instant.parse("2026-03-01T12:00:00Z");
        story.clock.set(asked);
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.snapshot().subscriptions())
                .flatExtracting(one -> one.planned().all())
                .containsExactly(new PlannedChange(SMALL, asked));
    }

    @Test
    void B9_planningAnotherPlanPutsNobodyOnTheFormerOneBeforeItsTime() {
        Story story = story();
        OrganizationId second = second(story);
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.planOf(second)).isEqualTo(STANDARD);
    }

    @Test
    void B9_planningAnotherPlanLeavesAnUnpaidPeriodOnThePlanThatItBeganWith() {
        Story story = Story.withBalance("20.01");
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();
        story.clock.advance(Duration.ofDays(30));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(story.first(), "free", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.planOf(story.first())).isEqualTo(STANDARD);
    }

    @Test
    void B9_planningWhatAnUnpaidPeriodIsOnAlreadyChangesNothing() {
        Story story = Story.withBalance("20.01");
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofDays(31));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        AccountSnapshot before = story.snapshot();
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.snapshot()).isEqualTo(before);
        story.recharge("later", "50.00");
        assertThat(story.planOf(second)).isEqualTo(SMALL);
        assertThat(events(story)).doesNotContain(new CycleEvent.PlanChangeDropped(SMALL));
    }

    @Test
    void B9_whileSuspendedThePlanStaysUntilTheReturnWhateverIsPlanned() {
        Story story = Story.withBalance("1.00");
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.mine().changePlan(story.first(), "free", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.planOf(story.first())).isEqualTo(STANDARD);
    }

    @Test
    void B9_aChangeThatCostsNothingIsMadeWhileSomethingElseIsPastDue() {
        Story story = Story.withBalance("41.00");
        story.put(BillingPlan.named("same").monthly(usd("20.00")));
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();
        story.clock.set(Instant.parse("2026-03-10T12:00:00Z"));
        OrganizationId second = story.you.addOrganization("Second", "standard").id();
        story.clock.set(Instant.parse("2026-03-14T04:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);

        assertThat(story.mine().changePlan(second, "same", PlanChange.NOW)).isEqualTo(usd("0.00"));
        assertThat(story.planOf(second)).isEqualTo(new PlanName("same"));
    }
}
