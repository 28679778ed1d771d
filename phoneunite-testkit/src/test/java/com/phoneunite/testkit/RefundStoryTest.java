package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.billing.recharge.RefundResult;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule P11: what follows from a refund or a reversal, and what does not. */
class RefundStoryTest {

    private static final Instant TRIAL_END = Instant.parse("2026-02-14T05:00:00Z");

    @Test
    void X3_eachStepOfARefundIsToldOnce() {
        Story story = Story.withBalance("50.00");
        story.gateway.nextRefund(RefundFault.FAIL_AFTER);
        refund(story, "r1", "start", "20.00");
        refund(story, "r1", "start", "20.00");
        refund(story, "r1", "start", "20.00");

        assertThat(told(story, RechargeEvent.RefundRecorded.class)).hasSize(1);
        assertThat(told(story, RechargeEvent.RefundStateChanged.class))
                .extracting(RechargeEvent.RefundStateChanged::to)
                .containsExactly(RefundState.UNKNOWN, RefundState.DONE);
    }

    @Test
    void P11_aKeyOfARefundStandsForItsRechargeToo() {
        Story story = Story.withBalance("50.00");
        story.recharge("more", "50.00");
        refund(story, "r1", "start", "20.00");

        story.refused("IDEMPOTENCY_KEY_REUSED", () -> refund(story, "r1", "more", "20.00"));
    }

    @Test
    void P11_allThatIsLeftOfARechargeIsRefundedAndWhatWasGivenBackIsLeft() {
        Story story = Story.withBalance("50.00");
        story.recharge("more", "50.00");
        story.gateway.nextRefund(RefundFault.DECLINED);
        assertThat(refund(story, "r1", "start", "30.00")).isEqualTo(new RefundResult.GivenBack());

        assertThat(refund(story, "r2", "start", "50.00")).isEqualTo(new RefundResult.Done(usd("50.00")));
        story.refused("REFUND_EXCEEDS_RECHARGE", () -> refund(story, "r3", "start", "0.01"));
    }

    @Test
    void P11_whatADisputeTookAndBroughtBackIsLeftToRefund() {
        Story story = Story.withBalance("50.00");
        story.recharge("more", "50.00");
        ReportedReversal dispute = ReportedReversal.dispute("dp_1", usd("30.00"));
        operator(story).report(story.id(), "start", dispute);
        operator(story).report(story.id(), "start", dispute.broughtBack());

        assertThat(refund(story, "r1", "start", "50.00")).isEqualTo(new RefundResult.Done(usd("50.00")));
    }

    @Test
    void P11_aRefundThatIsGivenBackSettlesWhatIsDueAtOnce() {
        Story story = dueAfterARefund(RefundFault.DECLINED);
        assertThat(refund(story, "r1", "start", "30.01")).isEqualTo(new RefundResult.GivenBack());

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P11_aRefundThatIsFoundToBeGivenBackSettlesWhatIsDueAtOnce() {
        Story story = dueAfterARefund(RefundFault.FAIL_BEFORE);
        refund(story, "r1", "start", "30.01");
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.left()).isZero();
        assertThat(result.inReview()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void P11_whatWasGivenBackIsLeftToTheNextRunWhereItCannotBeSettled() {
        Story story = dueAfterARefund(RefundFault.DECLINED);
        story.vanish("standard");
        refund(story, "r1", "start", "30.01");

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.snapshot().due().get(0).due()).isEqualTo(story.clock.instant());
    }

    @Test
    void P11_whatADisputeBroughtBackIsLeftToTheNextRunWhereItCannotBeSettled() {
        Story story = Story.withBalance("50.00");
        ReportedReversal dispute = ReportedReversal.dispute("dp_1", usd("30.01"));
        operator(story).report(story.id(), "start", dispute);
        story.clock.set(TRIAL_END);
        story.vanish("standard");
        operator(story).report(story.id(), "start", dispute.broughtBack());

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.snapshot().due().get(0).due()).isEqualTo(story.clock.instant());
    }

