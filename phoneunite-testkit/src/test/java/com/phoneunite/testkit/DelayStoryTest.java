package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.Billing;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.RefundResult;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/**
 * Rules P5, P7 and P11: time passes between what is decided and the call of the gateway, and between its answer and what is made of it: a
 * host stands still, or a gateway answers slowly.
 */
class DelayStoryTest {

    private static final GatewayCapabilities CONCLUSIVE = GatewayCapabilities.NONE.with(
            GatewayAbility.LOOK_UP, GatewayAbility.CONCLUSIVE_NOT_FOUND, GatewayAbility.REFUNDS);

    /** What happens when a method of the gateway is called next, before it answers. */
    private String slowMethod = "";

    private Duration slowness = Duration.ZERO;

    /** How many times the clock is read before it stands still, and for how long then. */
    private int readsLeft = -1;

    private Duration stall = Duration.ZERO;

    @Test
    void P7_notFoundIsJudgedByWhenItWasAskedAndNotByWhenItWasAnswered() {
        Story story = story(CONCLUSIVE);
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.gateway.nextLookUp(FaultyPaymentGateway.AskFault.NOT_FOUND);
        story.clock.advance(Duration.ofMinutes(4));
        slow("find", Duration.ofMinutes(2));

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Unresolved());
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        assertThat(state(story)).isEqualTo(RechargeState.SUCCEEDED);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P11_aRefundThatIsNotFoundIsJudgedByWhenItWasAsked() {
        Story story = story(CONCLUSIVE);
        story.recharge("first", "50.00");
        story.gateway.nextRefund(RefundFault.UNKNOWN_AFTER);
        refund(story);
        story.gateway.nextLookUp(FaultyPaymentGateway.AskFault.NOT_FOUND);
        story.clock.advance(Duration.ofMinutes(4));
        slow("findRefund", Duration.ofMinutes(2));

        assertThat(refund(story)).isEqualTo(new RefundResult.Unresolved());
        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P7_aKeyIsNotUsedAgainWhereItMayBeForgottenBeforeTheCallIsOver() {
        Story story = story(Story.CAPABLE);
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.clock.advance(Duration.ofDays(1).minusSeconds(30));

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    @Test
    void P7_aHostThatStoodStillDoesNotUseAKeyThatIsForgottenMeanwhile() {
        Story story = story(Story.CAPABLE);
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.clock.advance(Duration.ofHours(23));
        standStillAfter(1, Duration.ofHours(2));

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Unresolved());
        assertThat(story.gateway.breaches()).isEmpty();
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    @Test
    void P11_aHostThatStoodStillDoesNotRefundUnderAKeyThatIsForgottenMeanwhile() {
        Story story = story(Story.CAPABLE);
        story.recharge("first", "50.00");
        story.gateway.nextRefund(RefundFault.UNKNOWN_AFTER);
        refund(story);
        story.clock.advance(Duration.ofHours(23));
        standStillAfter(1, Duration.ofHours(2));

        assertThat(refund(story)).isEqualTo(new RefundResult.Unresolved());
        assertThat(story.gateway.breaches()).isEmpty();
        assertThat(refund(story)).isEqualTo(new RefundResult.Done(usd("20.00")));
        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P7_aHostThatStoodStillDoesNotSendWhatOthersMayTakeForNeverSent() {
        Story story = story(CONCLUSIVE);
        standStillAfter(1, Duration.ofMinutes(5));

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.NotAttempted.class);
        assertThat(story.gateway.calls()).isZero();
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
    }

    @Test
    void P7_aCallIsOverBeforeItCountsAsNeverSent() {
        Billing.Builder builder = Billing.builder(InMemoryStore.create());

        assertThatThrownBy(() -> builder.gatewayDeadline(Duration.ofMinutes(4).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        builder.gatewayDeadline(Duration.ofMinutes(4));
    }

    private Story story(GatewayCapabilities capabilities) {
        MutableClock[] clock = new MutableClock[1];
        InstantSource stalling = () -> {
            if (readsLeft == 0) {
                clock[0].advance(stall);
            }
            readsLeft--;
            return clock[0].instant();
        };
        Story[] made = new Story[1];
        Story story = new Story(
                BillingStore.in(InMemoryStore.create()),
                capabilities,
                builder -> builder.clock(() -> clock[0] == null ? START : stalling.instant())
                        .paymentGateway(slowed(made, capabilities)));
        clock[0] = story.clock;
        made[0] = story;
        story.mine().putPaymentMethodOnFile("tok_visa");
        return story;
    }

    private static final Instant START = Instant.parse("2026-01-31T15:00:00Z");

    private PaymentGateway slowed(Story[] story, GatewayCapabilities capabilities) {
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(), new Class<?>[] {PaymentGateway.class}, (proxy, method, args) -> {
                    if (method.getName().equals("capabilities")) {
                        return capabilities;
                    }
                    if (method.getName().equals(slowMethod)) {
                        slowMethod = "";
                        story[0].clock.advance(slowness);
                    }
                    try {
                        return method.invoke(story[0].gateway, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void slow(String method, Duration time) {
        slowMethod = method;
        slowness = time;
    }

    private void standStillAfter(int reads, Duration time) {
        readsLeft = reads;
        stall = time;
    }

    private static RefundResult refund(Story story) {
        return story.billing.actingAs("support").payments().refund(story.id(), "r1", "first", usd("20.00"));
    }

    private static RechargeState state(Story story) {
        RechargeSummary only =
                story.mine().recharges(PageRequest.first(10)).items().get(0);
        return only.state();
    }
}
