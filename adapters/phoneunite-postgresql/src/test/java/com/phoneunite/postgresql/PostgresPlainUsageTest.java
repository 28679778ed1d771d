package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.refusal.PhoneUniteFault;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage in one round trip: what it takes, what it leaves behind, and that it holds beside everything else. */
class PostgresPlainUsageTest {

    private final DataSource host = TestDatabase.empty().host();
    private final CountedSource counted = new CountedSource(host);
    private final UsageCustomers customers = UsageCustomers.on(counted.dataSource(), 3, "USD 100.00");
    private final Billing billing = customers.host().billing();

    private Usage usage(int customer, String reference, String amount) {
        return customers.usage(customer, reference, amount);
    }

    private void assertTheBooksAgree(Billing host) {
        for (int customer = 0; customer < 3; customer++) {
            assertThat(host.actingAs("auditor")
                            .verify(customers.account(customer))
                            .differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void B10_usageIsRightWhateverIsolationIsTheHostsDefault(String isolation) throws Exception {
        TestDatabase database = TestDatabase.asItIs();
        database.execute("ALTER ROLE host_login SET default_transaction_isolation TO '" + isolation + "'");
        ExecutorService hosts = Executors.newFixedThreadPool(8);
        try (HikariDataSource pool = database.as("host_login", "")) {
            Billing strict = customers.billing(PostgresStore.on(pool));
            List<Future<List<UsageOutcome>>> told = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<Usage> calls = i % 2 == 0
                        ? List.of(usage(0, "call-" + i, "0.01"))
                        : List.of(usage(0, "call-" + i, "0.01"), usage(1, "call-" + i, "0.02"));
                told.add(hosts.submit(() -> strict.actingAs("meter").deductUsages(calls)));
            }
            for (Future<List<UsageOutcome>> one : told) {
                assertThat(one.get(1, TimeUnit.MINUTES)).hasOnlyElementsOfType(UsageOutcome.Deducted.class);
            }
            assertTheBooksAgree(strict);
            assertThat(strict.actingAs("auditor").balance(customers.account(0))).isEqualTo(Money.parse("USD 99.60"));
        } finally {
            hosts.shutdownNow();
            database.execute("ALTER ROLE host_login RESET default_transaction_isolation");
        }
    }

    @Test
    void B10_plainUsageIsOneRoundTrip() {
        Usage call = usage(0, "call", "0.01");
        List<Usage> calls = List.of(usage(0, "a", "0.01"), usage(1, "b", "0.01"), usage(2, "c", "0.02"));
        long before = counted.sent();
        billing.actingAs("meter").deductUsage(call);
        assertThat(counted.sent() - before).as("trips of one").isEqualTo(1);
        billing.actingAs("meter").deductUsages(calls);
        assertThat(counted.sent() - before).as("trips of one and of many").isEqualTo(2);
    }

    /** A host that goes on where it was killed sends what it sent before: each call of it would be an error in the database's log. */
    @Test
    void B3_manyKnownReferencesAreOneErrorOfTheDatabase() {
        for (int i = 0; i < 5; i++) {
            billing.actingAs("meter").deductUsage(usage(0, "call-" + i, "0.01"));
        }
        long before = counted.failed();
        for (int i = 0; i < 5; i++) {
            assertThat(billing.actingAs("meter").deductUsage(usage(0, "call-" + i, "0.01")))
                    .get()
                    .returns(2L + i, LedgerEntry::sequence);
        }
        assertThat(counted.failed() - before).isEqualTo(1);
    }

    @Test
    void B3_oneThatIsKnownKeepsNobodyElseFromBeingPostedTogether() {
        billing.actingAs("meter").deductUsage(usage(1, "b", "0.01"));
        List<Usage> calls = List.of(usage(0, "a", "0.01"), usage(1, "b", "0.01"), usage(2, "c", "0.02"));
        long before = counted.sent();
        List<UsageOutcome> outcomes = billing.actingAs("meter").deductUsages(calls);
        long first = counted.sent() - before;
        assertThat(outcomes.get(0)).isInstanceOf(UsageOutcome.Deducted.class);
        assertThat(outcomes.get(1)).isInstanceOf(UsageOutcome.DeductedBefore.class);
        assertThat(outcomes.get(2)).isInstanceOf(UsageOutcome.Deducted.class);
        List<Usage> further = List.of(usage(0, "d", "0.01"), usage(1, "b", "0.01"), usage(2, "e", "0.02"));
        long between = counted.sent();
        assertThat(billing.actingAs("meter").deductUsages(further).get(1))
                .isInstanceOf(UsageOutcome.DeductedBefore.class);
        long second = counted.sent() - between;
        assertThat(first - second).as("the call that was refused, once").isEqualTo(1);
        assertTheBooksAgree(billing);
    }

    /** A head has no balance before its first entry, and only then: whose was changed by hand, no credit is taken for the first. */
    @ParameterizedTest
    @ValueSource(strings = {"balance_minor = NULL", "entries = 0"})
    void B2_whereTheHeadOfALedgerWasChangedByHandNothingGoesOn(String change) {
        TestDatabase.asItIs()
                .execute("UPDATE phoneunite.account_head SET " + change + " WHERE account_id = '" + customers.account(0)
                        + "'");
        BillingOperator meter = billing.actingAs("meter");
        BillingStore store = customers.host().store();
        Instant now = customers.host().clock().instant();
        Posting credit = new Posting(
                new Change(customers.account(0), Actor.operator("meter"), now),
                EntryKind.RECHARGE,
                Optional.empty(),
                Money.parse("USD 1.00"),
                "credit",
                now);
        for (ThrowingCallable look : List.<ThrowingCallable>of(
                () -> meter.balance(customers.account(0)), () -> meter.verify(customers.account(0)))) {
            assertThatThrownBy(look)
                    .hasMessageContaining("B2")
                    .hasMessageContaining(customers.account(0).toString());
        }
        for (ThrowingCallable posting : List.<ThrowingCallable>of(
                () -> meter.deductUsage(usage(0, "a", "0.01")),
                () -> store.core()
                        .unitOfWork()
                        .change(customers.account(0), () -> store.ledger().post(credit)))) {
            assertThatThrownBy(posting).isInstanceOf(PhoneUniteFault.class);
        }
        assertThat(meter.deductUsage(usage(1, "b", "0.01"))).isPresent();
    }

    @Test
    void I1_nothingOfItStaysOnTheConnection() throws SQLException {
        billing.actingAs("meter").deductUsage(usage(0, "call", "0.01"));
        billing.actingAs("meter").deductUsages(List.of(usage(0, "a", "0.01"), usage(1, "b", "0.01")));
        for (int again = 0; again < 10; again++) {
            billing.actingAs("meter").deductUsages(List.of(usage(0, "call", "0.01")));
        }
        try (var connection = host.getConnection();
                var statement = connection.createStatement();
                var results = statement.executeQuery("""
                    SELECT current_user, coalesce(current_setting('phoneunite_at.account_id', true), ''),
                        coalesce(current_setting('phoneunite_at.account_ids', true), '')\
                    """)) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(results.next()).isTrue();
            assertThat(results.getString(1)).isEqualTo("host_login");
            assertThat(results.getString(2) + results.getString(3)).isEmpty();
        }
    }

    @Test
    void B3_postedAtOnceByManyEachReferenceIsPostedOnceAndTheBooksAgree() throws Exception {
        List<Future<List<UsageOutcome>>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int thread = 0; thread < 6; thread++) {
                Random random = new Random(thread);
                all.add(threads.submit(() -> {
                    List<UsageOutcome> outcomes = new ArrayList<>();
                    for (int step = 0; step < 30; step++) {
                        outcomes.addAll(billing.actingAs("meter").deductUsages(drawn(random)));
                    }
                    return outcomes;
                }));
            }
            long deducted = 0;
            for (Future<List<UsageOutcome>> one : all) {
                deducted += one.get().stream()
                        .filter(UsageOutcome.Deducted.class::isInstance)
                        .count();
            }
            assertThat(deducted)
                    .as("each reference is deducted for one caller, seeds 0 to 5")
                    .isEqualTo(TestDatabase.asItIs()
                            .names("SELECT reference FROM phoneunite.ledger_entry WHERE kind = 'USAGE'")
                            .size());
        } finally {
            threads.shutdownNow();
        }
        assertTheBooksAgree(billing);
    }

    /** Somebody holds the last of three accounts; the others are not held with it for as long as that takes. */
    @Test
    void B10_usageOfManyThatWaitsForOneAccountKeepsNobodyElseWaiting() throws Exception {
        List<Usage> calls = List.of(usage(0, "a", "0.01"), usage(1, "b", "0.01"), usage(2, "c", "0.01"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HandWritten hand = HandWritten.at(customers.account(2).value(), "all")) {
            hand.read("SELECT account_id FROM account_head FOR UPDATE");
            Future<List<UsageOutcome>> many =
                    threads.submit(() -> billing.actingAs("meter").deductUsages(calls));
            TestDatabase.asItIs().awaitSomebodyWaits();
            Future<Optional<LedgerEntry>> another =
                    threads.submit(() -> billing.actingAs("meter").deductUsage(usage(0, "another", "0.01")));
            assertThat(another.get(30, TimeUnit.SECONDS)).isPresent();
            hand.write("ROLLBACK");
            assertThat(many.get(1, TimeUnit.MINUTES)).hasSize(3).allMatch(UsageOutcome.Deducted.class::isInstance);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Usage> drawn(Random random) {
        List<Usage> usages = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            usages.add(usage(random.nextInt(3), "call-" + random.nextInt(100), "0.01"));
        }
        return usages;
    }
}
