package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.cents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BoundedGatewayTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final InMemoryStore store = InMemoryStore.create();

    @Test
    void P5_oneCallTooManyIsProvablyNeverSent() throws Exception {
        CountDownLatch arrived = new CountDownLatch(BoundedGateway.MAX_CALLS);
        CountDownLatch release = new CountDownLatch(1);
        BoundedGateway gateway = bounded(LONG, () -> {
            arrived.countDown();
            await(release);
            return new PaymentOutcome.Succeeded(cents(1));
        });
        List<FutureTask<PaymentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < BoundedGateway.MAX_CALLS; i++) {
            FutureTask<PaymentOutcome> call = new FutureTask<>(() -> gateway.charge(request()));
            calls.add(call);
            new Thread(call).start();
        }
        arrived.await();

        assertThat(gateway.charge(request())).isInstanceOf(PaymentOutcome.NotAttempted.class);
        RefundRequest refund = new RefundRequest(request(), "refund", cents(1));
        assertThat(gateway.refund(refund)).isInstanceOf(RefundOutcome.NotAttempted.class);
        // Not "not found", which may be a no.
        assertThat(gateway.find(request())).containsInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.findRefund(refund)).containsInstanceOf(RefundOutcome.Unknown.class);
        release.countDown();
        for (FutureTask<PaymentOutcome> call : calls) {
            assertThat(call.get()).isInstanceOf(PaymentOutcome.Succeeded.class);
        }
        assertThat(gateway.charge(request())).isInstanceOf(PaymentOutcome.Succeeded.class);
    }

    @Test
    void P6_anInterruptedWaitIsUnknownAndTheThreadStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        BoundedGateway gateway = bounded(LONG, () -> {
            await(never);
            return new PaymentOutcome.Succeeded(cents(1));
        });

        Thread.currentThread().interrupt();
        PaymentOutcome outcome = gateway.charge(request());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(PaymentOutcome.Unknown.class);
    }

    @Test
    void P6_whatAGatewayThrowsIsUnknownAndItsMessageIsNotRepeated() {
        for (Throwable thrown : List.of(
                new IllegalStateException("tok_secret"), new StackOverflowError("tok_secret"), new Error("x"))) {
            BoundedGateway gateway = bounded(LONG, () -> {
                throw sneaky(thrown);
            });

            PaymentOutcome outcome = gateway.charge(request());
            assertThat(outcome).isInstanceOf(PaymentOutcome.Unknown.class);
            assertThat(outcome.toString())
                    .contains("failed with " + thrown.getClass().getName())
                    .doesNotContain("tok_secret");
        }
    }

    @Test
    void P5_aCallThatHangsKeepsNoHostFromEnding() {
        AtomicBoolean daemon = new AtomicBoolean();
        BoundedGateway gateway = bounded(LONG, () -> {
            daemon.set(Thread.currentThread().isDaemon());
            return new PaymentOutcome.Pending();
        });
        gateway.charge(request());

        assertThat(daemon).isTrue();
    }

    @Test
    void P5_aDeadlineIsMoreThanNothing() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatThrownBy(() -> bounded(none, () -> new PaymentOutcome.Pending()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void P5_noCallIsMadeInsideAUnitOfWork() {
        BoundedGateway gateway = bounded(LONG, () -> {
            throw new AssertionError("called inside a unit of work");
        });

        assertThatThrownBy(() -> store.unitOfWork().view(ACCOUNT, () -> gateway.charge(request())))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.unitOfWork()
                        .change(ACCOUNT, () -> gateway.describe(request().card())))
                .isInstanceOf(UnitOfWorkFault.class);
    }

    private BoundedGateway bounded(Duration deadline, Supplier<PaymentOutcome> answer) {
        PaymentGateway gateway = new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return new CardOutcome.Rejected();
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                return answer.get();
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE;
            }
        };
        return new BoundedGateway(gateway, store.unitOfWork(), deadline);
    }

    private static PaymentRequest request() {
        return new PaymentRequest(ACCOUNT, "key", PaymentToken.of("tok_visa"), cents(1));
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void P5_aDeadlineThatNobodyLivesToSeeIsOneToo() {
        BoundedGateway gateway =
                bounded(Duration.ofSeconds(Long.MAX_VALUE), () -> new PaymentOutcome.Succeeded(cents(1)));

        assertThat(gateway.charge(request())).isEqualTo(new PaymentOutcome.Succeeded(cents(1)));
    }
}
