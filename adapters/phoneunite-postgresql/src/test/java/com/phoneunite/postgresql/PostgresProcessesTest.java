package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.audit.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules B5 and B6: several processes make a billing run at once, and one of them is killed. */
class PostgresProcessesTest {

    private static final int ORGANIZATIONS = Integer.getInteger("phoneunite.processes.organizations", 2_000);
    private static final int EACH = 5;
    private static final String NOW = "2026-03-05T15:00:00Z";

    /** What every account has in the end: its recharge, the first months of what was added, and one month of each organization. */
    private static final String ENTRIES = "RECHARGE" + ",PERIOD".repeat(EACH - 1 + EACH);

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void B5_eachPeriodIsChargedOnceByProcessesOfWhichOneIsKilled(int count) throws Exception {
        TestDatabase database = TestDatabase.empty();
        ManyAccounts accounts = new ManyAccounts(database, ORGANIZATIONS / EACH, EACH);
        List<BillingProcess> processes = new ArrayList<>();
        try (HandWritten hand = HandWritten.at(accounts.all().get(0).value(), "all")) {
            // Whom it waits for keeps it half-way: it has leased a hundred accounts, and billed some of them.
            hand.read("SELECT account_id FROM account_head FOR UPDATE");
            for (int i = 0; i < count; i++) {
                processes.add(BillingProcess.started(database.url(), NOW));
            }
            BillingProcess victim = processes.get(0);
            victim.run();
            victim.await("paid " + EACH);
            database.awaitSomebodyWaits();
            for (BillingProcess one : processes.subList(1, count)) {
                one.run();
            }
            victim.kill();
            hand.write("ROLLBACK");
            for (BillingProcess one : processes.subList(1, count)) {
                assertThat(one.await("over")).endsWith("failed 0 complete true");
            }
        } finally {
            processes.forEach(BillingProcess::close);
        }
        MutableClock clock = MutableClock.at(Instant.parse(NOW).plus(Duration.ofMinutes(10)));
        BillingRun.Result rest = Billing.builder(accounts.store())
                .plans(BillingProcess.STANDARD)
                .paymentGateway(accounts.gateway())
                .clock(clock)
                .build()
                .run();

        assertThat(rest.leftToOthers()).isZero();
        assertThat(rest.paid()).as("what the killed one had leased").isBetween(1, 100 * EACH);
        assertThat(database.names("""
            SELECT DISTINCT string_agg(kind, ',' ORDER BY sequence) FROM phoneunite.ledger_entry GROUP BY account_id\
            """)).containsExactly(ENTRIES);
        assertThat(database.names("SELECT count(*) FROM phoneunite.account_head WHERE entries = " + 2 * EACH))
                .containsExactly(String.valueOf(ORGANIZATIONS / EACH));
        Audit audit = accounts.audit();
        for (int i = 0; i < accounts.all().size(); i += 1 + accounts.all().size() / 100) {
            AccountId one = accounts.all().get(i);
            audit.touched(one, clock.instant());
        }
    }
}
