package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule B10: what the functions that post usage look at, and leave to a unit of work, whenever it came to be so. */
class PostgresUsageLooksTest {

    private static final Money BALANCE = Money.parse("USD 100.00");

    private final TestDatabase database = TestDatabase.empty();
    private final UsageCustomers customers = UsageCustomers.on(database.host(), 1, BALANCE.toString());
    private final AccountId account = customers.account(0);
    private final OrganizationId organization = customers.organization(0);
    private final AccountBilling billing =
            customers.host().billing().of(customers.owners().get(0));
    private final BillingOperator auditor = customers.host().billing().actingAs("auditor");

    @AfterEach
    void nothingWasPosted() {
        assertThat(auditor.balance(account)).isEqualTo(BALANCE);
        assertThat(auditor.verify(account).differences()).isEmpty();
    }

    /** What takes more than one step is told apart without an error in the log, unless it came to be so meanwhile. */
    @Test
    void B10_manyUsagesAreLeftAloneWhereMoreIsToBeDecided() throws SQLException {
        List<String> calls = List.of(
                UsageByHand.ofAccount(true, account, organization, "of-account"),
                UsageByHand.together(true, account, organization, "together"));
        try (Connection connection = database.host().getConnection()) {
            for (String call : calls) {
                assertThat(HandWritten.firstColumn(connection, call.replace("USD", "EUR")))
                        .as("another currency")
                        .isEmpty();
            }
            database.execute(
                    "UPDATE phoneunite.organization SET state = 'CLOSED' WHERE account_id = '" + account + "'");
            for (String call : calls) {
                assertThat(HandWritten.firstColumn(connection, call))
                        .as("closed")
                        .isEmpty();
            }
            database.execute(
                    "UPDATE phoneunite.organization SET state = 'ACTIVE' WHERE account_id = '" + account + "'");
            billing.autoRecharge(
                    AutoRecharge.below("USD 100.00").upTo("USD 500.00").atMostPerMonth("USD 500.00"));
            for (String call : calls) {
                assertThat(HandWritten.firstColumn(connection, call))
                        .as("to be recharged")
                        .isEmpty();
            }
            assertThat(HandWritten.firstColumn(
                            connection, UsageByHand.alone(false, account, organization, "to-be-recharged")))
                    .containsOnlyNulls();
        }
    }

    /** The threshold stands where the balance stands, which says in one look whether usage is plain. */
    @Test
    void P4_theHeadHasTheThresholdOfTheSettingThatHolds() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            String head = "SELECT 'below ' || coalesce(recharge_below_minor, 0) FROM phoneunite.account_head"
                    + " WHERE account_id = '" + account + "'";
            assertThat(HandWritten.firstColumn(connection, head).get(0)).isEqualTo("below 0");
            billing.autoRecharge(
                    AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
            assertThat(HandWritten.firstColumn(connection, head).get(0)).isEqualTo("below 100");
            billing.autoRecharge(
                    AutoRecharge.below("USD 2.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
            assertThat(HandWritten.firstColumn(connection, head).get(0)).isEqualTo("below 200");
            billing.removeAutoRecharge();
            assertThat(HandWritten.firstColumn(connection, head).get(0)).isEqualTo("below 0");
        }
    }

    /** Whoever changed it by hand would have usage posted that nobody recharges for. */
    @Test
    void P4_aThresholdThatWasChangedByHandIsTold() {
        billing.autoRecharge(AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        database.execute("UPDATE phoneunite.account_head SET recharge_below_minor = NULL");

        assertThatThrownBy(billing::autoRecharge)
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessage("account " + account
                        + ": usage is held to another threshold than that of its auto-recharge (P4)");
        assertThat(customers.host().billing().run().failed()).containsExactly(account);
    }

    private static Stream<UnaryOperator<String>> whatChangesMeanwhile() {
        return Stream.of(
                id -> "UPDATE phoneunite.organization SET state = 'CLOSED' WHERE account_id = '" + id + "'",
                id -> "UPDATE phoneunite.account_head SET recharge_below_minor = 10000 WHERE account_id = '" + id
                        + "'");
    }

    /** An organization is closed, or a threshold moved, by who holds the account: it was otherwise when the call began. */
    @ParameterizedTest
    @MethodSource("whatChangesMeanwhile")
    void B10_whatIsLookedAtIsWhatIsThereOnceTheAccountIsHeld(UnaryOperator<String> change) throws Exception {
        billing.autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            for (String call : List.of(
                    UsageByHand.alone(true, account, organization, "alone"),
                    UsageByHand.ofAccount(true, account, organization, "of-account"),
                    UsageByHand.together(true, account, organization, "together"))) {
                try (Connection other = database.owner().getConnection();
                        Connection connection = database.host().getConnection();
                        Statement statement = other.createStatement()) {
                    other.setAutoCommit(false);
                    statement.execute(
                            "SELECT FROM phoneunite.account_head WHERE account_id = '" + account + "' FOR UPDATE");
                    Future<List<String>> told = threads.submit(() -> {
                        try {
                            return HandWritten.firstColumn(connection, call);
                        } catch (SQLException e) {
                            return List.of(e.getSQLState());
                        }
                    });
                    database.awaitSomebodyWaits();
                    statement.execute(change.apply(account.toString()));
                    other.commit();
                    assertThat(told.get(1, TimeUnit.MINUTES))
                            .as(call)
                            .filteredOn(Objects::nonNull)
                            .isSubsetOf("U0B10");
                }
                database.execute(
                        "UPDATE phoneunite.organization SET state = 'ACTIVE' WHERE account_id = '" + account + "'",
                        "UPDATE phoneunite.account_head SET recharge_below_minor = 1000 WHERE account_id = '" + account
                                + "'");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
