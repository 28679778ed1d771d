package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.RefusedException;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules P4, P5, P7 and P8 with many more threads at once than the pool has connections. */
class PostgresRaceTest {

    private static final BillingPlan STANDARD = BillingPlan.named("standard").monthly(Money.parse("USD 20.00"));
    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
    private static final int CROWD = 100;

    private final HikariDataSource pool = HostPool.of(TestDatabase.empty().url(), 8);
    private final PhoneUniteFixture host = PhoneUniteFixture.given()
            .store(PostgresStore.on(pool))
            .at("2026-01-31T15:00:00Z")
            .plans(STANDARD)
            .account(OpenAccount.named("First")
                    .owner("you@example.com")
                    .in("US", "America/New_York", "USD")
                    .on("standard"))
            .gateway(GatewayCapabilities.NONE
                    .remembersKeysFor(Duration.ofDays(1))
                    .with(GatewayAbility.LOOK_UP, GatewayAbility.NOTIFICATIONS))
            .card()
            .ready();

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void recharge(String key, String amount) {
        host.mine().recharge(key, Money.parse(amount));
    }

    private static void atOnce(int count, IntConsumer task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            FutureTask<Boolean> one = new FutureTask<>(() -> {
                start.await();
                task.accept(number);
                return true;
            });
            all.add(one);
            new Thread(one, "one of a crowd").start();
        }
        start.countDown();
        for (FutureTask<Boolean> one : all) {
            assertThat(one.get(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void verify(String balance) {
        assertThat(host.billing().actingAs("auditor").balance(host.account().id()))
                .isEqualTo(Money.parse(balance));
        assertThat(host.gateway().breaches()).isEmpty();
        AuditorModel.of(
                        host.store(),
                        host.gateway().book(),
                        AuditTerms.of(STANDARD).gateway(host.gateway().capabilities()))
                .quiet(host.clock().instant());
    }

    @Test
    void P5_aCrowdOnALowBalanceStartsOneRecharge() throws Exception {
        recharge("start", "USD 9.00");
        host.mine().autoRecharge(TO_FIFTY);
        atOnce(CROWD, i -> host.billing().run());
        host.billing().run();

        assertThat(host.gateway().book().captures()).hasSize(2);
        verify("USD 50.00");
    }

    @Test
    void P5_aManualAndAnAutomaticRechargeThatRaceAreNeverInsideTheGatewayTogether() throws Exception {
        recharge("start", "USD 9.00");
        host.mine().autoRecharge(TO_FIFTY);
        host.gateway().next(Fault.UNKNOWN_AFTER_CAPTURE);
        atOnce(CROWD / 2, i -> {
            if (i % 2 == 0) {
                host.billing().run();
            } else {
                rechargeOrBeRefused("by-hand-" + i % 5);
            }
        });
        host.clock().advance(Duration.ofMinutes(10));
        host.billing().reconcile();
        host.billing().run();

        assertThat(host.gateway().breaches()).isEmpty();
        long captured = host.gateway().book().netMinor(host.account().id());
        verify("USD " + captured / 100 + ".00");
    }

    private void rechargeOrBeRefused(String key) {
        try {
            recharge(key, "USD 5.00");
        } catch (RefusedException refused) {
            assertThat(refused.code()).isEqualTo("RECHARGE_UNRESOLVED");
        }
    }

    @Test
    void P8_responseLookUpReconciliationAndNotificationsThatRaceCreditOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "round-" + round;
            host.gateway().next(Fault.UNKNOWN_AFTER_CAPTURE);
            recharge(key, "USD 50.00");
            List<PaymentNotification> told = host.gateway().takeNotifications();
            host.clock().advance(Duration.ofMinutes(5));
            atOnce(8, i -> {
                switch (i % 4) {
                    case 0 -> recharge(key, "USD 50.00");
                    case 1 -> host.billing().reconcile();
                    default -> told.forEach(host.billing()::notified);
                }
            });
        }
        verify("USD 500.00");
    }

    @Test
    void P7_reconciliationByACrowdAsksOnce() throws Exception {
        host.gateway().next(Fault.UNKNOWN_AFTER_CAPTURE);
        recharge("first", "USD 50.00");
        host.clock().advance(Duration.ofMinutes(5));
        atOnce(CROWD / 4, i -> host.billing().reconcile());

        assertThat(host.gateway().calls()).isEqualTo(2);
        verify("USD 50.00");
    }
}
