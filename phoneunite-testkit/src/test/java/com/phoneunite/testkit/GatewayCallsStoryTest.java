package com.phoneunite.testkit;

import static com.phoneunite.testkit.ScriptedGateway.captured;
import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.Notified;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.ReportedReversal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules P5, P7 and P8: what a gateway is asked and what it is not, and what is told of it. */
class GatewayCallsStoryTest {

    private static final GatewayCapabilities REMEMBERING =
            GatewayCapabilities.NONE.remembersKeysFor(Duration.ofDays(1));
    private static final GatewayCapabilities HINTING =
            GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP, GatewayAbility.NOTIFICATIONS);
    private static final PaymentOutcome LOST = new PaymentOutcome.Unknown("502");
    private static final PaymentOutcome NO = new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);

    @Test
    void X3_eachStateOfAnAttemptIsToldOnce() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        story.recharge("at-once", "5.00");
        gateway.charges.add(LOST);
        story.recharge("later", "5.00");
        story.clock.advance(Duration.ofMinutes(5));
        assertThat(story.billing.reconcile().left()).isEqualTo(1);
        gateway.found = Optional.of(captured("5.00"));
        story.clock.advance(Duration.ofMinutes(55));
        story.billing.reconcile();

        assertThat(changes(story))
                .containsExactly("at-once RECORDED SUCCEEDED", "later RECORDED UNKNOWN", "later UNKNOWN SUCCEEDED");
    }

    @Test
    void P5_anotherNextStepIsToldAndTheSameOneIsNot() {
        ScriptedGateway gateway = ScriptedGateway.declaring(REMEMBERING);
        Story story = gateway.story();
        for (String step : List.of("https://bank.example/1", "https://bank.example/1", "https://bank.example/2")) {
            gateway.charges.add(new PaymentOutcome.ActionRequired(step));
            assertThat(story.recharge("first", "5.00")).isEqualTo(new RechargeOutcome.ActionRequired(step));
        }

        assertThat(changes(story))
                .containsExactly("first RECORDED ACTION_REQUIRED", "first ACTION_REQUIRED ACTION_REQUIRED");
    }

    @Test
    void P5_anAttemptIsCalledOffOnceTheGatewayConfirmsAndNotBefore() {
        ScriptedGateway gateway = ScriptedGateway.declaring(REMEMBERING.with(GatewayAbility.CANCELLING));
        gateway.charges.add(new PaymentOutcome.ActionRequired("confirm"));
        gateway.cancellations.add(new CancelOutcome.Unknown("no line"));
        gateway.cancellations.add(new CancelOutcome.Cancelled());
        Story story = gateway.story();
        story.recharge("first", "5.00");

        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.ActionRequired("confirm"));
        story.refused("RECHARGE_UNRESOLVED", () -> story.recharge("second", "5.00"));
        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(story.mine().cancelRecharge("first")).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(gateway.asked).containsExactly("charge", "cancel", "cancel");
    }

    @Test
    void X3_whatIsSettledOrInReviewIsAnsweredWithoutAnotherCall() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING.remembersKeysFor(Duration.ofDays(1)));
        Story story = gateway.story();
        gateway.charges.addAll(List.of(captured("5.00"), NO, captured("2.50")));
        List<String> keys = List.of("captured", "declined", "parked");
        List<RechargeOutcome> first =
                keys.stream().map(key -> story.recharge(key, "5.00")).toList();
        AccountSnapshot before = story.snapshot();

        assertThat(keys.stream().map(key -> story.recharge(key, "5.00")).toList())
                .isEqualTo(first);
        assertThat(gateway.asked).containsExactly("charge", "charge", "charge");
        assertThat(story.snapshot()).isEqualTo(before);
    }

    /** What falls due is otherwise left to the run. */
    @Test
    void B8_onlyWhatComesInIsSettledFrom() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        story.recharge("start", "50.00");
        story.clock.set(Instant.parse("2026-02-15T05:00:00Z"));
        gateway.charges.addAll(List.of(NO, LOST));
        story.recharge("declined", "5.00");
        story.recharge("start", "50.00");
        story.recharge("lost", "5.00");
        story.clock.advance(Duration.ofMinutes(5));
        assertThat(story.billing.reconcile().checked()).isEqualTo(1);
        assertThat(story.balance()).isEqualTo(usd("50.00"));

        gateway.found = Optional.of(captured("5.00"));
        story.recharge("lost", "5.00");
        assertThat(story.balance()).isEqualTo(usd("35.00"));
    }

    @Test
    void B8_aReportThatBringsNothingBackSettlesNothing() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        story.recharge("start", "50.00");
        gateway.charges.add(LOST);
        story.recharge("lost", "5.00");
        ReportedReversal taken = ReportedReversal.dispute("dp_1", usd("5.00"));
        ReportedReversal back = ReportedReversal.dispute("dp_2", usd("1.00")).broughtBack();
        story.billing.actingAs("Ann").payments().report(story.id(), "start", taken);
        story.billing.actingAs("Ann").payments().report(story.id(), "start", back);
        story.clock.set(Instant.parse("2026-02-15T05:00:00Z"));

        ReportedReversal other = ReportedReversal.dispute("dp_1", usd("6.00"));
        gateway.reversals = Optional.of(List.of(taken, other, back));
        story.billing.notified(ScriptedGateway.about(story, "start"));
        gateway.reversals = Optional.of(List.of(ReportedReversal.dispute("dp_3", usd("1.00"))));
        story.billing.notified(ScriptedGateway.about(story, "lost"));
        gateway.reversals = Optional.of(
                List.of(ReportedReversal.dispute("dp_3", usd("1.00")).broughtBack()));
        story.billing.notified(SignedNotifications.write("again", story.id() + "/lost"));
        assertThat(story.balance()).isEqualTo(usd("45.00"));
    }

    @Test
    void B8_aSuccessThatIsFoundBecauseOfAHintSettlesAtOnce() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        story.clock.set(Instant.parse("2026-02-15T05:00:00Z"));
        gateway.charges.add(LOST);
        story.recharge("first", "50.00");
        gateway.found = Optional.of(captured("50.00"));
        story.billing.notified(ScriptedGateway.about(story, "first"));

        assertThat(story.balance()).isEqualTo(usd("30.00"));
    }

    @Test
    void P8_aGatewayThatCannotBeAskedIsChargedAgainUnderItsKeyBecauseOfAHint() {
        ScriptedGateway gateway = ScriptedGateway.declaring(REMEMBERING.with(GatewayAbility.NOTIFICATIONS));
        Story story = gateway.story();
        gateway.charges.add(LOST);
        story.recharge("first", "5.00");

        assertThat(story.billing.notified(ScriptedGateway.about(story, "first")))
                .isEqualTo(new Notified.LookedUp(new RechargeOutcome.Succeeded(usd("5.00"))));
        assertThat(gateway.asked).containsExactly("charge", "charge");
    }

    @Test
    void P7_aHintThatLeadsToASecondCallDoesNotMakeTheFirstOneNeverSent() {
        ScriptedGateway gateway = ScriptedGateway.declaring(REMEMBERING.with(GatewayAbility.NOTIFICATIONS));
        Story story = gateway.story();
        gateway.charges.addAll(List.of(LOST, new PaymentOutcome.NotAttempted("no line")));
        story.recharge("first", "5.00");
        story.billing.notified(ScriptedGateway.about(story, "first"));

        assertThat(story.snapshot().recharges()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RechargeState.UNKNOWN);
            assertThat(one.calls()).isEqualTo(2);
        });
    }

    @Test
    void P8_aHintThatWasLookedUpIsDoneAndCountsAsNoCall() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING.remembersKeysFor(Duration.ofDays(1)));
        Story story = gateway.story();
        gateway.charges.add(LOST);
        story.recharge("first", "5.00");
        gateway.found = Optional.of(captured("5.00"));
        story.billing.notified(ScriptedGateway.about(story, "first"));

        assertThat(gateway.asked).containsExactly("charge", "find", "reversals");
        assertThat(story.snapshot().recharges()).allMatch(one -> one.calls() == 1);
        assertThat(story.snapshot().events()).noneMatch(one -> one.event() instanceof RechargeEvent.AskedAgain);
        assertThat(story.snapshot().checks()).isEmpty();
    }

    @Test
    void P8_aHintAboutWhatIsSettledStaysUntilTheGatewayHasTold() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        gateway.charges.add(NO);
        story.recharge("first", "5.00");
        story.billing.notified(ScriptedGateway.about(story, "first"));
        gateway.found = Optional.of(captured("5.00"));
        story.clock.advance(Duration.ofHours(1));
        story.billing.reconcile();

        assertThat(story.balance()).isEqualTo(usd("5.00"));
    }

    @Test
    void P11_aHintStaysUntilItsReversalsHaveBeenToldToo() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        story.recharge("first", "5.00");
        gateway.found = Optional.of(captured("5.00"));
        gateway.reversals = Optional.empty();
        story.billing.notified(ScriptedGateway.about(story, "first"));
        gateway.reversals = Optional.of(List.of(ReportedReversal.dispute("dp_1", usd("2.00"))));
        story.clock.advance(Duration.ofHours(1));
        story.billing.reconcile();

        assertThat(story.balance()).isEqualTo(usd("3.00"));
        assertThat(story.snapshot().checks()).isEmpty();
    }

    @Test
    void P7_reconciliationAsksForReversalsOnlyBecauseOfAHint() {
        ScriptedGateway gateway = ScriptedGateway.declaring(HINTING);
        Story story = gateway.story();
        gateway.charges.add(LOST);
        story.recharge("first", "5.00");
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();

        assertThat(gateway.asked).containsExactly("charge", "find");
    }

    @Test
    void P7_aGatewayThatLeavesToAPersonWhatIsNotCertainIsWarnedOf() {
        GatewayCapabilities asked = GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP);

        assertThat(warnedOf(GatewayCapabilities.NONE)).isTrue();
        assertThat(warnedOf(REMEMBERING)).isFalse();
        assertThat(warnedOf(asked)).isFalse();
        assertThat(warnedOf(asked.remembersKeysFor(Duration.ofDays(1)))).isFalse();
    }

    private static boolean warnedOf(GatewayCapabilities capabilities) {
        return CapturedLogs.ownDuring(() -> new Story(capabilities)).stream()
                .anyMatch(line -> line.startsWith("WARN") && line.contains("needs a person's review"));
    }

    private static List<String> changes(Story story) {
        return story.snapshot().events().stream()
                .map(one -> one.event() instanceof RechargeEvent.StateChanged changed
                        ? changed.key() + " " + changed.from() + " " + changed.to()
                        : "")
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
