package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static com.phoneunite.billing.recharge.RefundState.DONE;
import static com.phoneunite.billing.recharge.RefundState.GIVEN_BACK;
import static com.phoneunite.billing.recharge.RefundState.IN_REVIEW;
import static com.phoneunite.billing.recharge.RefundState.RECORDED;
import static com.phoneunite.billing.recharge.RefundState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundTest {

    private static final RefundOutcome YES = new RefundOutcome.Done();
    private static final RefundOutcome NO = new RefundOutcome.Declined("no");
    private static final RefundOutcome NOT_SENT = new RefundOutcome.NotAttempted("no line");
    private static final RefundOutcome WHO_KNOWS = new RefundOutcome.Unknown("502");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void P11_eachAnswerToTheFirstCallHasItsState() {
        assertThat(recorded().after(YES, NOON).state()).isEqualTo(DONE);
        assertThat(recorded().after(NO, NOON).state()).isEqualTo(GIVEN_BACK);
        assertThat(recorded().after(NOT_SENT, NOON).state()).isEqualTo(GIVEN_BACK);
        assertThat(recorded().after(WHO_KNOWS, NOON).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void P11_whatMayHaveBeenSentBeforeIsNotGivenBackBecauseALaterCallWasNotSent() {
        assertThat(recorded().askedAgain(NOON).after(NOT_SENT, NOON).state()).isEqualTo(RECORDED);
        assertThat(inReview().after(NOT_SENT, NOON).state()).isEqualTo(IN_REVIEW);
        assertThat(recorded().askedAgain(NOON).askedAgain(NOON).calls()).isEqualTo(3);
    }

    @Test
    void P11_nothingIsTakenBackOfWhatIsDecided() {
        for (Refund decided : List.of(recorded().after(YES, NOON), recorded().after(NO, NOON))) {
            for (RefundOutcome later : List.of(YES, NO, NOT_SENT, WHO_KNOWS)) {
                assertThat(decided.after(later, NOON.plusSeconds(1))).isEqualTo(decided);
            }
        }
        assertThat(inReview().after(WHO_KNOWS, NOON)).isEqualTo(inReview());
        assertThat(inReview().after(YES, NOON).state()).isEqualTo(DONE);
        assertThat(inReview().after(NO, NOON).state()).isEqualTo(GIVEN_BACK);
    }

    @Test
    void P7_theGatewayIsAskedAgainOnlyWhileItRemembers() {
        GatewayCapabilities remembering =
                GatewayCapabilities.NONE.remembersKeysFor(DAY).with(GatewayAbility.LOOK_UP);
        assertThat(recorded().ask(NOON, remembering)).isEqualTo(Recharge.Ask.CHARGE);
        assertThat(recorded().ask(NOON.plus(DAY).minusNanos(1_000), remembering))
                .isEqualTo(Recharge.Ask.CHARGE);
        assertThat(recorded().ask(NOON.plus(DAY), remembering)).isEqualTo(Recharge.Ask.LOOK_UP);
        assertThat(recorded().ask(NOON.minusSeconds(1), remembering)).isEqualTo(Recharge.Ask.LOOK_UP);
        assertThat(recorded().ask(NOON, GatewayCapabilities.NONE)).isEqualTo(Recharge.Ask.NOTHING);
    }

    @Test
    void P7_notFoundMeansNoOnlyWhereItIsConclusiveAndTheLastCallIsOver() {
        GatewayCapabilities sure = GatewayCapabilities.NONE.with(GatewayAbility.CONCLUSIVE_NOT_FOUND);
        Instant over = NOON.plus(Duration.ofMinutes(5));
        assertThat(recorded().notFound(sure, over, over).state()).isEqualTo(GIVEN_BACK);
        assertThat(inReview().notFound(sure, over, over).state()).isEqualTo(GIVEN_BACK);
        assertThat(recorded().notFound(sure, over.minusNanos(1_000), over).state())
                .isEqualTo(UNKNOWN);
        assertThat(recorded()
                        .askedAgain(NOON.plusSeconds(1))
                        .notFound(sure, over, over)
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(recorded().notFound(GatewayCapabilities.NONE, over, over).state())
                .isEqualTo(UNKNOWN);
        Refund done = recorded().after(YES, NOON);
        assertThat(done.notFound(sure, over, over)).isEqualTo(done);
    }

    @Test
    void P7_itIsCheckedForFiveDaysAndThenReviewedAndAtOnceWhereNobodyCanBeAsked() {
        Refund open = recorded().after(WHO_KNOWS, NOON);
        Instant hour = NOON.plus(Duration.ofHours(1));
        assertThat(open.nextCheck()).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(open.checked(NOON.plus(Duration.ofMinutes(5)), true).nextCheck())
                .contains(hour);
        assertThat(open.checked(NOON.plus(Duration.ofDays(5)), true).state()).isEqualTo(IN_REVIEW);
        assertThat(open.checked(NOON, false).state()).isEqualTo(IN_REVIEW);
        assertThat(open.checked(NOON, false).nextCheck()).isEmpty();
        Refund done = recorded().after(YES, NOON);
        assertThat(done.checked(hour, false)).isEqualTo(done);
    }

    @Test
    void P7_aPersonDecidesWithEvidence() {
        Resolution paid = new Resolution(Actor.operator("olga"), NOON, "statement", Optional.of(cents(500)));
        Resolution not = new Resolution(Actor.operator("olga"), NOON, "statement", Optional.empty());
        assertThat(inReview().resolved(paid).state()).isEqualTo(DONE);
        assertThat(inReview().resolved(paid).resolution()).contains(paid);
        assertThat(inReview().resolved(not).state()).isEqualTo(GIVEN_BACK);
    }

    @Test
    void X2_theStateChangedWhenItChangedAndNeverBackwards() {
        Refund unknown = recorded().after(WHO_KNOWS, NOON.plusSeconds(60));
        assertThat(unknown.changedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(unknown.checked(NOON.plusSeconds(300), true).changedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(unknown.after(YES, NOON).changedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(unknown.askedAgain(NOON.minusSeconds(1)).askedAt()).isEqualTo(NOON);
    }

    @Test
    void P11_aRefundIsOfMoreThanNothingAndCheckedWhileItIsUnresolved() {
        assertThatIllegalArgumentException().isThrownBy(() -> recorded(0));
        assertThatIllegalArgumentException().isThrownBy(() -> restored(DONE, Optional.of(NOON)));
        assertThatIllegalArgumentException().isThrownBy(() -> restored(UNKNOWN, Optional.empty()));
        assertThat(restored(UNKNOWN, Optional.of(NOON)).result()).isEqualTo(new RefundResult.Unresolved());
    }

    private static Refund recorded() {
        return recorded(500);
    }

    private static Refund recorded(long minor) {
        return Refund.recorded(change(NOON), new IdempotencyKey("refund"), new IdempotencyKey("first"), cents(minor));
    }

    private static Refund inReview() {
        return recorded().checked(NOON, false);
    }

    private static Refund restored(RefundState state, Optional<Instant> nextCheck) {
        return new Refund(
                ACCOUNT,
                new IdempotencyKey("refund"),
                new IdempotencyKey("first"),
                cents(500),
                Actor.system(),
                state,
                1,
                NOON,
                NOON,
                NOON,
                nextCheck,
                Optional.empty());
    }
}
