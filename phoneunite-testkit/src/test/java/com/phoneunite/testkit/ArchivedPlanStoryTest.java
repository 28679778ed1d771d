package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule B9: who is on a plan that is no longer offered stays on it, and who has left it does not come back. */
class ArchivedPlanStoryTest {

    private static final PlanName STANDARD = new PlanName("standard");
    private static final PlanName SMALL = new PlanName("small");

    /** On standard until 28 February, on the small plan from then on; standard is no longer offered. */
    private static Story leaving(String balance) {
        Story story = Story.withBalance(balance);
        story.you.addOrganization("Second", "standard");
        story.mine().changePlan(second(story), "small", PlanChange.AT_NEXT_PERIOD);
        archive(story, STANDARD);
        return story;
    }

    private static void archive(Story story, PlanName plan) {
        story.put(story.plans.get(plan).archive());
    }

    private static OrganizationId second(Story story) {
        return story.organizations().get(1).id();
    }

    @ParameterizedTest
    @EnumSource
    void B9_whoHasLeftAnArchivedPlanDoesNotComeBackToItByAskingBeforeTheRun(PlanChange when) {
        Story story = leaving("100.00");
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.refused("PLAN_ARCHIVED", () -> story.mine().changePlan(second(story), "standard", when));
        story.billing.run();

        assertThat(story.planOf(second(story))).isEqualTo(SMALL);
        story.prove();
    }

    @ParameterizedTest
    @EnumSource
    void B9_whoHasNotPaidForTheFirstPeriodOnTheNewPlanHasLeftTheOldOne(PlanChange when) {
        Story story = leaving("20.01");
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(second(story))).isEqualTo(OrganizationState.PAST_DUE);
        story.refused("PLAN_ARCHIVED", () -> story.mine().changePlan(second(story), "standard", when));
        story.recharge("enough", "50.00");

        assertThat(story.planOf(second(story))).isEqualTo(SMALL);
    }

    /** Whose return is covered comes back on the plan that was planned, and has left the archived one by that. */
    @ParameterizedTest
    @EnumSource
    void B9_whoReturnsOnAnotherPlanDoesNotComeBackToAnArchivedOneByAskingBeforeTheRun(PlanChange when) {
        Story story = Story.withBalance("5.00");
        story.clock.set(Instant.parse("2026-02-14T05:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.mine().changePlan(story.first(), "free", PlanChange.AT_NEXT_PERIOD);
        archive(story, STANDARD);
        story.clock.advance(Duration.ofSeconds(1));
        story.refused("PLAN_ARCHIVED", () -> story.mine().changePlan(story.first(), "standard", when));
        story.billing.run();

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.planOf(story.first())).isEqualTo(new PlanName("free"));
        story.prove();
    }

    @Test
    void B9_whoHasNotLeftAnArchivedPlanYetMayStay() {
        Story story = leaving("100.00");
        story.mine().changePlan(second(story), "standard", PlanChange.AT_NEXT_PERIOD);
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();

        assertThat(story.planOf(second(story))).isEqualTo(STANDARD);
        story.prove();
    }

    /** The small plan has begun and is not paid for: who is on it may stay, also where it is no longer offered. */
    @Test
    void B9_whoHasBegunAPeriodOnAPlanThatIsArchivedThenMayDropWhatIsPlannedAfterIt() {
        Story story = leaving("20.01");
        story.clock.set(Instant.parse("2026-02-28T05:00:00Z"));
        story.billing.run();
        story.mine().changePlan(second(story), "free", PlanChange.AT_NEXT_PERIOD);
        archive(story, SMALL);
        story.mine().changePlan(second(story), "small", PlanChange.AT_NEXT_PERIOD);
        story.recharge("enough", "100.00");
        story.clock.set(Instant.parse("2026-03-31T12:00:00Z"));
        story.billing.run();

        assertThat(story.planOf(second(story))).isEqualTo(SMALL);
        assertThat(story.entries().get(story.entries().size() - 1).amount()).isEqualTo(usd("-7.00"));
    }
}
