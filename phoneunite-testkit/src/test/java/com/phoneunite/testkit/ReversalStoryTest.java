package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundResult;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule P11: refunds that we make, and refunds and disputes that the gateway reports. */
class ReversalStoryTest {

    private final List<PaymentRequest> charges = new ArrayList<>();

    @Test
    void P11_aRefundIsDeductedAndGivenToTheCustomer() {
        Story story = story("50.00");

        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.Done(usd("20.00")));
        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.Done(usd("20.00")));
        assertThat(story.balance()).isEqualTo(usd("30.00"));
        deliverAll(story);
        assertThat(story.balance()).isEqualTo(usd("30.00"));
        assertThat(story.entries()).extracting(LedgerEntry::kind).containsExactly(EntryKind.RECHARGE, EntryKind.REFUND);
        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.Done(usd("20.00")));
        verify(story);
    }

    @Test
    void P11_aDisputeIsNoRefundOfOursWhateverItsReference() {
        Story story = story("50.00");
        refund(story, "r1", "20.00");
        String reference = story.gateway.reversals(charges.get(0)).get(0).reference();
        operator(story).report(story.id(), "start", ReportedReversal.dispute(reference, usd("5.00")));

        assertThat(story.balance()).isEqualTo(usd("25.00"));
        assertThat(story.entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.RECHARGE, EntryKind.REFUND, EntryKind.DISPUTE);
    }

    @Test
    void P11_aRefundIsOfAtMostWhatRemainsOfItsRechargeAndUnderB2() {
        Story story = story("50.00");
        story.recharge("more", "10.00");
        refund(story, "r1", "20.00");

        assertThat(story.refused("REFUND_EXCEEDS_RECHARGE", () -> refund(story, "r2", "30.01"))
                        .refusal()
                        .facts())
                .containsEntry("remaining", usd("30.00"));
        story.use(story.first(), "call", "15.00");
        assertThat(story.refused("BALANCE_TOO_LOW", () -> refund(story, "r2", "25.00"))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd("0.01"));
        story.refused("IDEMPOTENCY_KEY_REUSED", () -> refund(story, "r1", "19.00"));
        story.refused("RECHARGE_NOT_FOUND", () -> operator(story).refund(story.id(), "r3", "never", usd("1.00")));
        story.refused(
                "CURRENCY_MISMATCH", () -> operator(story).refund(story.id(), "r3", "start", Money.parse("EUR 1.00")));
        story.refused("INVALID_INPUT", () -> operator(story).refund(story.id(), "", "start", usd("0.00")));
        verify(story);
    }

    @ParameterizedTest
    @EnumSource(value = RefundFault.class, names = "DECLINED_AFTER", mode = EnumSource.Mode.EXCLUDE)
    void P11_aRefundIsGivenBackOnlyOnADefiniteNo(RefundFault fault) {
        Story story = story("50.00");
        story.gateway.nextRefund(fault);
        RefundResult first = refund(story, "r1", "20.00");

        boolean isNo = fault == RefundFault.DECLINED || fault == RefundFault.NOT_ATTEMPTED;
        assertThat(first).isEqualTo(isNo ? new RefundResult.GivenBack() : new RefundResult.Unresolved());
        assertThat(story.balance()).isEqualTo(usd(isNo ? "50.00" : "30.00"));
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        assertThat(refund(story, "r1", "20.00"))
                .isEqualTo(isNo ? new RefundResult.GivenBack() : new RefundResult.Done(usd("20.00")));
        assertThat(story.balance()).isEqualTo(usd(isNo ? "50.00" : "30.00"));
        verify(story);
    }

    @Test
    void X3_aRefundThatIsSettledIsAnsweredAndChangesNothing() {
        Story story = story("50.00");
        refund(story, "r1", "20.00");
        story.gateway.nextRefund(RefundFault.DECLINED);
        refund(story, "r2", "10.00");
        story.clock.advance(Duration.ofDays(15));
        AccountSnapshot before = story.snapshot();

        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.Done(usd("20.00")));
        assertThat(refund(story, "r2", "10.00")).isEqualTo(new RefundResult.GivenBack());
        assertThat(story.snapshot()).isEqualTo(before);
    }

    /** The money is back on the balance by then, so it is taken as any other refund that the gateway reports. */
    @Test
    void P11_aRefundThatIsReportedDoneAfterADefiniteNoIsTakenOnce() {
        Story story = story("50.00");
        story.gateway.nextRefund(RefundFault.DECLINED_AFTER);
        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.GivenBack());
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.gateway.book().takenMinor(charges.get(0).key())).isEqualTo(2_000);
        deliverAll(story);
        operator(story)
                .report(
                        story.id(),
                        "start",
                        story.gateway.reversals(charges.get(0)).get(0));

        assertThat(story.balance()).isEqualTo(usd("30.00"));
        assertThat(story.entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.RECHARGE, EntryKind.REFUND, EntryKind.REFUND_RETURNED, EntryKind.REVERSAL);
        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.GivenBack());
        verify(story);
    }

    @Test
    void P11_aRefundThatNobodyCanTellOfIsDecidedByAPerson() {
        Story story = new Story(GatewayCapabilities.NONE.with(GatewayAbility.REFUNDS));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "50.00");
        story.gateway.nextRefund(RefundFault.FAIL_BEFORE);
        refund(story, "r1", "20.00");
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();

        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.NeedsReview());
        assertThat(operator(story).refundsInReview(PageRequest.first(10)).items())
                .extracting(one -> one.key().value())
                .containsExactly("r1");
        operator(story).resolveRefund(story.id(), "r1", false, "not in the report");
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        story.refused("NOT_IN_REVIEW", () -> operator(story).resolveRefund(story.id(), "r1", true, "again"));
        verify(story);
    }

    @Test
    void P11_aGatewayThatDoesNotDeclareItIsNotAskedToRefund() {
        Story story = new Story(GatewayCapabilities.NONE);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "50.00");

        story.refused("NOT_SUPPORTED_BY_GATEWAY", () -> refund(story, "r1", "20.00"));
    }

    @Test
    void P11_aDisputeTakesAllOfItWhereTheBalanceHasIt() {
        Story story = story("50.00");
        story.gateway.dispute(charges.get(0), "dp_1", usd("20.00"));
        deliverAll(story);
        deliverAll(story);

        assertThat(story.balance()).isEqualTo(usd("30.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.TRIAL);
        verify(story);
    }

    @Test
    void P11_aDisputeAboveTheBalanceTakesAllButOneMinorUnitAndTheRestIsArrearsThatSuspend() {
        Story story = story("50.00");
        story.use(story.first(), "call", "30.00");
        story.gateway.dispute(charges.get(0), "dp_1", usd("50.00"));
        deliverAll(story);

        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(arrears(story)).isEqualTo(3_001);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("by-hand", "10.00");
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(arrears(story)).isEqualTo(2_001);
        verify(story);
        story.recharge("more", "30.00");
        assertThat(arrears(story)).isZero();
        assertThat(story.balance()).isEqualTo(usd("10.00"));
        assertThat(story.stateOf(story.first())).isNotEqualTo(OrganizationState.SUSPENDED);
        verify(story);
    }

    @Test
    void P11_aDisputeWonCancelsItsArrearsAndThenCredits() {
        Story story = story("50.00");
        story.use(story.first(), "call", "30.00");
        story.gateway.dispute(charges.get(0), "dp_1", usd("50.00"));
        deliverAll(story);
        story.recharge("by-hand", "10.00");
        story.gateway.bringBack("dp_1");
        deliverAll(story);

        assertThat(arrears(story)).isZero();
        assertThat(story.balance()).isEqualTo(usd("30.00"));
        assertThat(story.stateOf(story.first())).isNotEqualTo(OrganizationState.SUSPENDED);
        verify(story);
    }

    /** Nothing is credited then, and what was suspended for the arrears goes on all the same. */
    @Test
    void P11_aDisputeWonThatWasAllArrearsEndsTheSuspensionAtOnce() {
        Story story = story("20.01");
        story.clock.advance(Duration.ofDays(14));
        story.billing.run();
        story.gateway.dispute(charges.get(0), "dp_1", usd("20.01"));
        deliverAll(story);
        assertThat(arrears(story)).isEqualTo(2_001);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.gateway.bringBack("dp_1");
        deliverAll(story);

        assertThat(arrears(story)).isZero();
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        verify(story);
    }

    @Test
    void P11_autoRechargeStopsUntilARechargeByHandSucceeds() {
        Story story = story("20.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.gateway.dispute(charges.get(0), "dp_1", usd("15.00"));
        deliverAll(story);
        story.billing.run();
        story.mine().putPaymentMethodOnFile("tok_mastercard");
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("5.00"));
        assertThat(story.mine().autoRecharge().stopped()).contains(AutoRechargeStanding.Stop.REVERSED);
        story.recharge("by-hand", "1.00");
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @Test
    void P11_aDisputeReportedBeforeTheCaptureIsKnownIsTakenOnceItIs() {
        Story story = Story.withCard();
        story.gateway.watch(charges::add);
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.gateway.takeNotifications();
        operator(story).report(story.id(), "first", ReportedReversal.dispute("dp_1", usd("50.00")));
        assertThat(story.entries()).isEmpty();
        assertThat(arrears(story)).isZero();
        story.gateway.dispute(charges.get(0), "dp_1", usd("50.00"));
        deliverAll(story);

        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(arrears(story)).isEqualTo(1);
        verify(story);
    }

    @Test
    void P11_whatNeverWasCreditedIsNeverTaken() {
        Story story = Story.withCard();
        story.gateway.watch(charges::add);
        story.gateway.next(Fault.PARTIAL_CAPTURE);
        story.recharge("parked", "50.00");
        story.gateway.refundByHand(charges.get(0), "re_1", usd("25.00"));
        deliverAll(story);
        operator(story).resolveAsNotCaptured(story.id(), "parked", "given back by hand");

        assertThat(story.entries()).isEmpty();
        verify(story);
    }

    @Test
    void P11_eachReportCountsOnceInAnyOrder() {
        Story story = story("50.00");
        ReportedReversal dispute = ReportedReversal.dispute("dp_1", usd("10.00"));
        ReportedReversal other = ReportedReversal.dispute("dp_2", usd("5.00"));
        operator(story).report(story.id(), "start", other.broughtBack());
        operator(story).report(story.id(), "start", other);
        operator(story).report(story.id(), "start", dispute);
        operator(story).report(story.id(), "start", dispute);
        operator(story).report(story.id(), "start", ReportedReversal.dispute("dp_1", usd("11.00")));
        assertThat(story.balance()).isEqualTo(usd("40.00"));
        operator(story).report(story.id(), "start", dispute.broughtBack());
        operator(story).report(story.id(), "start", dispute.broughtBack());
        operator(story).report(story.id(), "start", dispute);

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.RECHARGE, EntryKind.DISPUTE, EntryKind.DISPUTE_WON);
        story.refused("RECHARGE_NOT_FOUND", () -> operator(story).report(story.id(), "never", dispute));
        story.refused(
                "INVALID_INPUT",
                () -> operator(story).report(story.id(), "start", ReportedReversal.dispute("", usd("0.00"))));
        story.snapshot().verify();
    }

    @Test
    void P9_aReversalInAnotherCurrencyIsDecidedByAPerson() {
        Story story = story("50.00");
        operator(story).report(story.id(), "start", ReportedReversal.dispute("dp_1", Money.parse("EUR 10.00")));

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(operator(story).reversalsInReview(PageRequest.first(10)).items())
                .extracting(Reversal::reference)
                .containsExactly("dp_1");
        story.refused(
                "CURRENCY_MISMATCH",
                () -> operator(story)
                        .resolveReversal(
                                story.id(),
                                ReportedReversal.Kind.DISPUTE,
                                "dp_1",
                                Money.parse("EUR 10.00"),
                                "their statement"));
        Reversal taken = operator(story)
                .resolveReversal(story.id(), ReportedReversal.Kind.DISPUTE, "dp_1", usd("11.00"), "their statement");
        assertThat(taken.state()).isEqualTo(ReversalState.TAKEN);
        assertThat(story.balance()).isEqualTo(usd("39.00"));
        story.refused(
                "NOT_IN_REVIEW",
                () -> operator(story)
                        .resolveReversal(story.id(), ReportedReversal.Kind.DISPUTE, "dp_1", usd("1.00"), "once more"));
        operator(story)
                .report(
                        story.id(),
                        "start",
                        ReportedReversal.dispute("dp_1", Money.parse("EUR 10.00"))
                                .broughtBack());
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P11_whatWasTakenBackIsNotRefundedOnceMore() {
        Story story = story("50.00");
        story.gateway.dispute(charges.get(0), "dp_1", usd("30.00"));
        deliverAll(story);

        story.refused("REFUND_EXCEEDS_RECHARGE", () -> refund(story, "r1", "20.01"));
    }

    @Test
    void P11_aRefundOfOursThatFailsAfterAllComesBack() {
        Story story = story("50.00");
        refund(story, "r1", "20.00");
        story.gateway.takeNotifications();
        String reference = story.gateway.reversals(charges.get(0)).get(0).reference();
        story.gateway.bringBack(reference);
        deliverAll(story);

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(refund(story, "r1", "20.00")).isEqualTo(new RefundResult.GivenBack());
        verify(story);
    }

    @Test
    void P11_anOlderReportOfARefundOfOursThatHasFailedAfterAllTakesNothing() {
        Story story = story("50.00");
        refund(story, "r1", "20.00");
        ReportedReversal done = story.gateway.reversals(charges.get(0)).get(0);
        operator(story).report(story.id(), "start", done.broughtBack());
        operator(story).report(story.id(), "start", done);
        operator(story).report(story.id(), "start", done.broughtBack());

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.RECHARGE, EntryKind.REFUND, EntryKind.REFUND_RETURNED);
        story.snapshot().verify();
    }

    @Test
    void P8_aReversalThatCannotBeLookedUpNowIsNotLost() {
        Story story = story("50.00");
        story.gateway.dispute(charges.get(0), "dp_1", usd("20.00"));
        story.gateway.nextLookUp(AskFault.FAIL, AskFault.FAIL);
        deliverAll(story);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        story.clock.advance(Duration.ofHours(1));
        story.billing.reconcile();

        assertThat(story.balance()).isEqualTo(usd("30.00"));
        verify(story);
    }

    private Story story(String balance) {
        Story story = Story.withCard();
        story.gateway.watch(charges::add);
        story.recharge("start", balance);
        story.gateway.takeNotifications();
        return story;
    }

    private static RefundResult refund(Story story, String key, String amount) {
        return operator(story).refund(story.id(), key, "start", usd(amount));
    }

    private static void deliverAll(Story story) {
        story.gateway.takeNotifications().forEach(story.billing::notified);
    }

    private static OperatorPayments operator(Story story) {
        return story.billing.actingAs("Ann").payments();
    }

    private static long arrears(Story story) {
        return story.store
                .core()
                .unitOfWork()
                .view(story.id(), () -> story.store.arrears().openMinor(story.id()));
    }

    /** Property 9, quiet: what the gateway has of the account is what the ledger has, and what it is still owed. */
    private static void verify(Story story) {
        story.snapshot().verify();
        assertThat(story.gateway.breaches()).isEmpty();
        assertThat(Books.inTheLedger(story)).isEqualTo(story.gateway.book().netMinor(story.id()));
    }
}