    @Test
    void P11_whatADisputeBroughtBackSettlesWhatIsDueAtOnce() {
        Story story = Story.withBalance("50.00");
        ReportedReversal dispute = ReportedReversal.dispute("dp_1", usd("30.01"));
        operator(story).report(story.id(), "start", dispute);
        story.clock.set(TRIAL_END);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        operator(story).report(story.id(), "start", dispute.broughtBack());

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void P7_aRefundThatNobodyFindsIsLeftOpenAndThenReviewed() {
        Story story = new Story(GatewayCapabilities.NONE.with(GatewayAbility.REFUNDS));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "50.00");
        story.gateway.nextRefund(RefundFault.FAIL_BEFORE);
        refund(story, "r1", "start", "20.00");
        assertThat(story.billing.reconcile().checked()).isZero();
        story.clock.advance(Duration.ofMinutes(5));
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.left()).isZero();
        assertThat(result.inReview()).isEqualTo(1);
        assertThat(operator(story).resolveRefund(story.id(), "r1", true, "on their statement"))
                .satisfies(one -> assertThat(one.state()).isEqualTo(RefundState.DONE));
        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P11_aReportUnderOtherFactsTakesNothingAndBringsNothingBack() {
        Story story = Story.withBalance("50.00");
        story.recharge("more", "50.00");
        operator(story).report(story.id(), "start", ReportedReversal.dispute("dp_1", usd("30.00")));
        AccountSnapshot before = story.snapshot();
        operator(story)
                .report(
                        story.id(),
                        "start",
                        ReportedReversal.dispute("dp_1", usd("31.00")).broughtBack());
        operator(story)
                .report(
                        story.id(),
                        "more",
                        ReportedReversal.dispute("dp_1", usd("30.00")).broughtBack());

        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void X3_eachStepOfAReversalIsToldOnce() {
        Story story = Story.withBalance("50.00");
        ReportedReversal dispute = ReportedReversal.dispute("dp_1", usd("30.00"));
        operator(story).report(story.id(), "start", dispute);
        operator(story).report(story.id(), "start", dispute);
        operator(story).report(story.id(), "start", dispute.broughtBack());
        operator(story).report(story.id(), "start", dispute.broughtBack());

        assertThat(told(story, RechargeEvent.ReversalRecorded.class)).hasSize(1);
        assertThat(told(story, RechargeEvent.ReversalStateChanged.class))
                .extracting(RechargeEvent.ReversalStateChanged::to)
                .containsExactly(ReversalState.RETURNED);
    }

    @Test
    void P9_aReversalThatAPersonDecidesAgainstTakesNothing() {
        Story story = Story.withBalance("50.00");
        operator(story).report(story.id(), "start", ReportedReversal.dispute("dp_1", Money.parse("EUR 10.00")));
        Reversal decided = operator(story)
                .resolveReversal(story.id(), ReportedReversal.Kind.DISPUTE, "dp_1", null, "not on their statement");

        assertThat(decided.state()).isEqualTo(ReversalState.RETURNED);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(operator(story).reversalsInReview(PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void P11_aRefundOfSomebodyElseIsTakenBesideOneOfOurs() {
        Story story = Story.withBalance("50.00");
        refund(story, "r1", "start", "20.00");
        operator(story).report(story.id(), "start", ReportedReversal.refund("re_1", usd("5.00")));

        assertThat(story.balance()).isEqualTo(usd("25.00"));
        assertThat(story.entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.RECHARGE, EntryKind.REFUND, EntryKind.REVERSAL);
    }

    @ParameterizedTest
    @EnumSource(ReportedReversal.Kind.class)
    void P11_aReportThatComesBackBeforeItWasTakenTakesNothing(ReportedReversal.Kind kind) {
        Story story = Story.withCard();
        story.gateway.next(FaultyPaymentGateway.Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("open", "50.00");
        ReportedReversal early = new ReportedReversal(kind, "early", usd("5.00"), false);
        operator(story).report(story.id(), "open", early);
        operator(story).report(story.id(), "open", early.broughtBack());
        story.recharge("open", "50.00");

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.entries()).hasSize(1);
    }

    /** What is left after the refund does not pay for what is due, and what is given back does. */
    private static Story dueAfterARefund(RefundFault fault) {
        Story story = new Story(Story.CAPABLE.with(GatewayAbility.CONCLUSIVE_NOT_FOUND));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "50.00");
        story.gateway.nextRefund(fault);
        if (fault == RefundFault.DECLINED) {
            story.clock.set(TRIAL_END);
        }
        return story;
    }

    private static RefundResult refund(Story story, String key, String recharge, String amount) {
        return operator(story).refund(story.id(), key, recharge, usd(amount));
    }

    private static OperatorPayments operator(Story story) {
        return story.billing.actingAs("Ann").payments();
    }

    private static <E extends DomainEvent> List<E> told(Story story, Class<E> type) {
        return story.snapshot().events().stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void P7_whatFallsDueSoonAfterAReconciliationIsReconciledThen() {
        Story story = Story.withBalance("50.00");
        story.gateway.nextRefund(RefundFault.FAIL_AFTER);
        refund(story, "r1", "start", "20.00");
        story.clock.advance(Duration.ofMinutes(1));
        story.gateway.next(FaultyPaymentGateway.Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("more", "10.00");
        story.clock.advance(Duration.ofMinutes(4));
        assertThat(story.billing.reconcile().checked()).isEqualTo(1);
        story.clock.advance(Duration.ofMinutes(1));
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.leftToOthers()).isZero();
        assertThat(story.balance()).isEqualTo(usd("40.00"));
    }

    @Test
    void P7_aReconciliationThatIsInterruptedAsksNothingAndTheNextOneGoesOn() {
        Story story = Story.withBalance("50.00");
        story.gateway.nextRefund(RefundFault.FAIL_AFTER);
        refund(story, "r1", "start", "20.00");
        story.clock.advance(Duration.ofMinutes(5));
        Thread.currentThread().interrupt();
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.complete()).isFalse();
        assertThat(result.accounts()).isZero();
        assertThat(story.billing.reconcile().checked()).isEqualTo(1);
    }
}
