package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rules B8 and B9: what is not paid may become cheaper without any credit, and then a run finds it; or must not. */
class UnpaidStoryTest {

    /** The trial has ended with 22.00 on the balance, and 25.00 to pay. */
    private static Story suspended() {
        Story story = Story.withBalance("22.00");
        story.you.switchTo(story.first()).members().add(story.you.user(), "101");
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        return story;
    }

    private static void comesBack(Story story) {
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        story.prove();
    }

    @Test
    void B8_whoHoldsLessReturnsWithinADayWhereTheBalanceCoversThat() {
        Story story = suspended();
        story.you.switchTo(story.first()).members().remove(story.you.user());
        story.clock.advance(Duration.ofDays(1));

        comesBack(story);
        assertThat(story.balance()).isEqualTo(usd("2.00"));
    }

    /** An amount of zero is always covered (rule B2), by who has never recharged, too. */
    @Test
    void B8_whoHoldsNothingMoreOnAPlanWithoutAMonthlyPriceReturnsWithoutAnyMoney() {
        Story story = new Story();
        story.put(BillingPlan.named("by-head").monthly(usd("0.00")).perExtension(usd("5.00")));
        story.mine().changePlan(story.first(), "by-head", PlanChange.NOW);
        story.you.switchTo(story.first()).members().add(story.you.user(), "101");
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.you.switchTo(story.first()).members().remove(story.you.user());
        story.clock.advance(Duration.ofDays(1));

        comesBack(story);
        assertThat(story.balance()).isEqualTo(usd("0.00"));
    }

    @Test
    void B8_aLowerPriceThatComesIntoForceBringsBackWhoeverItIsCoveredFor() {
        Story story = suspended();
        BillingPlan standard = story.plans.get(story.organizations().get(0).plan());
        story.put(standard.repricedFrom(story.clock.instant().plus(Duration.ofDays(10)))
                .monthly(usd("5.00")));
        story.clock.advance(Duration.ofDays(9));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.clock.advance(Duration.ofDays(2));

        comesBack(story);
        assertThat(story.balance()).isEqualTo(usd("12.00"));
    }

    /** A run at the very moment at which a plan was planned, or by a clock that is behind, does not see it in force yet. */
    @Test
    void B8_aFreePlanThatIsPlannedBringsBackAlthoughARunCameTooEarlyForIt() {
        Story story = new Story();
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        story.mine().changePlan(story.first(), "free", PlanChange.AT_NEXT_PERIOD);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.clock.advance(Duration.ofSeconds(1));

        comesBack(story);
    }

    @Test
    void B8_whoHasNothingIsNotLookedAtForNothing() {
        Story story = new Story();
        story.clock.advance(Duration.ofDays(20));
        assertThat(story.billing.run().accounts()).isEqualTo(1);
        story.clock.advance(Duration.ofDays(100));

        assertThat(story.billing.run().accounts()).isZero();
    }

