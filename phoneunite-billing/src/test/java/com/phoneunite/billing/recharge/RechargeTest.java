package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static com.phoneunite.billing.recharge.RechargeState.ACTION_REQUIRED;
import static com.phoneunite.billing.recharge.RechargeState.DECLINED;
import static com.phoneunite.billing.recharge.RechargeState.IN_REVIEW;
import static com.phoneunite.billing.recharge.RechargeState.NOT_ATTEMPTED;
import static com.phoneunite.billing.recharge.RechargeState.PENDING;
import static com.phoneunite.billing.recharge.RechargeState.RECORDED;
import static com.phoneunite.billing.recharge.RechargeState.SUCCEEDED;
import static com.phoneunite.billing.recharge.RechargeState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.Recharge.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RechargeTest {

    private static final PaymentToken CARD = PaymentToken.of("tok_visa");
    private static final PaymentOutcome CAPTURED = new PaymentOutcome.Succeeded(cents(500));
    private static final PaymentOutcome HALF = new PaymentOutcome.Succeeded(cents(250));
    private static final PaymentOutcome NO = new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);
    private static final PaymentOutcome WAIT = new PaymentOutcome.Pending();
    private static final PaymentOutcome CONFIRM = new PaymentOutcome.ActionRequired("confirm");
    private static final PaymentOutcome NOT_SENT = new PaymentOutcome.NotAttempted("no line");
    private static final PaymentOutcome WHO_KNOWS = new PaymentOutcome.Unknown("502");

    static Stream<Arguments> firstAnswers() {
        return Stream.of(
                Arguments.of(CAPTURED, SUCCEEDED),
                Arguments.of(HALF, IN_REVIEW),
                Arguments.of(NO, DECLINED),
                Arguments.of(WAIT, PENDING),
                Arguments.of(CONFIRM, ACTION_REQUIRED),
                Arguments.of(NOT_SENT, NOT_ATTEMPTED),
                Arguments.of(WHO_KNOWS, UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("firstAnswers")
    void P6_eachAnswerToTheFirstCallHasItsState(PaymentOutcome answer, RechargeState state) {
        assertThat(recorded().after(answer, NOON).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(DeclineReason.class)
    void P6_everyClassOfDeclineIsTold(DeclineReason reason) {
        Recharge declined = recorded().after(new PaymentOutcome.Declined(reason), NOON);

        assertThat(declined.outcome()).isEqualTo(new RechargeOutcome.Declined(reason));
    }

    @Test
    void P6_everyOutcomeFoldsToItsOwnCase() {
        List<String> cases = new ArrayList<>();
        for (PaymentOutcome answer : List.of(CAPTURED, HALF, NO, WAIT, CONFIRM, NOT_SENT, WHO_KNOWS)) {
            cases.add(answer.fold(a -> "captured", a -> "no", a -> "wait", a -> "confirm", a -> "not", a -> "who"));
            cases.add(recorded()
                    .after(answer, NOON)
                    .outcome()
                    .fold(
                            a -> "captured",
                            a -> "no",
                            a -> "confirm",
                            a -> "who",
                            a -> "not",
                            a -> "cancelled",
                            a -> "review"));
        }
        assertThat(cases)
                .containsExactly(
                        "captured",
                        "captured",
                        "captured",
                        "review",
                        "no",
                        "no",
                        "wait",
                        "who",
                        "confirm",
                        "confirm",
                        "not",
                        "not",
                        "who",
                        "who");
    }

    @Test
    void P7_notAttemptedOnAReAskDoesNotEndAnAttemptThatMayHaveBeenSent() {
        for (PaymentOutcome first : List.of(WHO_KNOWS, WAIT, CONFIRM)) {
            Recharge before = recorded().after(first, NOON);
            Recharge after = before.askedAgain(NOON).after(NOT_SENT, NOON.plusSeconds(1));

            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.note()).isEqualTo(before.note());
        }
        assertThat(recorded().askedAgain(NOON).after(NOT_SENT, NOON).state()).isEqualTo(RECORDED);
    }

    @Test
    void P7_toBeToldNothingTakesNothingBackThatWasToldBefore() {
        assertThat(recorded().after(WAIT, NOON).after(WHO_KNOWS, NOON).state()).isEqualTo(PENDING);
        assertThat(recorded().after(CONFIRM, NOON).after(WHO_KNOWS, NOON).state())
                .isEqualTo(ACTION_REQUIRED);
        assertThat(recorded().after(CONFIRM, NOON).after(WAIT, NOON).state()).isEqualTo(PENDING);
    }

    @Test
    void P8_aCaptureCountsHoweverLateItIsToldAndNothingTakesItBack() {
        for (PaymentOutcome first : List.of(WHO_KNOWS, WAIT, CONFIRM, NO, NOT_SENT)) {
            Recharge captured = recorded().after(first, NOON).after(CAPTURED, NOON.plus(Duration.ofDays(90)));
            assertThat(captured.state()).isEqualTo(SUCCEEDED);
            for (PaymentOutcome later : List.of(WHO_KNOWS, WAIT, CONFIRM, NO, NOT_SENT, HALF, CAPTURED)) {
                assertThat(captured.after(later, NOON.plus(Duration.ofDays(91))))
                        .isEqualTo(captured);
            }
        }
    }

    @Test
    void P8_aDeclineIsNotTakenBackByAnythingButACapture() {
        Recharge declined = recorded().after(NO, NOON);

        for (PaymentOutcome later : List.of(WHO_KNOWS, WAIT, CONFIRM, NOT_SENT)) {
            assertThat(declined.after(later, NOON)).isEqualTo(declined);
        }
    }

    @Test
    void P9_anotherAmountOrCurrencyIsParked() {
        for (Money other : List.of(
                cents(499), cents(501), cents(0), Money.parse("EUR 5.00"), Money.parse("JPY 500"), cents(-500))) {
            Recharge parked = recorded().after(new PaymentOutcome.Succeeded(other), NOON);

            assertThat(parked.outcome()).isEqualTo(new RechargeOutcome.NeedsReview(Optional.of(other)));
        }
    }

    @Test
    void P7_theGatewayIsAskedAgainOnlyWhileItRemembersAndThatCardIsOnFile() {
        Recharge attempt = recorded().after(WHO_KNOWS, NOON);
        Duration day = Duration.ofDays(1);

        assertThat(attempt.ask(NOON, remembering(day), Optional.of(CARD))).isEqualTo(Ask.CHARGE);
        assertThat(attempt.ask(NOON.plus(day).minusNanos(1_000), remembering(day), Optional.of(CARD)))
                .isEqualTo(Ask.CHARGE);
        assertThat(attempt.ask(NOON.plus(day), remembering(day), Optional.of(CARD)))
                .isEqualTo(Ask.LOOK_UP);
        assertThat(attempt.ask(NOON.minusSeconds(1), remembering(day), Optional.of(CARD)))
                .isEqualTo(Ask.LOOK_UP);
        assertThat(attempt.ask(NOON, remembering(Duration.ZERO), Optional.of(CARD)))
                .isEqualTo(Ask.LOOK_UP);
        assertThat(attempt.ask(NOON, remembering(day), Optional.empty())).isEqualTo(Ask.LOOK_UP);
        assertThat(attempt.ask(NOON, remembering(day), Optional.of(PaymentToken.of("tok_other"))))
                .isEqualTo(Ask.LOOK_UP);
    }

    @Test
    void P7_aGatewayIsNotAskedForWhatItDoesNotDeclare() {
        Recharge attempt = recorded().after(WHO_KNOWS, NOON);

        assertThat(attempt.ask(NOON, GatewayCapabilities.NONE, Optional.of(CARD)))
                .isEqualTo(Ask.NOTHING);
    }

    @Test
    void P7_notFoundIsANoOnlyWhereItIsConclusiveAndNoCallCanStillBeOnItsWay() {
        Recharge attempt = recorded().after(WHO_KNOWS, NOON);
        GatewayCapabilities conclusive = remembering(Duration.ZERO).with(GatewayAbility.CONCLUSIVE_NOT_FOUND);
        Duration fiveMinutes = Duration.ofMinutes(5);

        assertThat(attempt.notFound(conclusive, NOON.plus(fiveMinutes), NOON.plus(fiveMinutes))
                        .state())
                .isEqualTo(NOT_ATTEMPTED);
        assertThat(attempt.notFound(conclusive, NOON.plus(fiveMinutes).minusNanos(1_000), NOON.plus(fiveMinutes)))
                .isEqualTo(attempt);
        assertThat(attempt.askedAgain(NOON.plusSeconds(60))
                        .notFound(conclusive, NOON.plus(fiveMinutes), NOON.plus(fiveMinutes))
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(attempt.notFound(
                        remembering(Duration.ZERO), NOON.plus(Duration.ofDays(90)), NOON.plus(Duration.ofDays(90))))
                .isEqualTo(attempt);
        Recharge captured = recorded().after(CAPTURED, NOON);
        assertThat(captured.notFound(conclusive, NOON.plus(fiveMinutes), NOON.plus(fiveMinutes)))
                .isEqualTo(captured);
    }

    @Test
    void P7_itIsCheckedAfterFiveMinutesOneHourAndDailyForFiveDaysAndThenNeedsReview() {
        Recharge attempt = recorded();
        List<Duration> checks = new ArrayList<>();
        while (attempt.nextCheck().isPresent()) {
            checks.add(Duration.between(NOON, attempt.nextCheck().get()));
            attempt = attempt.after(WHO_KNOWS, attempt.nextCheck().get())
                    .checked(attempt.nextCheck().get(), false, true, false);
        }

        assertThat(checks)
                .containsExactly(
                        Duration.ofMinutes(5),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ofDays(2),
                        Duration.ofDays(3),
                        Duration.ofDays(4),
                        Duration.ofDays(5));
        assertThat(attempt.state()).isEqualTo(IN_REVIEW);
        assertThat(attempt.outcome()).isEqualTo(new RechargeOutcome.NeedsReview(Optional.empty()));
    }

    @Test
    void P7_afterAnOutageItIsAskedOnceBeforeItNeedsReviewAndAClockSetBackSkipsNothing() {
        Recharge late = recorded().checked(NOON.plus(Duration.ofDays(30)), false, true, false);
        Recharge early = recorded().checked(NOON.minus(Duration.ofDays(30)), false, true, false);

        assertThat(late.state()).isEqualTo(IN_REVIEW);
        assertThat(early.nextCheck()).contains(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void P7_whatCannotBeAskedNeedsReviewOnceItWouldHaveBeenChecked() {
        Recharge attempt = recorded().after(WHO_KNOWS, NOON);

        assertThat(attempt.checked(NOON.plusSeconds(1), false, false, false).state())
                .isEqualTo(UNKNOWN);
        assertThat(attempt.checked(NOON.plus(Duration.ofMinutes(5)), false, false, false)
                        .state())
                .isEqualTo(IN_REVIEW);
    }

    @Test
    void P8_aDefiniteAnswerStillSettlesWhatIsInReview() {
        Recharge inReview = recorded().checked(NOON.plus(Duration.ofDays(30)), false, true, false);

        assertThat(inReview.after(CAPTURED, NOON).state()).isEqualTo(SUCCEEDED);
        assertThat(inReview.after(NO, NOON).state()).isEqualTo(DECLINED);
        for (PaymentOutcome vague : List.of(WAIT, CONFIRM, NOT_SENT, WHO_KNOWS)) {
            assertThat(inReview.after(vague, NOON)).isEqualTo(inReview);
        }
    }

    @Test
    void P8_aHintStaysUntilItHasBeenLookedUp() {
        Recharge declined = recorded().after(NO, NOON).hinted(NOON.plusSeconds(60));

        assertThat(declined.nextCheck()).contains(NOON.plusSeconds(60));
        assertThat(declined.checked(NOON.plusSeconds(60), false, true, true).nextCheck())
                .contains(NOON.plusSeconds(60).plus(Duration.ofHours(1)));
        assertThat(declined.checked(NOON.plusSeconds(60), true, true, false).hinted())
                .isTrue();
        assertThat(declined.checked(NOON.plusSeconds(60), true, true, true).nextCheck())
                .isEmpty();
        assertThat(declined.after(CAPTURED, NOON).hinted()).isTrue();
    }

    @Test
    void P9_aPersonDecidesWhatIsCreditedAndTheSameIsNotParkedAgain() {
        Recharge parked = recorded().after(HALF, NOON);
        Recharge credited = parked.resolved(decided(Optional.of(cents(250))));
        Recharge givenBack = parked.resolved(decided(Optional.empty()));

        assertThat(credited.outcome()).isEqualTo(new RechargeOutcome.Succeeded(cents(250)));
        assertThat(givenBack.outcome()).isEqualTo(new RechargeOutcome.Cancelled());
        for (PaymentOutcome later : List.of(HALF, CAPTURED, NO, WAIT, CONFIRM, NOT_SENT, WHO_KNOWS)) {
            assertThat(credited.after(later, NOON)).isEqualTo(credited);
            assertThat(givenBack.after(later, NOON)).isEqualTo(givenBack);
        }
    }

    @Test
    void P8_aCaptureThatAPersonDidNotKnowOfStillCounts() {
        Recharge notCaptured = recorded()
                .checked(NOON.plus(Duration.ofDays(30)), false, true, false)
                .resolved(decided(Optional.empty()));

        assertThat(notCaptured.after(CAPTURED, NOON).credited()).contains(cents(500));
        assertThat(notCaptured.after(NO, NOON)).isEqualTo(notCaptured);
    }

    @Test
    void P5_whatWasCalledOffIsNotCapturedAndWhatWasCapturedIsNotCalledOff() {
        Recharge waiting = recorded().after(CONFIRM, NOON);

        assertThat(waiting.calledOff(NOON).outcome()).isEqualTo(new RechargeOutcome.Cancelled());
        assertThat(waiting.after(CAPTURED, NOON).calledOff(NOON).state()).isEqualTo(SUCCEEDED);
        assertThat(waiting.calledOff(NOON).after(CAPTURED, NOON).state()).isEqualTo(SUCCEEDED);
    }

    @Test
    void P9_whatIsParkedIsNeitherCalledOffNorTakenForNeverSent() {
        Recharge parked = recorded().after(HALF, NOON);
        GatewayCapabilities conclusive = remembering(Duration.ZERO).with(GatewayAbility.CONCLUSIVE_NOT_FOUND);
        Instant over = NOON.plus(Duration.ofMinutes(5));

        assertThat(parked.calledOff(NOON)).isEqualTo(parked);
        assertThat(parked.notFound(conclusive, over, over)).isEqualTo(parked);
    }

    @Test
    void P8_whatIsSettledIsNeitherCalledOffNorTakenForNeverSent() {
        GatewayCapabilities conclusive = remembering(Duration.ZERO).with(GatewayAbility.CONCLUSIVE_NOT_FOUND);
        Instant over = NOON.plus(Duration.ofMinutes(5));
        for (Recharge settled : List.of(
                recorded().after(NO, NOON),
                recorded().after(CONFIRM, NOON).calledOff(NOON),
                recorded().after(NOT_SENT, NOON))) {
            assertThat(settled.notFound(conclusive, over, over)).isEqualTo(settled);
            assertThat(settled.calledOff(over)).isEqualTo(settled);
        }
    }

    @Test
    void P7_whatIsSettledIsNeverChargedAgain() {
        Recharge declined = recorded().after(NO, NOON);

        assertThat(declined.ask(NOON, remembering(Duration.ofDays(1)), Optional.of(CARD)))
                .isEqualTo(Ask.LOOK_UP);
    }

    @Test
    void P7_eachCallUnderTheKeyCounts() {
        assertThat(recorded().askedAgain(NOON).askedAgain(NOON).calls()).isEqualTo(3);
    }

    @Test
    void X5_aNoteIsCutTo2000Characters() {
        Recharge told = recorded().after(new PaymentOutcome.Unknown("n".repeat(2_001)), NOON);
        assertThat(told.note()).contains("n".repeat(2_000));
    }

    @Test
    void P8_aHintIsLookedUpAtOnceUnlessItIsLookedUpSoonerAnyway() {
        Recharge unknown = recorded().after(WHO_KNOWS, NOON);

        assertThat(unknown.hinted(NOON.plusSeconds(60)).nextCheck()).contains(NOON.plusSeconds(60));
        assertThat(unknown.hinted(NOON.plusSeconds(301)).nextCheck()).contains(NOON.plusSeconds(300));
    }

    @Test
    void P8_aHintThatCannotBeAskedAboutIsLeft() {
        Recharge declined = recorded().after(NO, NOON).hinted(NOON.plusSeconds(60));

        assertThat(declined.checked(NOON.plusSeconds(60), false, false, true).nextCheck())
                .isEmpty();
    }

    @Test
    void P5_aRechargeIsOfMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Attempt.of(change(NOON), new IdempotencyKey("first"), RechargeKind.MANUAL, cents(0), CARD));
    }

    private static Resolution decided(Optional<Money> amount) {
        return new Resolution(Actor.operator("Ann"), NOON, "statement of 3 May", amount);
    }

    private static GatewayCapabilities remembering(Duration time) {
        return GatewayCapabilities.NONE.remembersKeysFor(time).with(GatewayAbility.LOOK_UP);
    }

    @Test
    void P7_everyRequestOfAnAttemptIsInTheSameWords() {
        Recharge attempt = recorded();

        assertThat(attempt.after(WHO_KNOWS, NOON)
                        .askedAgain(NOON)
                        .askedAgain(NOON)
                        .request())
                .isEqualTo(attempt.request());
    }

    @Test
    void X2_aClockThatGoesBackwardsMovesNoAttemptBack() {
        Recharge attempt = recorded().after(WAIT, NOON.plusSeconds(60)).after(CAPTURED, NOON.minusSeconds(60));

        assertThat(attempt.changedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void X2_theStateChangedWhenItChangedAndNotWhenTheSameWasToldAgain() {
        Recharge unknown = recorded().after(WHO_KNOWS, NOON.plusSeconds(1));

        assertThat(unknown.after(new PaymentOutcome.Unknown("504"), NOON.plusSeconds(60))
                        .changedAt())
                .isEqualTo(NOON.plusSeconds(1));
        for (PaymentOutcome answer : List.of(WAIT, CONFIRM)) {
            assertThat(unknown.after(answer, NOON.plusSeconds(2))
                            .after(answer, NOON.plusSeconds(60))
                            .changedAt())
                    .isEqualTo(NOON.plusSeconds(2));
        }
    }

    private static Recharge recorded() {
        return Recharge.recorded(
                Attempt.of(change(NOON), new IdempotencyKey("first"), RechargeKind.MANUAL, cents(500), CARD));
    }
}
