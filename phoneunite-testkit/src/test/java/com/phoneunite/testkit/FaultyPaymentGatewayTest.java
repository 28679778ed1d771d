package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.NotificationFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The gateway of tests tells what really happened, and what must not have. */
class FaultyPaymentGatewayTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final FaultyPaymentGateway gateway = FaultyPaymentGateway.over(SandboxGateway.create())
            .declaring(GatewayCapabilities.NONE.remembersKeysFor(Duration.ofDays(1)));

    @Test
    void P5_itNotesACallThatIsMadeWhileTheAccountIsHeld() {
        InMemoryStore store = InMemoryStore.create();
        gateway.guarding(store.unitOfWork());
        gateway.charge(request("one", "5.00"));
        assertThat(gateway.breaches()).isEmpty();
        gateway.guarding(store.unitOfWork(), Duration.ofMillis(20));
        PaymentOutcome inside = store.unitOfWork().change(ACCOUNT, () -> gateway.charge(request("two", "5.00")));

        assertThat(inside).isInstanceOf(PaymentOutcome.Succeeded.class);
        assertThat(gateway.breaches()).singleElement().asString().startsWith("P5: a unit of work is open");
    }

    @Test
    void P7_aKeyThatItMayForgetIsChargedAgainAndNoted() {
        gateway.forgettingBy(clock);
        gateway.charge(request("one", "5.00"));
        clock.advance(Duration.ofDays(1).minusNanos(1_000));
        gateway.charge(request("one", "5.00"));
        assertThat(gateway.book().captures()).hasSize(1);
        assertThat(gateway.breaches()).isEmpty();
        clock.advance(Duration.ofNanos(1_000));
        gateway.charge(request("one", "5.00"));

        assertThat(gateway.book().captures()).hasSize(2);
        assertThat(gateway.breaches()).singleElement().asString().startsWith("P7");
    }

    @Test
    void P5_aKeyWithAnotherAmountIsNoted() {
        gateway.charge(request("one", "5.00"));
        gateway.charge(request("one", "6.00"));

        assertThat(gateway.breaches()).singleElement().asString().startsWith("P5");
        assertThat(gateway.book().netMinor(ACCOUNT)).isEqualTo(500);
    }

    @Test
    void P9_theBookKnowsWhatWasReallyCapturedWhateverWasTold() {
        gateway.next(Fault.OTHER_AMOUNT, Fault.PARTIAL_CAPTURE, Fault.DECLINED_NEVER, Fault.NOT_ATTEMPTED);
        gateway.charge(request("one", "5.00"));
        gateway.charge(request("two", "5.00"));
        gateway.charge(request("three", "5.00"));
        gateway.charge(request("four", "5.00"));

        assertThat(gateway.book().captures())
                .extracting(GatewayBook.Capture::amount)
                .containsExactly(Money.parse("USD 5.00"), Money.parse("USD 2.50"));
        assertThat(gateway.charge(request("three", "5.00"))).isInstanceOf(PaymentOutcome.Declined.class);
    }

    @Test
    void P5_theBookEntersOnceWhatSeveralThreadsChargeUnderOneKey() throws Exception {
        FaultyPaymentGateway gateway = FaultyPaymentGateway.over(SandboxGateway.create());
        int threads = 4;
        int keys = 2_000;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService hosts = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> all = Collections.nCopies(threads, () -> {
                for (int i = 0; i < keys; i++) {
                    together.await(10, TimeUnit.SECONDS);
                    gateway.charge(request("key-" + i, "5.00"));
                }
                return null;
            });
            for (Future<Void> one : hosts.invokeAll(all)) {
                one.get();
            }
        } finally {
            hosts.shutdownNow();
        }
        assertThat(gateway.book().captures())
                .extracting(GatewayBook.Capture::key)
                .hasSize(keys)
                .doesNotHaveDuplicates();
    }

    @Test
    void P8_whatBecomesOfANotificationIsScripted() {
        List<PaymentNotification> early = new ArrayList<>();
        gateway.deliverEarlyTo(early::add);
        gateway.nextNotification(NotificationFault.values());
        for (int i = 0; i < NotificationFault.values().length; i++) {
            gateway.charge(request("r" + i, "5.00"));
        }

        assertThat(early).hasSize(1);
        assertThat(gateway.takeLateNotifications()).hasSize(1);
        List<PaymentNotification> now = gateway.takeNotifications();
        assertThat(now).hasSize(4);
        assertThat(now.stream().filter(one -> gateway.verify(one).isPresent())).hasSize(3);
        assertThat(gateway.takeNotifications()).isEmpty();
    }

    @Test
    void P6_theSameSeedSpoilsTheSameCalls() {
        assertThat(outcomes(7)).isEqualTo(outcomes(7)).isNotEqualTo(outcomes(8));
    }

    @Test
    void P6_noMoreThanEveryCallIsSpoilt() {
        FaultyPaymentGateway gateway = FaultyPaymentGateway.over(SandboxGateway.create());
        for (int percent : new int[] {-1, 101}) {
            assertThatThrownBy(() -> gateway.seeded(1, percent))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("of a hundred calls 0 to 100 are spoilt, and not " + percent);
        }
        gateway.seeded(1, 0).seeded(1, 100);
    }

    private static List<String> outcomes(long seed) {
        FaultyPaymentGateway seeded =
                FaultyPaymentGateway.over(SandboxGateway.create()).seeded(seed, 50);
        return IntStream.range(0, 40)
                .mapToObj(i -> {
                    try {
                        return String.valueOf(seeded.charge(request("r" + i, "5.00")));
                    } catch (RuntimeException | Error e) {
                        return e.getClass().getName();
                    }
                })
                .toList();
    }

    private static PaymentRequest request(String key, String amount) {
        return new PaymentRequest(ACCOUNT, key, PaymentToken.of("tok_visa"), Money.parse("USD " + amount));
    }
}
