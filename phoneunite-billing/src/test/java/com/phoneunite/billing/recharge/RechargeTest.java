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

import com.phoneunite.account.IdempotencyKey;
import java.time.Duration;
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
                    .fold(a -> "captured", a -> "no", a -> "confirm", a -> "who", a -> "not", a -> "review"));
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
            Recharge after = before.askedAgain().after(NOT_SENT, NOON.plusSeconds(1));

            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.note()).isEqualTo(before.note());
        }
        assertThat(recorded().askedAgain().after(NOT_SENT, NOON).state()).isEqualTo(RECORDED);
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

            assertThat(parked.outcome()).isEqualTo(new RechargeOutcome.NeedsReview(other));
        }
    }

    @Test
    void P7_theGatewayIsAskedAgainOnlyWhileItRemembersAndThatCardIsOnFile() {
        Recharge attempt = recorded().after(WHO_KNOWS, NOON);
        Duration day = Duration.ofDays(1);

        assertThat(attempt.mayBeChargedAgain(NOON, day, Optional.of(CARD))).isTrue();
        assertThat(attempt.mayBeChargedAgain(NOON.plus(day).minusNanos(1_000), day, Optional.of(CARD)))
                .isTrue();
        assertThat(attempt.mayBeChargedAgain(NOON.plus(day), day, Optional.of(CARD)))
                .isFalse();
        assertThat(attempt.mayBeChargedAgain(NOON.minusSeconds(1), day, Optional.of(CARD)))
                .isFalse();
        assertThat(attempt.mayBeChargedAgain(NOON, Duration.ZERO, Optional.of(CARD)))
                .isFalse();
        assertThat(attempt.mayBeChargedAgain(NOON, day, Optional.empty())).isFalse();
        assertThat(attempt.mayBeChargedAgain(NOON, day, Optional.of(PaymentToken.of("tok_other"))))
                .isFalse();
    }

    @Test
    void P7_everyRequestOfAnAttemptIsInTheSameWords() {
        Recharge attempt = recorded();

        assertThat(attempt.after(WHO_KNOWS, NOON).askedAgain().askedAgain().request())
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
    }

    private static Recharge recorded() {
        return Recharge.recorded(change(NOON), new IdempotencyKey("first"), cents(500), CARD);
    }
}
