package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules P5, P7 and P9: what is left open is settled by the library, and where it cannot be, by a person. */
class ReconciliationStoryTest {

    private static final GatewayCapabilities LOOKING_UP = GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP);

    @Test
    void P7_whatWasCapturedAndNotAnsweredIsCreditedAfterFiveMinutesAndNotBefore() {
        Story story = unresolved(Story.CAPABLE, Fault.UNKNOWN_AFTER_CAPTURE);
        story.clock.advance(Duration.ofMinutes(5).minusNanos(1_000));
        assertThat(story.billing.reconcile().accounts()).isZero();
        story.clock.advance(Duration.ofNanos(1_000));
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.accounts()).isEqualTo(1);
        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.left()).isZero();
        assertThat(result.inReview()).isZero();
        assertThat(result.complete()).isTrue();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.billing.reconcile().accounts()).isZero();
        verify(story);
    }

    @Test
    void P7_theSameKeyAmountAndCardAreUsedOnlyWhileTheKeyIsRememberedAndThenItIsAsked() {
        Story story = unresolved(Story.CAPABLE, Fault.FAIL_BEFORE_CAPTURE);
        List<PaymentRequest> charges = new ArrayList<>();
        story.gateway.watch(charges::add);
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE, Fault.FAIL_BEFORE_CAPTURE);
        reconcileAllTheWay(story);

        // After 5 minutes and 1 hour; the daily ones come when the key may be forgotten.
        assertThat(charges).hasSize(2);
        assertThat(charges).containsOnly(charges.get(0));
        assertThat(state(story)).isEqualTo(RechargeState.IN_REVIEW);
        verify(story);
    }

    @Test
    void P7_aKeyIsAsOldAsItsFirstCallHoweverOftenItIsUsed() {
        Story story = unresolved(Story.CAPABLE, Fault.UNKNOWN_AFTER_CAPTURE);
        story.clock.advance(Duration.ofHours(23));
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Unresolved());
        assertThat(story.gateway.calls()).isEqualTo(2);

        // Two hours after the last call the key may be forgotten: it is not charged again, and not left open either.
        story.clock.advance(Duration.ofHours(2));
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.gateway.calls()).isEqualTo(2);
        verify(story);
    }

    @Test
    void P7_anotherCardOnFileIsNeverChargedByReconciliation() {
        Story story = unresolved(Story.CAPABLE, Fault.FAIL_BEFORE_CAPTURE);
        story.mine().putPaymentMethodOnFile("tok_mastercard");
        reconcileAllTheWay(story);

        assertThat(story.gateway.calls()).isEqualTo(1);
        assertThat(state(story)).isEqualTo(RechargeState.IN_REVIEW);
    }

    @Test
    void P7_notFoundIsANoWhereTheGatewaySaysThatItIsConclusive() {
        Story story = unresolved(LOOKING_UP.with(GatewayAbility.CONCLUSIVE_NOT_FOUND), Fault.FAIL_BEFORE_CAPTURE);
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();

        assertThat(state(story)).isEqualTo(RechargeState.NOT_ATTEMPTED);
        assertThat(story.recharge("first", "60.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("60.00")));
        verify(story);
    }

    @Test
    void P7_whatCannotBeAskedNeedsReviewAtTheFirstCheck() {
        Story story = unresolved(GatewayCapabilities.NONE, Fault.UNKNOWN_AFTER_CAPTURE);
        story.clock.advance(Duration.ofMinutes(5));
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.inReview()).isEqualTo(1);
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.NeedsReview(Optional.empty()));
        assertThat(story.gateway.calls()).isEqualTo(1);
        RechargeSummary resolved =
                operator(story).resolveAsCaptured(story.id(), "first", usd("50.00"), "settlement report of 3 May");
        assertThat(resolved.state()).isEqualTo(RechargeState.SUCCEEDED);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @ParameterizedTest
    @EnumSource(value = AskFault.class, names = "HANG", mode = EnumSource.Mode.EXCLUDE)
    void P7_aCheckWithoutAnAnswerIsFollowedByTheNextAndTheLastByReview(AskFault fault) {
        Story story = unresolved(LOOKING_UP, Fault.UNKNOWN_AFTER_CAPTURE);
        for (int i = 0; i < 7; i++) {
            story.gateway.nextLookUp(fault);
        }
        reconcileAllTheWay(story);

        assertThat(state(story)).isEqualTo(RechargeState.IN_REVIEW);
        assertThat(operator(story).rechargesInReview(PageRequest.first(10)).items())
                .extracting(one -> one.key().value())
                .containsExactly("first");
        verify(story);
    }

    @Test
    void P7_afterAnOutageOfAnyLengthItIsAskedBeforeAPersonIs() {
        Story story = unresolved(LOOKING_UP, Fault.UNKNOWN_AFTER_CAPTURE);
        story.clock.advance(Duration.ofDays(100));
        story.billing.reconcile();

        assertThat(state(story)).isEqualTo(RechargeState.SUCCEEDED);
    }

    @Test
    void P7_whatIsResolvedIsNotInReviewAnyMoreAndEvidenceAndPersonAreKept() {
        Story story = unresolved(GatewayCapabilities.NONE, Fault.FAIL_BEFORE_CAPTURE);
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        RechargeSummary resolved = operator(story).resolveAsNotCaptured(story.id(), "first", "not in the report");

        assertThat(resolved.outcome()).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(resolved.resolution().orElseThrow().by()).isEqualTo(Actor.operator("Ann"));
        assertThat(resolved.resolution().orElseThrow().evidence()).isEqualTo("not in the report");
        assertThat(story.snapshot().events())
                .anyMatch(one -> one.event() instanceof RechargeEvent.Resolved
                        && one.actor().equals(Actor.operator("Ann")));
        assertThat(operator(story).rechargesInReview(PageRequest.first(10)).items())
                .isEmpty();
        story.refused("NOT_IN_REVIEW", () -> operator(story).resolveAsNotCaptured(story.id(), "first", "once more"));
        story.refused(
                "NOT_IN_REVIEW", () -> operator(story).resolveAsCaptured(story.id(), "never", usd("1.00"), "evidence"));
        story.refused("INVALID_INPUT", () -> operator(story).resolveAsNotCaptured(story.id(), "first", " "));
        story.refused(
                "INVALID_INPUT",
                () -> operator(story).resolveAsNotCaptured(story.id(), "first", "card 4242 4242 4242 4242"));
        assertThat(story.recharge("second", "5.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @Test
    void P9_aParkedAmountIsCreditedByAPersonAndNeverTwice() {
        Story story = Story.withCard();
        story.gateway.next(Fault.PARTIAL_CAPTURE);
        story.recharge("first", "50.00");
        story.refused(
                "CURRENCY_MISMATCH",
                () -> operator(story)
                        .resolveAsCaptured(
                                story.id(), "first", org.joda.money.Money.parse("EUR 25.00"), "their statement"));
        operator(story).resolveAsCaptured(story.id(), "first", usd("25.00"), "their statement");

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("25.00")));
        assertThat(story.balance()).isEqualTo(usd("25.00"));
        verify(story);
    }

    @Test
    void P9_whatIsResolvedSettlesWhatIsDueAtOnce() {
        Story story = Story.withCard();
        story.clock.advance(Duration.ofDays(20));
        story.gateway.next(Fault.OTHER_AMOUNT);
        story.recharge("first", "50.00");
        operator(story).resolveAsCaptured(story.id(), "first", usd("50.00"), "their statement");

        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P5_theOwnerCancelsWhatWaitsForThemOnceTheGatewayConfirms() {
        Story story = Story.withCard();
        story.gateway.next(Fault.ACTION_REQUIRED);
        story.recharge("first", "50.00");

        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(story.recharge("second", "5.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
        story.refused("RECHARGE_NOT_CANCELLABLE", () -> story.mine().cancelRecharge("second"));
        story.refused("RECHARGE_NOT_FOUND", () -> story.mine().cancelRecharge("third"));
        verify(story);
    }

    @Test
    void P5_whatWasCapturedMeanwhileIsCreditedAndNotCancelled() {
        SandboxGateway sandbox = SandboxGateway.create();
        Story story = new Story();
        story.mine().putPaymentMethodOnFile("tok_confirm");
        story.recharge("first", "50.00");
        List<PaymentRequest> charges = new ArrayList<>();
        story.gateway.watch(charges::add);
        story.recharge("first", "50.00");
        story.sandbox.confirm(charges.get(0));

        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(sandbox.captured()).isEmpty();
    }

    @Test
    void P5_aGatewayThatDoesNotDeclareItIsNotAskedToCancel() {
        Story story = new Story(LOOKING_UP);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.gateway.next(Fault.ACTION_REQUIRED);
        story.recharge("first", "50.00");

        story.refused("NOT_SUPPORTED_BY_GATEWAY", () -> story.mine().cancelRecharge("first"));
    }

    @Test
    void X1_reconciliationFailsAtOnceInsideAUnitOfWork() {
        Story story = unresolved(Story.CAPABLE, Fault.UNKNOWN_AFTER_CAPTURE);

        assertThatThrownBy(() -> story.store.core().unitOfWork().change(story.id(), () -> story.billing.reconcile()))
                .isInstanceOf(UnitOfWorkFault.class);
    }

    @Test
    void X1_anInterruptedRunStopsAndTheNextOneGoesOn() {
        Story story = unresolved(Story.CAPABLE, Fault.UNKNOWN_AFTER_CAPTURE);
        story.clock.advance(Duration.ofMinutes(5));
        Thread.currentThread().interrupt();
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.complete()).isFalse();
        assertThat(result.accounts()).isZero();
        assertThat(story.billing.reconcile().checked()).isEqualTo(1);
    }

    @Test
    void X5_whatIsInReviewIsReadInPages() {
        Story story = Story.withCard();
        for (int i = 0; i < 5; i++) {
            story.gateway.next(Fault.OTHER_AMOUNT);
            story.recharge("r" + i, "50.00");
        }
        Page<RechargeSummary> first = operator(story).rechargesInReview(PageRequest.first(3));
        Page<RechargeSummary> second = operator(story)
                .rechargesInReview(PageRequest.first(3).after(first.next().orElseThrow()));

        assertThat(first.items()).extracting(one -> one.key().value()).containsExactly("r0", "r1", "r2");
        assertThat(second.items()).extracting(one -> one.key().value()).containsExactly("r3", "r4");
        assertThat(second.next()).isEmpty();
        story.refused(
                "INVALID_INPUT",
                () -> operator(story).rechargesInReview(PageRequest.first(3).after("nonsense")));
        Page<RechargeSummary> ofTheOwner = story.mine().recharges(PageRequest.first(4));
        assertThat(story.mine()
                        .recharges(PageRequest.first(4).after(ofTheOwner.next().orElseThrow()))
                        .items())
                .extracting(one -> one.key().value())
                .containsExactly("r4");
    }

    private static Story unresolved(GatewayCapabilities capabilities, Fault fault) {
        Story story = new Story(capabilities);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.gateway.next(fault);
        story.recharge("first", "50.00");
        assertThat(state(story)).isEqualTo(RechargeState.UNKNOWN);
        return story;
    }

    private static void reconcileAllTheWay(Story story) {
        for (Duration step : List.of(
                Duration.ofMinutes(5),
                Duration.ofMinutes(55),
                Duration.ofHours(23),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1))) {
            assertThat(state(story)).isEqualTo(RechargeState.UNKNOWN);
            story.clock.advance(step);
            assertThat(story.billing.reconcile().checked()).isEqualTo(1);
        }
    }

    private static RechargeState state(Story story) {
        return story.mine().recharges(PageRequest.first(1)).items().get(0).state();
    }

    private static OperatorPayments operator(Story story) {
        return story.billing.actingAs("Ann").payments();
    }

    private static void verify(Story story) {
        story.snapshot().verify();
        assertThat(story.gateway.breaches()).isEmpty();
    }
}