    /** A period that has begun is charged by the plan that was planned for it, and not by the one before that. */
    @Test
    void B9_whatIsPlannedNextDoesNotChangeThePlanOfAPeriodThatHasBegunAndIsNotPaid() {
        Story story = Story.withBalance("0.01");
        OrganizationId second = story.you.addOrganization("Services", "free").id();
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofDays(32));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        story.mine().changePlan(second, "standard", PlanChange.AT_NEXT_PERIOD);
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        story.recharge("enough", "7.00");

        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        story.prove();
    }

    /** Two periods have begun and are not paid: each keeps the plan that was planned for it. */
    @Test
    void B9_eachOfSeveralPeriodsThatHaveBegunKeepsThePlanThatWasPlannedForIt() {
        Story story = twoUnpaid();
        OrganizationId second = services(story);
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.recharge("enough", "27.00");

        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(story.planOf(second)).isEqualTo(new PlanName("small"));
        story.prove();
        story.clock.set(Instant.parse("2026-04-30T12:00:00Z"));
        story.billing.run();
        assertThat(story.planOf(second)).isEqualTo(new PlanName("free"));
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        story.prove();
    }

    @Test
    void B9_whatIsPlannedForThePeriodThatHasBegunLastIsNotPlannedAgain() {
        Story story = twoUnpaid();
        OrganizationId second = services(story);
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.recharge("enough", "27.00");
        story.clock.set(Instant.parse("2026-04-30T12:00:00Z"));
        story.billing.run();

        assertThat(story.planOf(second)).isEqualTo(new PlanName("small"));
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        story.prove();
    }

    /** Of a clock that has gone back, too: the period has begun, as its shortage is recorded. */
    @Test
    void B9_aClockThatGoesBackDoesNotTakeThePlanFromAPeriodThatIsPastDue() {
        Story story = Story.withGrace(Duration.ofDays(27));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("first", "0.01");
        OrganizationId second = story.you.addOrganization("Services", "free").id();
        story.mine().changePlan(second, "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.set(Instant.parse("2026-01-20T12:00:00Z"));
        story.mine().changePlan(second, "standard", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-03-01T13:00:00Z"));
        story.recharge("enough", "7.00");

        assertThat(story.planOf(second)).isEqualTo(new PlanName("small"));
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        story.prove();
    }

    @Test
    void B9_nowTakesThePlaceOfAllThatWasPlanned() {
        Story story = twoUnpaid();
        OrganizationId second = services(story);
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.mine().changePlan(second, "free", PlanChange.NOW);
        story.billing.run();

        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.planOf(second)).isEqualTo(new PlanName("free"));
        story.prove();
    }

    /** On standard since the last of January, past due since 28 February, with the small plan from 31 March on, which has begun. */
    private static Story twoUnpaid() {
        Story story = Story.withGrace(Duration.ofDays(27));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("first", "20.01");
        story.you.addOrganization("Services", "standard");
        story.mine().changePlan(story.first(), "free", PlanChange.NOW);
        story.clock.set(Instant.parse("2026-03-06T12:00:00Z"));
        story.billing.run();
        story.mine().changePlan(services(story), "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-03-31T12:00:00Z"));
        assertThat(story.stateOf(services(story))).isEqualTo(OrganizationState.PAST_DUE);
        return story;
    }

    private static OrganizationId services(Story story) {
        return story.organizations().get(1).id();
    }

    @Test
    void B8_whoWasSuspendedOnADearPlanReturnsAtOnceOnTheFreeOneThatWasPlanned() {
        Story story = Story.withBalance("7.01");
        OrganizationId second = story.you.addOrganization("Services", "small").id();
        story.clock.advance(Duration.ofDays(32));
        story.billing.run();
        story.mine().changePlan(second, "free", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofDays(3));
        story.billing.run();
        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.SUSPENDED);
        story.billing.run();

        assertThat(story.stateOf(second)).isEqualTo(OrganizationState.ACTIVE);
        story.prove();
    }

    @Test
    void B8_aPriceThatBecomesZeroBringsBackWhoHasNothing() {
        Story story = new Story();
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        BillingPlan standard = story.plans.get(story.organizations().get(0).plan());
        Instant free = story.clock.instant().plus(Duration.ofDays(10));
        story.put(standard.repricedFrom(free).monthly(usd("0.00")));
        story.mine().changePlan(story.first(), "standard", PlanChange.NOW);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.clock.set(free);

        comesBack(story);
    }

    @Test
    void B8_aPlanThatIsInForceAlreadyIsNotLookedAtAgain() {
        Story story = new Story();
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        story.clock.advance(Duration.ofDays(20));
        assertThat(story.billing.run().done().suspended()).isEqualTo(1);

        assertThat(story.billing.run().accounts()).isZero();
    }

    @Test
    void B11_aPlannedPlanThatTheCatalogueHasLostLeavesItsOrganizationOutOfTheForecast() {
        Story story = Story.withBalance("50.00");
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        assertThat(story.mine().forecast(1).unpriced()).isZero();
        story.vanish("small");

        assertThat(story.mine().forecast(1).unpriced()).isEqualTo(1);
        assertThat(story.mine().forecast(1).items()).isEmpty();
    }

    @Test
    void B5_aPlanThatTheCatalogueHasLostIsAFaultThatNamesIt() {
        Story story = Story.withBalance("50.00");
        story.vanish("standard");
        story.clock.advance(Duration.ofDays(14));

        assertThatThrownBy(() -> story.mine().changePlan(story.first(), "small", PlanChange.NOW))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining("standard");
    }
}
