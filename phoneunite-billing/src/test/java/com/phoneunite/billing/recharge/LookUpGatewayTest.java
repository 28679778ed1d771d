package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rules P6 and P7: what a question about a charge or a refund tells, and what it does not. */
class LookUpGatewayTest {

    private static final PaymentRequest CHARGE =
            new PaymentRequest(ACCOUNT, "key", PaymentToken.of("tok_visa"), cents(1));
    private static final RefundRequest REFUND = new RefundRequest(CHARGE, "refund", cents(1));

    @Test
    void P6_aLookUpThatFailsIsUnknownAndNotThatNothingIsFound() {
        BoundedGateway gateway = bounded(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> {
                    throw new IllegalStateException("broken");
                });
        assertThat(gateway.find(CHARGE)).containsInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.findRefund(REFUND)).containsInstanceOf(RefundOutcome.Unknown.class);
        assertThat(gateway.reversals(CHARGE)).isEmpty();
    }

    @Test
    void P7_thatTheQuestionWasNotSentSaysNothingOfWhatItAsksAbout() {
        BoundedGateway gateway = bounded(
                () -> Optional.of(new PaymentOutcome.NotAttempted("no line")),
                () -> Optional.of(new RefundOutcome.NotAttempted("no line")),
                List::of);
        assertThat(gateway.find(CHARGE)).containsInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.findRefund(REFUND)).containsInstanceOf(RefundOutcome.Unknown.class);
        assertThat(gateway.reversals(CHARGE)).contains(List.of());
    }

    @Test
    void P7_whatIsFoundIsToldAsItIs() {
        BoundedGateway found = bounded(
                () -> Optional.of(new PaymentOutcome.Pending()),
                () -> Optional.of(new RefundOutcome.Done()),
                () -> List.of(ReportedReversal.dispute("dp_1", cents(1))));
        assertThat(found.find(CHARGE)).contains(new PaymentOutcome.Pending());
        assertThat(found.findRefund(REFUND)).contains(new RefundOutcome.Done());
        assertThat(found.reversals(CHARGE)).contains(List.of(ReportedReversal.dispute("dp_1", cents(1))));
        BoundedGateway nothing = bounded(Optional::empty, Optional::empty, List::of);
        assertThat(nothing.find(CHARGE)).isEmpty();
        assertThat(nothing.findRefund(REFUND)).isEmpty();
    }

    @Test
    void P11_reversalsThatCannotBeAreNoAnswer() {
        BoundedGateway gateway =
                bounded(Optional::empty, Optional::empty, () -> List.of(ReportedReversal.dispute("dp_1", cents(0))));
        assertThat(gateway.reversals(CHARGE)).isEmpty();
    }

    private static BoundedGateway bounded(
            Supplier<Optional<PaymentOutcome>> charge,
            Supplier<Optional<RefundOutcome>> refund,
            Supplier<List<ReportedReversal>> reversals) {
        PaymentGateway gateway = new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return new CardOutcome.Rejected();
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                return new PaymentOutcome.Pending();
            }

            @Override
            public Optional<PaymentOutcome> find(PaymentRequest request) {
                return charge.get();
            }

            @Override
            public Optional<RefundOutcome> findRefund(RefundRequest request) {
                return refund.get();
            }

            @Override
            public List<ReportedReversal> reversals(PaymentRequest request) {
                return reversals.get();
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP);
            }
        };
        return new BoundedGateway(gateway, InMemoryStore.create().unitOfWork(), Duration.ofSeconds(60));
    }
}
