package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.SandboxGateway;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage in one round trip: what it takes, what it leaves behind, and that it holds beside everything else. */
class PostgresPlainUsageTest {

    private final DataSource host = TestDatabase.empty().host();
    private final CountedSource counted = new CountedSource(host);
    private final PostgresStore store = PostgresStore.on(counted.dataSource());
    private final Billing billing = Billing.builder(store)
            .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
            .paymentGateway(SandboxGateway.create())
            .build();
    private final PhoneUnite phoneUnite =
            PhoneUnite.builder(store).billing(billing.organizations()).build();
    private final List<UserSession> sessions = new ArrayList<>();

    @BeforeEach
    void threeAccounts() {
        for (int i = 0; i < 3; i++) {
            sessions.add(phoneUnite.signIn(phoneUnite
                    .openAccount(OpenAccount.named("First")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard"))
                    .owner()));
            billing.of(sessions.get(i)).putPaymentMethodOnFile("tok_visa");
            billing.of(sessions.get(i)).recharge("start", Money.parse("USD 100.00"));
        }
    }

    private Usage usage(int account, String reference, String amount) {
        UserSession session = sessions.get(account);
        OrganizationId user = session.organizations().items().get(0).id();
        return Usage.of(session.accountId(), user, reference, Money.parse("USD " + amount));
    }

    private String byHand(String reference) {
        Usage usage = usage(0, reference, "0.01");
        return "SELECT new_sequence FROM phoneunite.post_usage('" + usage.account() + "', '" + usage.organization()
                + "', -1, 'USD', 'operator:hand', now(), now(), '" + reference + "')";
    }

    private static String only(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            assertThat(results.next()).isTrue();
            return String.valueOf(results.getObject(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void B10_usageIsRightWhateverIsolationIsTheHostsDefault(String isolation) throws Exception {
        TestDatabase database = TestDatabase.asItIs();
        database.execute("ALTER ROLE host_login SET default_transaction_isolation TO '" + isolation + "'");
        ExecutorService hosts = Executors.newFixedThreadPool(8);
        try (HikariDataSource pool = database.as("host_login", "")) {
            Billing strict = Billing.builder(PostgresStore.on(pool))
                    .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
                    .paymentGateway(SandboxGateway.create())
                    .build();
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
            for (int account : List.of(0, 1)) {
                assertThat(strict.actingAs("auditor")
                                .verify(sessions.get(account).accountId())
                                .differences())
                        .isEmpty();
            }
            assertThat(strict.actingAs("auditor").balance(sessions.get(0).accountId()))
                    .isEqualTo(Money.parse("USD 99.60"));
        } finally {
            hosts.shutdownNow();
            database.execute("ALTER ROLE host_login RESET default_transaction_isolation");
        }
    }

    /** The sums are counted by the host: a wrong one would move the balance by another amount than the entries say. */
    @Test
    void B3_sumsThatAreNotThoseOfWhatIsAskedPostNothing() throws SQLException {
        Usage usage = usage(0, "call", "0.01");
        String call = "SELECT count(*) FROM phoneunite.post_usages(false, ARRAY['" + usage.account()
                + "']::uuid[], '{USD}', ARRAY[now()], '{1}', ARRAY['" + usage.organization()
                + "']::uuid[], '{1}', ARRAY[%d]::bigint[], '{system}', ARRAY[now()],"
                + " ARRAY['by-hand-%d'], ARRAY[%d]::bigint[], ARRAY[%d]::bigint[], ARRAY[-1]::bigint[])";
        try (Connection connection = host.getConnection()) {
            assertThat(only(connection, call.formatted(-1, 1, 1, -1))).isEqualTo("1");
            assertThat(only(connection, call.formatted(-1, 2, 1, -2)))
                    .as("another total")
                    .isEqualTo("0");
            assertThat(only(connection, call.formatted(-1, 3, 2, -1)))
                    .as("another number")
                    .isEqualTo("0");
            assertThat(only(connection, call.formatted(1, 4, 1, 1)))
                    .as("a credit")
                    .isEqualTo("0");
        }
        assertThat(billing.actingAs("auditor").balance(sessions.get(0).accountId()))
                .isEqualTo(Money.parse("USD 99.99"));
    }

    /** Called by hand: places that are nowhere would have a part posted, or another account's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'[0:1]={%1$s,%2$s}', '{USD,USD}', ARRAY[now(),now()], '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{1}', '{-1}', '{-1}'",
                "'{%1$s}', '{}', ARRAY[now()], '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{1}', '{-1}', '{-1}'",
                "'{%1$s}', '{USD}', '{NULL}', '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{1}', '{-1}', '{-1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1,2}', '{%3$s,%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{1}', '{-1}', '{-1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s,%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{1}', '{-1}', '{-1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1,2}', '{-1,-1}', '{system,system}', ARRAY[now(),now()], '{a,b}', '{1,2}', '{-1,-2}', '{-1,-2}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1}', '{-1,-1}', '{system,system}', ARRAY[now(),now()], '{a,b}', '{1,2}', '{-1,-2}', '{-1,-2}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1,1}', '{-1,-1}', '{system}', ARRAY[now(),now()], '{a,b}', '{1,2}', '{-1,-2}', '{-1,-2}'"
            })
    void B3_placesThatAreNowherePostNothing(String arguments) throws SQLException {
        Usage first = usage(0, "call", "0.01");
        Usage second = usage(1, "call", "0.01");
        String call = "SELECT count(*) FROM phoneunite.post_usages(true, "
                + arguments.formatted(first.account(), second.account(), first.organization()) + ")";
        try (Connection connection = host.getConnection()) {
            assertThat(only(connection, call)).isEqualTo("0");
        }
        for (Usage untouched : List.of(first, second)) {
            assertThat(billing.actingAs("auditor").balance(untouched.account())).isEqualTo(Money.parse("USD 100.00"));
            assertThat(billing.actingAs("auditor").verify(untouched.account()).differences())
                    .isEmpty();
        }
    }

    @Test
    void I1_whoMayNotEnterTheRolesPostsNothing() throws SQLException {
        TestDatabase database = TestDatabase.asItIs();
        database.execute("DROP ROLE IF EXISTS nobodys_login", "CREATE ROLE nobodys_login LOGIN");
        try (HikariDataSource pool = database.as("nobodys_login", "");
                Connection connection = pool.getConnection()) {
            for (String call : List.of(
                    byHand("call"),
                    "SELECT * FROM phoneunite.post_usages(false, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')")) {
                assertThatThrownBy(() -> only(connection, call))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"))
                        .hasMessageContaining("role");
            }
        }
    }

    @Test
    void I1_aCallLeavesItsRoleAtItsEndAndNoSettings() throws SQLException {
        String standing = "SELECT current_user || coalesce(current_setting('phoneunite_at.account_id', true), '')"
                + " || coalesce(current_setting('phoneunite_at.account_ids', true), '')";
        try (Connection connection = host.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(only(connection, byHand("call"))).isNotEqualTo("null");
            assertThat(only(connection, standing)).isEqualTo("host_login");
            assertThatThrownBy(() -> only(connection, "SELECT count(*) FROM phoneunite.ledger_entry"))
                    .hasMessageContaining("permission denied");
            connection.rollback();
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
        for (UserSession session : sessions) {
            AccountId account = session.accountId();
            assertThat(billing.actingAs("auditor").verify(account).differences())
                    .isEmpty();
        }
    }

    /** Somebody holds the last of three accounts; the others are not held with it for as long as that takes. */
    @Test
    void B10_usageOfManyThatWaitsForOneAccountKeepsNobodyElseWaiting() throws Exception {
        List<Usage> calls = List.of(usage(0, "a", "0.01"), usage(1, "b", "0.01"), usage(2, "c", "0.01"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HandWritten hand = HandWritten.at(sessions.get(2).accountId().value(), "all")) {
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
