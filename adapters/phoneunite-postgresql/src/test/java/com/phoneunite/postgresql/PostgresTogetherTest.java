package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts in one transaction: what comes out is what comes out one by one, in a fraction of the trips. */
class PostgresTogetherTest {

    private static final BillingPlan FREE = BillingPlan.named("standard").monthly(Money.parse("USD 0.00"));

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final SpoiledSource spoiled = new SpoiledSource(TestDatabase.empty().host());
    private final CountedSource counted = new CountedSource(spoiled.dataSource());
    private final PostgresStore store = PostgresStore.on(counted.dataSource());
    private final Billing billing = Billing.builder(store)
            .plans(FREE)
            .paymentGateway(SandboxGateway.create())
            .clock(clock)
            .build();
    private final PhoneUnite phoneUnite = PhoneUnite.builder(store)
            .billing(billing.organizations())
            .clock(clock)
            .build();

    private List<AccountId> accounts(int count) {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(phoneUnite
                    .openAccount(OpenAccount.named("First")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard"))
                    .id());
        }
        return accounts;
    }

    private static List<String> paid() throws SQLException {
        return TestDatabase.asItIs().names("SELECT payload FROM phoneunite.event WHERE type LIKE '%FreePeriodPaid'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void B6_manyCustomersSeeWhatTheySeeInMemory(long seed) {
        ManyCustomers.Told inMemory = ManyCustomers.in(BillingStore.in(InMemoryStore.create()), seed, 14);
        ManyCustomers.Told told =
                ManyCustomers.in(PostgresStore.on(TestDatabase.empty().host()), seed, 14);
        assertThat(told.runs()).as("seed " + seed).isEqualTo(inMemory.runs());
        assertThat(told.refusals()).as("seed " + seed).isEqualTo(inMemory.refusals());
        assertThat(told.pages()).as("seed " + seed).isEqualTo(inMemory.pages());
        assertThat(told.entries()).as("seed " + seed).isEqualTo(inMemory.entries());
        assertThat(told.events()).as("seed " + seed).isEqualTo(inMemory.events());
    }

    @Test
    void B6_aRunTakesFewTripsForManyAccounts() throws SQLException {
        accounts(60);
        clock.advance(Duration.ofDays(20));
        long before = counted.sent();
        BillingRun.Result result = billing.run();
        assertThat(result.paid()).isEqualTo(60);
        assertThat(paid()).hasSize(60);
        assertThat(counted.sent() - before)
                .as("trips for 60 accounts: one by one it is more than 20 for each")
                .isLessThan(40);
    }

    @Test
    void B6_whatFailsTogetherIsBilledOneByOne() throws SQLException {
        List<AccountId> accounts = accounts(5);
        clock.advance(Duration.ofDays(20));
        TestDatabase.asItIs().execute("""
            INSERT INTO phoneunite.event SELECT account_id, position + 1, NULL, 'system', now(), 'x', '{}'
            FROM phoneunite.account_head WHERE account_id = '%s'\
            """.formatted(accounts.get(2)));
        BillingRun.Result result = billing.run();
        assertThat(result.failed()).containsExactly(accounts.get(2));
        assertThat(result.paid()).isEqualTo(4);
        assertThat(paid()).hasSize(4);
        assertThat(TestDatabase.asItIs().names("SELECT account_id FROM phoneunite.due_claim"))
                .as("leases are given back, but for who is set aside")
                .containsExactly(accounts.get(2).toString());
    }

    @Test
    void X1_whatTheWorkDidForAnAccountThatIsLeftAloneIsNotKept() throws SQLException {
        List<AccountId> accounts = accounts(3);
        Map<AccountId, Integer> told = store.unitOfWork().together(accounts, account -> {
            store.dueAccounts().schedule(account, Optional.empty());
            if (account.equals(accounts.get(1))) {
                throw new IllegalStateException("this one fails");
            }
            if (account.equals(accounts.get(2))) {
                store.users().find(account, UserId.parse("01990000-0000-7000-8000-000000000001"));
            }
            return 1;
        });
        assertThat(told).containsOnlyKeys(accounts.get(0));
        assertThat(TestDatabase.asItIs().names("SELECT account_id FROM phoneunite.due_account"))
                .containsExactlyInAnyOrder(
                        accounts.get(1).toString(), accounts.get(2).toString());
    }
}
