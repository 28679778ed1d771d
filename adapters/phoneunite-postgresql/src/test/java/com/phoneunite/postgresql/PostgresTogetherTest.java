package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.PaidTerms;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts in one transaction: what comes out is what comes out one by one, in a fraction of the trips. */
class PostgresTogetherTest {

    private static final BillingPlan FREE = BillingPlan.named("standard").monthly(Money.parse("USD 0.00"));

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final CountedSource counted = new CountedSource(TestDatabase.empty().host());
    private final PostgresStore store = PostgresStore.on(counted.dataSource());
    private final Billing billing = billing(store);
    private final PhoneUnite phoneUnite = PhoneUnite.builder(store)
            .billing(billing.organizations())
            .clock(clock)
            .build();

    private Billing billing(PostgresStore of) {
        return Billing.builder(of)
                .plans(FREE)
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
    }

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

    /** February's period has 28 days, and the one that begins in March 31: nothing else of the terms is new. */
    @Test
    void B9_aPeriodThatIsPaidAsBeforeHasItsOwnDays() {
        List<AccountId> accounts = accounts(2);
        clock.advance(Duration.ofDays(20));
        assertThat(billing.run().paid()).isEqualTo(2);
        clock.advance(Duration.ofDays(31));
        assertThat(billing.run().paid()).isEqualTo(2);
        for (AccountId account : accounts) {
            List<Subscription> due = store.unitOfWork()
                    .view(
                            account,
                            () -> store.subscriptions()
                                    .due(account, clock.instant().plus(Duration.ofDays(31))));
            assertThat(due).singleElement().satisfies(one -> {
                assertThat(one.nextPeriod()).isEqualTo(2);
                assertThat(one.paid().map(PaidTerms::daysLeft)).contains(31);
            });
        }
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
    void B6_whereTheDatabaseLocksNoRowsOfManyAccountsEachIsBilledAlone() throws SQLException {
        List<AccountId> accounts = accounts(5);
        PostgresStore refusing =
                PostgresStore.on(RefusingSource.of(TestDatabase.asItIs().host()));
        assertThat(refusing.unitOfWork().together(accounts, account -> 1)).isEmpty();
        clock.advance(Duration.ofDays(20));
        assertThat(billing(refusing).run().paid()).isEqualTo(5);
        assertThat(paid()).hasSize(5);
    }

    @Test
    void B6_anAccountThatSomebodyHoldsIsLeftAloneAndKeepsNoOtherWaiting() {
        List<AccountId> accounts = accounts(3);
        FutureTask<Map<AccountId, Integer>> step =
                new FutureTask<>(() -> store.unitOfWork().together(accounts, account -> 1));
        Map<AccountId, Integer> told = store.unitOfWork().change(accounts.get(1), () -> {
            new Thread(step, "a billing run").start();
            return within(Duration.ofSeconds(20), step);
        });
        assertThat(told).containsOnlyKeys(accounts.get(0), accounts.get(2));
    }

    private static <T> T within(Duration time, FutureTask<T> step) {
        try {
            return step.get(time.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("it waits for whoever holds an account", e);
        }
    }

    private UserSession ownerOf(AccountId account) {
        return phoneUnite.signIn(phoneUnite.account(account).orElseThrow().owner());
    }

    /** A closed organization has no subscription, and is not read ahead: nobody knows what its entries add up to. */
    @Test
    void B12_whatIsPostedForAnOrganizationThatWasNotReadAheadIsLeftAlone() {
        List<AccountId> accounts = accounts(2);
        AccountId account = accounts.get(0);
        UserSession you = ownerOf(account);
        billing.of(you).putPaymentMethodOnFile("tok_visa");
        billing.of(you).recharge("start", Money.parse("USD 100.00"));
        OrganizationId second = you.addOrganization("Second", "standard").id();
        billing.actingAs("meter").deductUsage(Usage.of(account, second, "call", Money.parse("USD 1.00")));
        you.closeOrganization(second);
        Posting late = new Posting(
                new Change(account, Actor.system(), clock.instant()),
                EntryKind.USAGE,
                Optional.of(second),
                Money.parse("USD 1.00"),
                "late",
                clock.instant());
        Map<AccountId, Boolean> told = store.unitOfWork()
                .together(accounts, one -> one.equals(account) ? store.ledger().post(late) != null : true);

        assertThat(told).containsOnlyKeys(accounts.get(1));
        assertThat(billing.actingAs("auditor").verify(account).differences()).isEmpty();
    }

    /** A run may come late, and find that something else is held since. */
    @Test
    void B5_whatWasHeldAtTheStartOfAPeriodIsReadThoughItChangedSince() {
        List<AccountId> accounts = accounts(2);
        AccountId account = accounts.get(0);
        UserSession you = ownerOf(account);
        OrganizationId first = you.organizations().items().get(0).id();
        you.switchTo(first).phoneNumbers().add("+12025550100");
        clock.advance(Duration.ofDays(20));
        HoldingFact since = new HoldingFact(account, first, HoldingKind.PHONE_NUMBER, clock.instant(), 7);
        Supplier<List<HoldingFact>> held = () -> {
            Subscription due = store.subscriptions().find(account, first).orElseThrow();
            return store.holdings().listSince(account, Map.of(first, due.nextDue()));
        };
        List<HoldingFact> alone = store.unitOfWork().change(account, () -> {
            store.holdings().save(since);
            return held.get();
        });
        assertThat(alone).extracting(HoldingFact::count).contains(1, 7);
        Map<AccountId, List<HoldingFact>> together =
                store.unitOfWork().together(accounts, one -> one.equals(account) ? held.get() : List.of());
        assertThat(together.getOrDefault(account, List.of())).containsExactlyInAnyOrderElementsOf(alone);
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
