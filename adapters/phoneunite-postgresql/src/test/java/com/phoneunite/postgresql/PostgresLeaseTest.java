package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.crash.CrashPoints;
import com.phoneunite.testkit.crash.PortWatch;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules B5 and B6: workers that die holding leases, and workers that wake after they have lost them. */
class PostgresLeaseTest {

    private static final int ACCOUNTS = 8;
    private static final Instant NOW = Instant.parse("2026-03-05T15:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestDatabase database = TestDatabase.empty();
    private final ManyAccounts accounts = new ManyAccounts(database, ACCOUNTS, 1);
    private final MutableClock clock = MutableClock.at(NOW);

    private Billing billing(BillingStore store) {
        return Billing.builder(store)
                .plans(BillingProcess.STANDARD)
                .paymentGateway(accounts.gateway())
                .clock(clock)
                .build();
    }

    private void verifyEachIsChargedOnce() {
        assertThat(database.names("""
            SELECT string_agg(kind, ',' ORDER BY sequence) FROM phoneunite.ledger_entry GROUP BY account_id\
            """)).hasSize(ACCOUNTS).containsOnly("RECHARGE,PERIOD");
        accounts.audit().everything(clock.instant());
    }

    @Test
    void B6_whereverAWorkerDiesWithItsLeasesTheNextRunAfterThemFinishes() {
        CrashPoints counted = CrashPoints.once();
        long before = counted.passed();
        billing(counted.over(accounts.store())).run();
        long points = counted.passed() - before;
        for (long at = 0; at < points; at += 1 + points / 12) {
            PostgresLeaseTest again = new PostgresLeaseTest();
            again.diesAfter(at);
        }
    }

    private void diesAfter(long points) {
        CrashPoints dead = CrashPoints.killing();
        Billing dying = billing(dead.over(accounts.store()));
        dead.crashAfter(points);
        try {
            dying.run();
        } catch (CrashPoints.Crash e) {
            assertThat(dead.wasReached()).isTrue();
        }
        Billing next = billing(accounts.store());
        BillingRun.Result early = next.run();
        assertThat(early.failed()).isEmpty();
        clock.advance(LEASE);
        assertThat(next.run().leftToOthers()).isZero();
        verifyEachIsChargedOnce();
    }

    /** Falls asleep before its first change, for longer than its leases, while another host makes a whole run. */
    private final class Sleeper implements PortWatch {

        private final Billing other;
        private boolean hasSlept;
        private int paidMeanwhile;

        Sleeper(Billing other) {
            this.other = other;
        }

        @Override
        public void before(Method call) {
            if (call.getName().equals("change") && !hasSlept) {
                hasSlept = true;
                clock.advance(LEASE);
                paidMeanwhile = other.run().paid();
            }
        }

        @Override
        public void after(Method call) {}
    }

    @Test
    void B5_aWorkerThatWakesAfterItHasLostItsLeasesChargesNothing() {
        Sleeper sleeper = new Sleeper(billing(accounts.store()));
        BillingRun.Result woken =
                billing(PortWatch.over(accounts.store(), sleeper)).run();
        assertThat(sleeper.paidMeanwhile).isEqualTo(ACCOUNTS);
        assertThat(woken.paid()).isZero();
        assertThat(woken.failed()).isEmpty();
        verifyEachIsChargedOnce();
    }

    @Test
    void B6_aLeaseOfOneWhoIsGoneIsLeftAloneUntilItRunsOut() {
        List<AccountId> two = accounts.all().subList(0, 2);
        assertThat(accounts.store().dueAccounts().lease(two, NOW, NOW.plus(LEASE)))
                .hasSize(2);
        Billing next = billing(accounts.store());
        BillingRun.Result early = next.run();
        assertThat(early.paid()).isEqualTo(ACCOUNTS - 2);
        assertThat(early.leftToOthers()).isEqualTo(2);
        clock.advance(LEASE);
        assertThat(next.run().paid()).isEqualTo(2);
    }
}
