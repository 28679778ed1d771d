package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.cents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule P6: each outcome is handled as what it is. */
class OutcomesTest {

    @Test
    void P11_everyResultOfARefundFoldsToItsOwnCase() {
        assertThat(List.of(
                        new RefundResult.Done(cents(1)),
                        new RefundResult.GivenBack(),
                        new RefundResult.Unresolved(),
                        new RefundResult.NeedsReview()))
                .extracting(one -> one.<String>fold(a -> "done", a -> "back", a -> "who", a -> "review"))
                .containsExactly("done", "back", "who", "review");
    }

    @Test
    void P8_whateverBecomesOfANotificationFoldsToItsOwnCase() {
        assertThat(List.of(
                        new Notified.LookedUp(new RechargeOutcome.Cancelled()),
                        new Notified.AlreadyKnown(),
                        new Notified.NotOurs(),
                        new Notified.NotVerified()))
                .extracting(one -> one.<String>fold(a -> "looked", () -> "known", () -> "not-ours", () -> "forged"))
                .containsExactly("looked", "known", "not-ours", "forged");
    }

    @Test
    void P5_everyAnswerToACancellationFoldsToItsOwnCase() {
        assertThat(List.of(
                        new CancelOutcome.Cancelled(),
                        new CancelOutcome.TooLate(new PaymentOutcome.Pending()),
                        new CancelOutcome.Unknown("502")))
                .extracting(one -> one.<String>fold(a -> "cancelled", a -> "late", a -> "who"))
                .containsExactly("cancelled", "late", "who");
    }

    @Test
    void P6_anAttemptThatWasCancelledFoldsToThat() {
        assertThat(new RechargeOutcome.Cancelled()
                        .<String>fold(
                                a -> "yes",
                                a -> "no",
                                a -> "act",
                                a -> "who",
                                a -> "not",
                                a -> "cancelled",
                                a -> "review"))
                .isEqualTo("cancelled");
    }

    @Test
    void P4_onlyWhatHasDefinitelyFailedDoesNotCountAgainstTheCap() {
        assertThat(Arrays.stream(RechargeState.values()).filter(RechargeState::hasFailed))
                .containsExactlyInAnyOrder(
                        RechargeState.DECLINED, RechargeState.NOT_ATTEMPTED, RechargeState.CANCELLED);
    }

    @Test
    void P5_aGatewayIsNeverAskedForNothing() {
        PaymentToken card = PaymentToken.of("tok_visa");
        PaymentRequest charge = new PaymentRequest(ACCOUNT, "key", card, cents(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentRequest(ACCOUNT, "key", card, cents(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RefundRequest(charge, "refund", cents(0)));
    }
}
