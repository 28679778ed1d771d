package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.billing.recharge.RefundResult;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rule P7: a reconciliation of several accounts, and what becomes of one that is stopped, overtaken, or fails. */
class ReconciliationRunStoryTest {

    private static final Duration FIRST_CHECK = Duration.ofMinutes(5);

    private final Story story = Story.withBalance("50.00");

    @Test
    void P7_everyAccountThatHasSomethingToCheckIsReconciled() {
        AccountBilling other = unresolvedTwice();
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result).isEqualTo(new ReconciliationRun.Result(2, 2, 0, 0, List.of(), 0, true));
        assertThat(story.balance()).isEqualTo(usd("60.00"));
        assertThat(other.balance()).isEqualTo(usd("10.00"));
    }

    @Test
    void X1_anInterruptedRunGivesBackWhatItHasNotTaken() {
        unresolvedTwice();
        Thread running = Thread.currentThread();
        once(running::interrupt);
        ReconciliationRun.Result stopped = story.billing.reconcile();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.accounts()).isEqualTo(1);
        assertThat(stopped.complete()).isFalse();
        ReconciliationRun.Result next = story.billing.reconcile();
        assertThat(next.leftToOthers()).isZero();
        assertThat(next.accounts()).isEqualTo(1);
    }

    @Test
    void P7_whoHasLostTheLeaseAsksNothingMoreAboutRefunds() {
        refund(RefundFault.FAIL_BEFORE);
        unresolved();
        story.clock.advance(FIRST_CHECK);
        once(this::another);
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.failed()).isEmpty();
        assertThat(story.snapshot().refunds()).allMatch(one -> one.state() == RefundState.UNKNOWN && one.calls() == 1);
    }

    @Test
    void P7_whoHasLostTheLeaseAsksNothingMoreAboutRecharges() {
        story.gateway.nextLookUp(AskFault.FAIL, AskFault.FAIL);
        story.gateway.takeNotifications().forEach(story.billing::notified);
        story.clock.advance(Duration.ofMinutes(54));
        unresolved();
        story.clock.advance(Duration.ofMinutes(6));
        once(this::another);

        assertThat(story.billing.reconcile().checked()).isEqualTo(1);
        assertThat(story.snapshot().recharges())
                .filteredOn(Recharge::hinted)
                .extracting(one -> one.key().value())
                .containsExactly("start");
    }

    @Test
    void P7_aRefundThatSomebodyElseHasSettledMeanwhileIsNotAskedAboutAgain() {
        refund(RefundFault.FAIL_BEFORE);
        unresolved();
        story.clock.advance(FIRST_CHECK);
        once(() -> assertThat(refund()).isEqualTo(new RefundResult.Done(usd("20.00"))));
        ReconciliationRun.Result result = story.billing.reconcile();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.failed()).isEmpty();
        assertThat(story.snapshot().refunds()).allMatch(one -> one.calls() == 2);
    }

    @Test
    void P7_aRefundThatCouldNotBeAskedAboutOnceIsAskedAboutAgain() {
        Story asking = new Story(GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP, GatewayAbility.REFUNDS));
        asking.mine().putPaymentMethodOnFile("tok_visa");
        asking.recharge("start", "50.00");
        asking.gateway.nextRefund(RefundFault.FAIL_AFTER);
        refund(asking);
        asking.gateway.nextLookUp(AskFault.FAIL);
        asking.clock.advance(FIRST_CHECK);
        ReconciliationRun.Result first = asking.billing.reconcile();

        assertThat(first.left()).isEqualTo(1);
        assertThat(first.inReview()).isZero();
        asking.clock.advance(Duration.ofMinutes(55));
        assertThat(asking.billing.reconcile().left()).isZero();
        assertThat(asking.snapshot().refunds()).allMatch(one -> one.state() == RefundState.DONE);
    }

    @Test
    void P7_anAccountThatFailsIsSetAsideForAMinuteAndStopsNoOther() {
        AccountBilling other = unresolvedTwice();
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Billing billing = story.billingOn(new LyingStore(story.store)
                .of(Recharge.class, one -> {
                    if (isBroken.get() && one.account().equals(story.id())) {
                        throw new IllegalStateException("the row cannot be read");
                    }
                    return one;
                })
                .store());
        ReconciliationRun.Result result = billing.reconcile();

        assertThat(result.failed()).containsExactly(story.id());
        assertThat(result.checked()).isEqualTo(1);
        assertThat(other.balance()).isEqualTo(usd("10.00"));
        isBroken.set(false);
        assertThat(billing.reconcile().leftToOthers()).isEqualTo(1);
        story.clock.advance(Duration.ofMinutes(1));
        assertThat(billing.reconcile().checked()).isEqualTo(1);
        assertThat(story.balance()).isEqualTo(usd("60.00"));
    }

    /** Another account, and in both of them an attempt that it is time to check. */
    private AccountBilling unresolvedTwice() {
        AccountBilling other = story.billing.of(story.phoneUnite.signIn(
                story.phoneUnite.openAccount(Story.opening()).owner()));
        other.putPaymentMethodOnFile("tok_visa");
        unresolved();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        other.recharge("second", usd("10.00"));
        story.clock.advance(FIRST_CHECK);
        return other;
    }

    private void unresolved() {
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("second", "10.00");
    }

    private RefundResult refund(RefundFault fault) {
        story.gateway.nextRefund(fault);
        return refund();
    }

    private RefundResult refund() {
        return refund(story);
    }

    private static RefundResult refund(Story story) {
        OperatorPayments operator = story.billing.actingAs("Ann").payments();
        return operator.refund(story.id(), "r1", "start", usd("20.00"));
    }

    /** During the next charge. */
    private void once(Runnable work) {
        AtomicBoolean isDone = new AtomicBoolean();
        story.gateway.watch(request -> {
            if (!isDone.getAndSet(true)) {
                work.run();
            }
        });
    }

    /** The lease runs out, and another host takes the account. */
    private void another() {
        story.clock.advance(Duration.ofMinutes(11));
        Instant now = story.clock.instant();
        List<AccountId> account = List.of(story.id());
        assertThat(story.store.checks().lease(account, now, now.plus(Duration.ofMinutes(10))))
                .hasSize(1);
    }
}
