package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rules P4, P5 and P8 with many threads at once. */
class PaymentRaceTest {

    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");

    @Test
    void P5_aThousandThreadsOnALowBalanceStartOneRecharge() throws Exception {
        Story story = Story.withBalance("9.00");
        story.mine().autoRecharge(TO_FIFTY);
        atOnce(1_000, i -> {
            if (i % 2 == 0) {
                story.billing.run();
            } else {
                addOrBeRefused(story, "Organization " + i % 10);
            }
        });

        assertThat(story.gateway.book().captures())
                .filteredOn(one -> one.key().contains("/auto/"))
                .hasSizeLessThanOrEqualTo(11);
        verify(story);
    }

    @Test
    void P4_aThousandRunsOnALowBalanceStartOneRecharge() throws Exception {
        Story story = Story.withBalance("9.00");
        story.mine().autoRecharge(TO_FIFTY);
        atOnce(1_000, i -> story.billing.run());

        assertThat(story.gateway.book().captures()).hasSize(2);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        verify(story);
    }

    @Test
    void P5_aManualAndAnAutomaticRechargeThatRaceEndWithAtMostOneUnresolvedAttempt() throws Exception {
        for (int round = 0; round < 200; round++) {
            Story story = Story.withBalance("9.00");
            story.mine().autoRecharge(TO_FIFTY);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            story.gateway.watch(request -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
            });
            if (round % 3 == 0) {
                story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
            }
            atOnce(2, i -> {
                if (i == 0) {
                    story.billing.run();
                } else {
                    rechargeOrBeRefused(story);
                }
            });

            assertThat(story.snapshot().recharges().stream()
                            .filter(one -> one.state().isUnresolved()))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(most.get()).isEqualTo(1);
            story.clock.advance(java.time.Duration.ofMinutes(5));
            story.billing.reconcile();
            verify(story);
        }
    }

    @Test
    void P8_responseLookUpReconciliationAndNotificationsThatRaceCreditOnce() throws Exception {
        for (int round = 0; round < 100; round++) {
            Story story = Story.withCard();
            story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
            story.recharge("first", "50.00");
            List<PaymentNotification> told = story.gateway.takeNotifications();
            story.clock.advance(java.time.Duration.ofMinutes(5));
            atOnce(8, i -> {
                switch (i % 4) {
                    case 0 -> story.recharge("first", "50.00");
                    case 1 -> story.billing.reconcile();
                    default -> told.forEach(story.billing::notified);
                }
            });

            assertThat(story.balance()).isEqualTo(usd("50.00"));
            assertThat(story.entries()).hasSize(1);
            verify(story);
        }
    }

    @Test
    void P7_reconciliationOnSeveralHostsAsksOnce() throws Exception {
        Story story = Story.withCard();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.clock.advance(java.time.Duration.ofMinutes(5));
        atOnce(16, i -> story.billing.reconcile());

        assertThat(story.gateway.calls()).isEqualTo(2);
        verify(story);
    }

    private interface Task {
        void run(int number);
    }

    private static void atOnce(int count, Task task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            FutureTask<Boolean> one = new FutureTask<>(() -> {
                start.await();
                task.run(number);
                return true;
            });
            all.add(one);
            new Thread(one).start();
        }
        start.countDown();
        for (FutureTask<Boolean> one : all) {
            assertThat(one.get()).isTrue();
        }
    }

    private static void addOrBeRefused(Story story, String name) {
        try {
            story.you.addOrganization(name, "standard");
        } catch (RefusedException refused) {
            assertThat(refused.code())
                    .isIn("RECHARGE_UNRESOLVED", "ORGANIZATION_NAME_TAKEN", "BALANCE_TOO_LOW", "ACCOUNT_PAST_DUE");
        }
    }

    private static void rechargeOrBeRefused(Story story) {
        try {
            story.recharge("by-hand", "5.00");
        } catch (RefusedException refused) {
            assertThat(refused.code()).isEqualTo("RECHARGE_UNRESOLVED");
        }
    }

    private static void verify(Story story) {
        story.snapshot().verify();
        assertThat(story.gateway.breaches()).isEmpty();
        assertThat(Books.inTheLedger(story)).isEqualTo(story.gateway.book().netMinor(story.id()));
    }
}
