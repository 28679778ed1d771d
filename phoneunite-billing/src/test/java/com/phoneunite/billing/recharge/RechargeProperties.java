package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RechargeProperties {

    private static final PaymentOutcome NO = new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);

    /** Whatever the gateway says, in whatever order: one capture at most, and once told it stays. */
    @Property
    void P8_anySequenceOfAnswersEndsInTheFirstCaptureIfThereIsOne(@ForAll("answers") List<PaymentOutcome> answers) {
        Recharge attempt = recorded();
        for (PaymentOutcome answer : answers) {
            attempt = attempt.askedAgain(NOON).after(answer, NOON);
        }
        Optional<PaymentOutcome> capture = answers.stream()
                .filter(answer -> answer instanceof PaymentOutcome.Succeeded)
                .findFirst();
        assertThat(attempt.captured()).isEqualTo(capture.map(answer -> ((PaymentOutcome.Succeeded) answer).captured()));
        boolean declined = capture.isEmpty() && answers.contains(NO);
        assertThat(attempt.state() == RechargeState.DECLINED).isEqualTo(declined);
        assertThat(attempt.state().isUnresolved()).isEqualTo(capture.isEmpty() && !declined);
        assertThat(attempt.request()).isEqualTo(recorded().request());
    }

    @Provide
    Arbitrary<List<PaymentOutcome>> answers() {
        return Arbitraries.of(
                        new PaymentOutcome.Succeeded(cents(500)),
                        new PaymentOutcome.Succeeded(cents(250)),
                        NO,
                        new PaymentOutcome.Pending(),
                        new PaymentOutcome.ActionRequired("confirm"),
                        new PaymentOutcome.NotAttempted("no line"),
                        new PaymentOutcome.Unknown("502"))
                .list()
                .ofMaxSize(8);
    }

    private static Recharge recorded() {
        return Recharge.recorded(Attempt.of(
                change(NOON),
                new IdempotencyKey("first"),
                RechargeKind.MANUAL,
                cents(500),
                PaymentToken.of("tok_visa")));
    }
}
