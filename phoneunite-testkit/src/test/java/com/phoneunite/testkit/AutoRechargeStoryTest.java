package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rules P3, P4, P5 and P10 for auto-recharge, from the front door. */
class AutoRechargeStoryTest {

    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");

    @Test
    void P4_aRunRechargesABalanceBelowTheThresholdUpToTheTarget() {
        Story story = story("9.99");
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(automatic(story)).extracting(RechargeSummary::amount).containsExactly(usd("40.01"));
        story.billing.run();
        assertThat(automatic(story)).hasSize(1);
        verify(story);
    }

    @Test
    void P4_usageThatWasRefusedIsNotBroughtInForOnceACreditHasCoveredIt() {
        Story story = story("20.00");
        Story.refusal("BALANCE_TOO_LOW", () -> story.use(story.first(), "long-call", "30.00"));
        story.recharge("by-hand", "30.00");
        story.use(story.first(), "short-call", "45.00");
        story.billing.run();

        assertThat(automatic(story)).extracting(RechargeSummary::amount).containsExactly(usd("45.00"));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P4_aBalanceAtTheThresholdIsLeft() {
        Story story = story("10.00");
        story.billing.run();

        assertThat(automatic(story)).isEmpty();
    }

    @Test
    void P4_whatIsDueIsPaidFromAnAutomaticRechargeBeforeAnythingIsPastDue() {
        Story story = story("20.00");
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(automatic(story)).extracting(RechargeSummary::amount).containsExactly(usd("50.00"));
        verify(story);
    }

    @Test
    void P4_stepsAreWholeAndTheFewest() {
        Story story = Story.withBalance("3.00");
        story.mine()
                .autoRecharge(
                        AutoRecharge.below("USD 10.00").inStepsOf("USD 4.00").atMostPerMonth("USD 500.00"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("11.00"));
    }

    @Test
    void P4_anAmountIsRaisedToTheGatewaysMinimumAndGranularity() {
        Story story = new Story(Story.CAPABLE.minimum(usd("20.00")).granularity(usd("15.00")));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.mine().recharge("start", usd("9.00"));
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 10.00").atMostPerMonth("USD 500.00"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("39.00"));
    }

    @Test
    void P4_theCapCountsEveryAttemptOfTheMonthThatHasNotDefinitelyFailedAndSaysSoOnce() {
        Story story = Story.withCard();
        story.gateway.next(Fault.DECLINED_RETRY_LATER);
        story.recharge("declined", "400.00");
        story.recharge("start", "9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 49.99"));
        story.billing.run();
        story.billing.run();

        assertThat(automatic(story)).isEmpty();
        assertThat(story.mine().autoRecharge().capReached()).isTrue();
        assertThat(story.billing.run().accounts()).isZero();
        assertThat(events(story, RechargeEvent.AutoRechargeCapReached.class)).hasSize(1);
        assertThat(story.recharge("by-hand", "500.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
        verify(story);
    }

    @Test
    void P4_theMonthOfTheCapIsThatOfTheAccountsZone() {
        // 31 January, 15:00 UTC: February begins in New York at 05:00 UTC.
        Story story = story("9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 41.00"));
        story.billing.run();
        assertThat(automatic(story)).isEmpty();
        story.clock.set(Instant.parse("2026-02-01T04:59:59.999999Z"));
        story.billing.run();
        assertThat(automatic(story)).isEmpty();
        story.clock.set(Instant.parse("2026-02-01T05:00:00Z"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.mine().autoRecharge().capReached()).isFalse();
    }

    @Test
    void P4_usageInTheLastHoursOfTheMonthOfTheZoneStillCountsInThatMonth() {
        // The same, and the account is looked at again while it is February in UTC and January in New York.
        Story story = story("9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 50.00"));
        story.billing.run();
        assertThat(automatic(story)).hasSize(1);
        story.clock.set(Instant.parse("2026-02-01T03:00:00Z"));
        story.use(story.first(), "call", "41.00");
        story.billing.run();
        assertThat(automatic(story)).hasSize(1);
        story.clock.set(Instant.parse("2026-02-01T05:00:00Z"));
        story.billing.run();

        assertThat(automatic(story)).hasSize(2);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P4_itNeedsACardAndTheAccountsCurrency() {
        Story story = new Story();

        story.refused("PAYMENT_METHOD_REQUIRED", () -> story.mine().autoRecharge(TO_FIFTY));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.refused(
                "CURRENCY_MISMATCH",
                () -> story.mine()
                        .autoRecharge(
                                AutoRecharge.below("EUR 1.00").upTo("EUR 2.00").atMostPerMonth("EUR 3.00")));
        story.refused(
                "INVALID_INPUT",
                () -> story.mine()
                        .autoRecharge(
                                AutoRecharge.below("USD 0.00").upTo("USD 2.00").atMostPerMonth("USD 3.00")));
        story.refused("INVALID_INPUT", () -> story.mine().autoRecharge(null));
    }

    @Test
    void P3_theCardStaysWhileAutoRechargeIsOn() {
        Story story = story("20.00");

        assertThat(story.refused("PAYMENT_METHOD_IN_USE", () -> story.mine().removePaymentMethod())
                        .refusal()
                        .facts()
                        .toString())
                .contains("AUTO_RECHARGE_ON");
        story.mine().removeAutoRecharge();
        story.mine().removePaymentMethod();
        assertThat(story.snapshot().card()).isEmpty();
    }

    @Test
    void X3_settingTheSameAgainChangesNothing() {
        Story story = story("20.00");
        AccountSnapshot before = story.snapshot();

        story.mine().autoRecharge(TO_FIFTY);
        assertThat(story.snapshot()).isEqualTo(before);
        story.mine().removeAutoRecharge();
        AccountSnapshot off = story.snapshot();
        story.mine().removeAutoRecharge();
        assertThat(story.snapshot()).isEqualTo(off);
    }

    @Test
    void P5_anUnresolvedAttemptIsTheOnlyOneWhoeverBroughtItAbout() {
        Story story = story("9.00");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.billing.run();
        story.billing.run();

        assertThat(automatic(story)).extracting(RechargeSummary::state).containsExactly(RechargeState.UNKNOWN);
        story.refused("RECHARGE_UNRESOLVED", () -> story.recharge("second", "5.00"));
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @Test
    void P5_oneInReviewBlocksOnlyAutomaticOnes() {
        Story story = story("9.00");
        story.gateway.next(Fault.OTHER_AMOUNT);
        story.recharge("parked", "30.00");
        story.billing.run();
        assertThat(automatic(story)).isEmpty();

        assertThat(story.recharge("by-hand", "0.50")).isInstanceOf(RechargeOutcome.Succeeded.class);
        story.billing.actingAs("Ann").payments().resolveAsNotCaptured(story.id(), "parked", "given back on 3 May");
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P5_keysOfAutomaticAttemptsCannotBeTakenByHand() {
        Story story = Story.withCard();

        story.refused("INVALID_INPUT", () -> story.recharge("auto/1", "5.00"));
    }

    @Test
    void P10_afterDeclinesItWaitsAnHourDoublingAndStopsAfterEightUntilAnotherCardIsOnFile() {
        Story story = story("9.00");
        story.mine().putPaymentMethodOnFile("tok_declined");
        List<Long> attemptsByHour = new ArrayList<>();
        int before = 0;
        for (int hour = 0; hour < 200; hour++) {
            story.billing.run();
            story.billing.run();
            int now = automatic(story).size();
            if (now > before) {
                attemptsByHour.add((long) hour);
            }
            assertThat(now - before).isLessThanOrEqualTo(1);
            before = now;
            story.clock.advance(Duration.ofHours(1));
        }

        assertThat(attemptsByHour).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 55L, 79L);
        assertThat(story.mine().autoRecharge().stopped()).contains(AutoRechargeStanding.Stop.TOO_MANY_DECLINES);
        assertThat(events(story, RechargeEvent.AutoRechargeStopped.class)).hasSize(1);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.billing.run();
        assertThat(automatic(story)).hasSize(9);
        assertThat(story.mine().autoRecharge().stopped()).isEmpty();
        verify(story);
    }

    @Test
    void P10_oneThatSaysNeverStopsItUntilARechargeByHandSucceeds() {
        Story story = story("9.00");
        story.gateway.next(Fault.DECLINED_NEVER);
        story.billing.run();
        story.clock.advance(Duration.ofDays(2));
        story.billing.run();
        assertThat(automatic(story))
                .extracting(RechargeSummary::outcome)
                .containsExactly(new RechargeOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD));

        story.recharge("by-hand", "0.50");
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P10_misconfiguredAndNotAttemptedDoNotCountAndTheKeyOfWhatWasNeverSentIsUsedAgain() {
        Story story = story("9.00");
        List<PaymentRequest> requests = new ArrayList<>();
        story.gateway.watch(requests::add);
        story.gateway.next(Fault.NOT_ATTEMPTED, Fault.DECLINED_MISCONFIGURED);
        story.billing.run();
        story.billing.run();
        story.billing.run();

        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).isEqualTo(requests.get(1));
        assertThat(requests.get(2).key()).isNotEqualTo(requests.get(1).key());
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.mine().autoRecharge().declines()).isZero();
    }

    @Test
    void O5_anAdditionIsFundedAndAddedAndChargedInOneStep() {
        Story story = story("20.00");
        story.you.addOrganization("Services", "standard");

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(automatic(story)).extracting(RechargeSummary::amount).containsExactly(usd("50.00"));
        verify(story);
    }

    @Test
    void O5_anAdditionWhoseRechargeIsUnresolvedIsNotMade() {
        Story story = story("20.00");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);

        Story.refusal("RECHARGE_UNRESOLVED", () -> story.you.addOrganization("Services", "standard"));
        assertThat(story.organizations()).hasSize(1);
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        assertThat(story.balance()).isEqualTo(usd("70.00"));
        story.you.addOrganization("Services", "standard");
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @Test
    void O5_anAdditionWhoseRechargeIsDeclinedIsShort() {
        Story story = story("20.00");
        story.gateway.next(Fault.DECLINED_RETRY_LATER);

        assertThat(Story.refusal("BALANCE_TOO_LOW", () -> story.you.addOrganization("Services", "standard"))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd("0.01"));
        assertThat(story.organizations()).hasSize(1);
    }

    @Test
    void O5_noCardIsChargedForAnAdditionThatAnotherRuleRefuses() {
        Story story = story("20.00");

        story.refused("ORGANIZATION_NAME_TAKEN", () -> story.you.addOrganization("product experts, llc", "standard"));
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    private static Story story(String balance) {
        Story story = Story.withBalance(balance);
        story.mine().autoRecharge(TO_FIFTY);
        return story;
    }

    private static List<RechargeSummary> automatic(Story story) {
        return story.mine().recharges(PageRequest.first(100)).items().stream()
                .filter(one -> one.kind() == RechargeKind.AUTOMATIC)
                .toList();
    }

    private static List<?> events(Story story, Class<?> type) {
        return story.snapshot().events().stream()
                .filter(one -> type.isInstance(one.event()))
                .toList();
    }

    private static void verify(Story story) {
        story.snapshot().verify();
        assertThat(story.gateway.breaches()).isEmpty();
        assertThat(Money.ofMinor(
                        usd("0.00").getCurrencyUnit(), story.gateway.book().netMinor(story.id())))
                .isEqualTo(Money.total(
                        usd("0.00"),
                        story.entries().stream()
                                .filter(one -> one.kind() == com.phoneunite.billing.ledger.EntryKind.RECHARGE)
                                .map(com.phoneunite.billing.ledger.LedgerEntry::amount)
                                .reduce(usd("0.00"), Money::plus)));
    }

    @Test
    void B8_whatIsNotCoveredIsPastDueOnceARechargeWasTriedAlthoughItMayBeTriedAgain() {
        Story story = paidOnce("1.00");
        story.gateway.next(Fault.NOT_ATTEMPTED);
        BillingRun.Result result = story.billing.run();

        assertThat(result.pastDue()).isEqualTo(1);
        assertThat(result.done().funded()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        assertThat(story.billing.run().done().funded()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void B6_aRunDoesNotCountWhatIsUnresolvedAsFunded() {
        Story story = story("9.00");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);

        assertThat(story.billing.run().done().funded()).isZero();
    }

    @Test
    void B8_whatNoRechargeMayAnswerYetIsPastDueAtOnce() {
        Story story = paidOnce("9.00");
        Instant due = story.clock.instant();
        story.clock.advance(Duration.ofMinutes(-59));
        OrganizationId free = story.you.addOrganization("Free", "free").id();
        story.gateway.next(Fault.DECLINED_RETRY_LATER);
        story.billing.run();
        story.clock.set(due);
        story.mine().changePlan(free, "small", PlanChange.AT_NEXT_PERIOD);

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
    }

    @Test
    void O5_whatFellDueIsFundedTogetherWithTheAddition() {
        Story story = paidOnce("8.00");
        story.you.addOrganization("Services", "small");

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.organizations()).hasSize(2);
        assertThat(automatic(story)).hasSize(1);
        verify(story);
    }

    @Test
    void O5_anAdditionThatTheBalanceCoversIsNotMadeWhileWhatFellDueIsNot() {
        Story story = paidOnce("8.00");
        story.gateway.next(Fault.DECLINED_RETRY_LATER);

        Story.refusal("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Services", "small"));
        assertThat(story.organizations()).hasSize(1);
        assertThat(story.balance()).isEqualTo(usd("8.00"));
    }

    @Test
    void O5_noCardIsChargedForAnAdditionWhileSomethingIsPastDue() {
        Story story = paidOnce("8.00");
        story.gateway.next(Fault.DECLINED_RETRY_LATER);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.advance(Duration.ofHours(1));
        int calls = story.gateway.calls();

        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Services", "small"));
        assertThat(story.gateway.calls()).isEqualTo(calls);
    }

    @Test
    void P4_aDearerPlanThatTakesTheBalanceBelowTheThresholdIsAnsweredByTheNextRun() {
        Story story = Story.withBalance("29.00");
        OrganizationId second = story.you.addOrganization("Services", "small").id();
        story.mine().autoRecharge(TO_FIFTY);
        assertThat(story.billing.run().accounts()).isEqualTo(1);
        assertThat(automatic(story)).isEmpty();
        story.mine().changePlan(second, "standard", PlanChange.NOW);
        assertThat(story.balance()).isEqualTo(usd("9.00"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    /** The first organization was paid for a month, that month is over, and so much is left. */
    private static Story paidOnce(String left) {
        Story story = Story.withBalance("20.00");
        story.recharge("left", left);
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd(left));
        story.mine().autoRecharge(TO_FIFTY);
        story.clock.set(story.snapshot().nextDue().orElseThrow());
        return story;
    }

    @Test
    void B10_usageThatWasRefusedIsAnsweredByTheNextRun() {
        Story story = story("20.00");
        story.billing.run();
        refuseUsage(story, "30.00");
        assertThat(story.billing.run().done().funded()).isEqualTo(1);

        story.use(story.first(), "call", "30.00");
        assertThat(automatic(story)).hasSize(1);
        verify(story);
    }

    @Test
    void B10_usageThatWasRefusedIsForgottenOnceTheBalanceCoversIt() {
        Story story = story("20.00");
        story.billing.run();
        refuseUsage(story, "30.00");
        story.recharge("by-hand", "40.00");
        story.use(story.first(), "other", "45.00");
        story.billing.run();

        assertThat(automatic(story)).isEmpty();
    }

    @Test
    void B10_usageThatWasRefusedIsRememberedAsLongAsTheBalanceDoesNotCoverIt() {
        Story story = story("20.00");
        story.billing.run();
        refuseUsage(story, "30.00");
        story.recharge("by-hand", "10.00");
        assertThat(story.billing.run().done().funded()).isEqualTo(1);
    }

    /** A call that was rated wrong is more than anybody wants to recharge, and must not end in a suspension. */
    @Test
    void P4_usageThatTheCapDoesNotCoverKeepsNothingElseFromBeingRecharged() {
        Story story = story("20.00");
        story.billing.run();
        refuseUsage(story, "9999.00");
        assertThat(story.billing.run().done().funded()).isZero();
        assertThat(story.mine().autoRecharge().capReached()).isTrue();
        story.use(story.first(), "other", "15.00");
        assertThat(story.billing.run().done().funded()).isEqualTo(1);

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        story.use(story.first(), "third", "45.00");
        assertThat(story.billing.run().done().funded()).isEqualTo(1);
        assertThat(automatic(story)).extracting(RechargeSummary::amount).containsExactly(usd("45.00"), usd("45.00"));
        assertThat(events(story, RechargeEvent.AutoRechargeCapReached.class)).hasSize(1);
        verify(story);
    }

    @Test
    void B10_usageThatWasRefusedBeforeAutoRechargeWasSetIsNotAnsweredByIt() {
        Story story = Story.withBalance("20.00");
        refuseUsage(story, "30.00");
        story.mine().autoRecharge(TO_FIFTY);
        story.billing.run();
        assertThat(automatic(story)).isEmpty();

        refuseUsage(story, "30.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 9.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        assertThat(story.billing.run().done().funded()).as("set otherwise").isEqualTo(1);
    }

    @Test
    void P4_whatARechargePaysForWasNeverShort() {
        Story story = Story.withBalance("20.00");
        story.you.addOrganization("Small", "small");
        story.recharge("left", "14.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.clock.advance(Duration.ofDays(31));
        assertThat(story.billing.run().done().funded()).isEqualTo(1);

        assertThat(story.organizations()).extracting(Organization::state).containsOnly(OrganizationState.ACTIVE);
        assertThat(story.snapshot().events().stream().filter(one -> one.event() instanceof CycleEvent.ShortageRecorded))
                .isEmpty();
    }

    private static void refuseUsage(Story story, String amount) {
        Story.refusal("BALANCE_TOO_LOW", () -> story.use(story.first(), "call", amount));
    }

    @Test
    void P4_anAdditionThatTakesTheBalanceBelowTheThresholdIsAnsweredByTheNextRun() {
        Story story = story("29.00");
        story.billing.run();
        assertThat(automatic(story)).isEmpty();
        story.you.addOrganization("Services", "standard");
        assertThat(story.balance()).isEqualTo(usd("9.00"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void O5_anAdditionWaitsForAnAttemptByHandThatIsUnresolved() {
        Story story = story("20.00");
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("by-hand", "50.00");

        Story.refusal("RECHARGE_UNRESOLVED", () -> story.you.addOrganization("Services", "standard"));
    }

    @Test
    void O5_anAdditionWhoseRechargeWaitsForTheCustomerIsNotMade() {
        Story story = story("20.00");
        story.gateway.next(Fault.ACTION_REQUIRED);

        Story.refusal("RECHARGE_UNRESOLVED", () -> story.you.addOrganization("Services", "standard"));
    }

    @Test
    void O5_anAdditionWhoseRechargeIsInReviewIsShort() {
        Story story = story("20.00");
        story.gateway.next(Fault.OTHER_AMOUNT);

        Story.refusal("BALANCE_TOO_LOW", () -> story.you.addOrganization("Services", "standard"));
    }

    @Test
    void P4_whatIsMoreThanOnePostingIsNotRecharged() {
        Story story = Story.withBalance("9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00")
                        .upTo("USD 10000000000000.00")
                        .atMostPerMonth("USD 10000000000000.00"));
        story.clock.advance(Duration.ofDays(14));
        int calls = story.gateway.calls();
        story.billing.run();

        assertThat(story.gateway.calls()).isEqualTo(calls);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
    }
}
