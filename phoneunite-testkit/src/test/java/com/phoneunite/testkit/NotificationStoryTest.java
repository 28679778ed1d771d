package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.Notified;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.NotificationFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule P8: what a gateway says unasked is a hint, and a success is credited exactly once. */
class NotificationStoryTest {

    @Test
    void P8_aNotificationIsLookedUpAndCreditsWhatWasNotAnswered() {
        Story story = unresolved();
        List<Notified> told = deliver(story, story.gateway.takeNotifications());

        assertThat(told).containsExactly(new Notified.LookedUp(new RechargeOutcome.Succeeded(usd("50.00"))));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @ParameterizedTest
    @EnumSource(NotificationFault.class)
    void P8_whateverBecomesOfANotificationASuccessIsCreditedExactlyOnce(NotificationFault fault) {
        Story story = Story.withCard();
        story.gateway.deliverEarlyTo(one -> story.billing.notified(one));
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE).nextNotification(fault);
        story.recharge("first", "50.00");
        deliver(story, story.gateway.takeNotifications());
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        story.clock.advance(Duration.ofDays(90));
        deliver(story, story.gateway.takeLateNotifications());

        assertThat(story.entries().stream()
                        .filter(one -> one.kind() == com.phoneunite.billing.ledger.EntryKind.RECHARGE))
                .hasSize(1);
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        verify(story);
    }

    @Test
    void P8_aNotificationThatIs90DaysLateStillCreditsWhatAPersonDidNotKnowOf() {
        Story story = Story.withCard();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE).nextNotification(NotificationFault.LATE);
        story.recharge("first", "50.00");
        for (int i = 0; i < 7; i++) {
            story.gateway.nextLookUp(AskFault.FAIL);
        }
        story.gateway.next(Fault.FAIL_AFTER_CAPTURE, Fault.FAIL_AFTER_CAPTURE);
        for (int day = 0; day < 8; day++) {
            story.billing.reconcile();
            story.clock.advance(Duration.ofDays(1));
        }
        story.billing.actingAs("Ann").payments().resolveAsNotCaptured(story.id(), "first", "nothing in the report");
        story.clock.advance(Duration.ofDays(90));
        story.gateway.nextLookUp();
        deliver(story, story.gateway.takeLateNotifications());
        story.clock.advance(Duration.ofHours(1));
        story.billing.reconcile();

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        verify(story);
    }

    @Test
    void P8_aForgedNotificationChangesNothingAndARepeatedOneIsKnown() {
        Story story = unresolved();
        List<PaymentNotification> real = story.gateway.takeNotifications();
        AccountSnapshot before = story.snapshot();
        List<Notified> forged =
                deliver(story, List.of(new PaymentNotification(real.get(0).body(), Map.of("signature", "guessed"))));

        assertThat(forged).containsExactly(new Notified.NotVerified());
        assertThat(story.snapshot()).isEqualTo(before);
        deliver(story, real);
        AccountSnapshot after = story.snapshot();
        assertThat(deliver(story, real)).containsExactly(new Notified.AlreadyKnown());
        assertThat(story.snapshot()).isEqualTo(after);
    }

    @Test
    void P8_aNotificationAboutNothingOfOursChangesNothing() {
        Story story = unresolved();
        AccountSnapshot before = story.snapshot();
        List<Notified> told = deliver(
                story,
                List.of(
                        SignedNotifications.write("e1", "nonsense"),
                        SignedNotifications.write("e2", story.id() + "/never"),
                        SignedNotifications.write("e3", "00000000-0000-0000-0000-000000000000/first"),
                        SignedNotifications.write("e4", story.id() + "/")));

        assertThat(told).containsOnly(new Notified.NotOurs()).hasSize(4);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void P8_aHintThatCannotBeLookedUpIsNotLost() {
        Story story = unresolved();
        story.gateway.nextLookUp(AskFault.FAIL);
        deliver(story, story.gateway.takeNotifications());
        assertThat(story.balance()).isEqualTo(usd("0.00"));
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();

        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @Test
    void X4_whatIsNoNotificationIsRefusedAndAGatewayThatDoesNotNotifyIsNotAsked() {
        Story story = unresolved();
        story.refused("INVALID_INPUT", () -> story.billing.notified(null));
        story.refused(
                "INVALID_INPUT",
                () -> story.billing.notified(new PaymentNotification("x".repeat(1_000_001), Map.of())));
        Story silent = new Story(GatewayCapabilities.NONE);
        silent.refused(
                "NOT_SUPPORTED_BY_GATEWAY", () -> silent.billing.notified(new PaymentNotification("x", Map.of())));
    }

    private static Story unresolved() {
        Story story = Story.withCard();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        return story;
    }

    private static List<Notified> deliver(Story story, List<PaymentNotification> notifications) {
        List<Notified> told = new ArrayList<>();
        notifications.forEach(one -> told.add(story.billing.notified(one)));
        return told;
    }

    private static void verify(Story story) {
        story.snapshot().verify();
        assertThat(story.gateway.breaches()).isEmpty();
    }
}
