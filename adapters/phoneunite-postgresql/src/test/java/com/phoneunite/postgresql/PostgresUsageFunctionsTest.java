package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.OrganizationId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that post usage, called by hand: places that are nowhere, and what is known, post nothing, and no call leaves anything behind. */
class PostgresUsageFunctionsTest {

    private static final Money BALANCE = Money.parse("USD 100.00");

    private static final String OF_TWO =
            "SELECT count(*)::text FROM phoneunite.post_usages(true, false, '{%s}', '{USD}',"
                    + " ARRAY[now()], '{1}', '{%s}', '{1,1}', '{-1,-1}', '{system,system}', ARRAY[now(), now()], ARRAY['one/%3$d', 'two/%3$d'],"
                    + " '{-1,-2}', '{-1,-2}', '{%3$d,%4$d}')";

    private final TestDatabase database = TestDatabase.empty();
    private final UsageCustomers customers = UsageCustomers.on(database.host(), 2, BALANCE.toString());
    private final AccountId account = customers.account(0);
    private final OrganizationId organization = customers.organization(0);
    private final BillingOperator auditor = customers.host().billing().actingAs("auditor");

    private static String only(Connection connection, String sql) throws SQLException {
        return HandWritten.firstColumn(connection, sql).get(0);
    }

    private static void assertRefused(Connection connection, String sql, String state) {
        assertThatThrownBy(() -> only(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    @AfterEach
    void theBooksAgree() {
        for (int customer : List.of(0, 1)) {
            assertThat(auditor.verify(customers.account(customer)).differences())
                    .isEmpty();
        }
    }

    /** The key is what refuses: who does not ask, and is not the first, keeps nothing. */
    @Test
    void B3_aReferenceThatIsKnownIsRefusedByItsKey() throws SQLException {
        try (Connection connection = database.host().getConnection()) {
            assertThat(only(connection, UsageByHand.alone(false, account, organization, "call")))
                    .isEqualTo("2");
            assertRefused(connection, UsageByHand.alone(false, account, organization, "call"), "23505");
            assertRefused(connection, UsageByHand.ofAccount(false, account, organization, "call"), "23505");
            assertRefused(connection, UsageByHand.together(false, account, organization, "call"), "23505");
            assertThat(only(connection, UsageByHand.together(false, account, organization, "another")))
                    .isEqualTo("2");
            assertThat(only(connection, UsageByHand.ofAccount(false, account, organization, "a-third")))
                    .isEqualTo("3");
        }
        assertThat(auditor.balance(account)).isEqualTo(Money.parse("USD 99.97"));
    }

    @Test
    void B3_whoAsksForAReferenceThatIsKnownPostsNothing() throws SQLException {
        try (Connection connection = database.host().getConnection()) {
            assertThat(only(connection, UsageByHand.alone(true, account, organization, "call")))
                    .isEqualTo("2");
            assertThat(HandWritten.firstColumn(connection, UsageByHand.alone(true, account, organization, "call")))
                    .containsOnlyNulls();
            assertThat(HandWritten.firstColumn(connection, UsageByHand.ofAccount(true, account, organization, "call")))
                    .isEmpty();
            assertThat(HandWritten.firstColumn(connection, UsageByHand.together(true, account, organization, "call")))
                    .isEmpty();
            assertThat(only(connection, UsageByHand.together(true, account, organization, "another")))
                    .isEqualTo("2");
            assertThat(only(connection, UsageByHand.ofAccount(true, account, organization, "a-third")))
                    .isEqualTo("3");
        }
        assertThat(auditor.balance(account)).isEqualTo(Money.parse("USD 99.97"));
    }

    /** Usage that leaves the threshold is plain, and any more is not, whether or not others are left out. */
    @Test
    void P4_usageIsPlainDownToTheThreshold() throws SQLException {
        try (Connection connection = database.host().getConnection()) {
            for (int belowBalance : List.of(1, 0)) {
                String end = "-" + belowBalance;
                String together = UsageByHand.together(true, account, organization, "together" + end);
                for (String call : List.of(
                        UsageByHand.alone(false, account, organization, "alone" + end),
                        UsageByHand.ofAccount(false, account, organization, "of-account" + end),
                        together,
                        together.replace("(true, false,", "(true, true,").replace("together-", "free-"))) {
                    database.execute("UPDATE phoneunite.account_head SET recharge_below_minor = balance_minor - "
                            + belowBalance + " WHERE account_id = '" + account + "'");
                    assertThat(HandWritten.firstColumn(connection, call))
                            .as(call)
                            .filteredOn(Objects::nonNull)
                            .hasSize(belowBalance);
                }
            }
        }
        assertThat(auditor.balance(account)).isEqualTo(Money.parse("USD 99.96"));
    }

    /** The clock of the host is months behind that of who calls by hand. */
    @Test
    void X3_anEventBehindUsageIsRecordedNoEarlier() throws SQLException {
        AccountBilling billing =
                customers.host().billing().of(customers.owners().get(0));
        List<String> calls = List.of(
                UsageByHand.alone(false, account, organization, "alone"),
                UsageByHand.ofAccount(false, account, organization, "of-account"),
                UsageByHand.together(false, account, organization, "together"));
        try (Connection connection = database.host().getConnection();
                Connection owner = database.owner().getConnection()) {
            for (int i = 0; i < calls.size(); i++) {
                assertThat(only(connection, calls.get(i))).isNotNull();
                billing.autoRecharge(
                        AutoRecharge.below("USD 1.0" + i).upTo("USD 50.00").atMostPerMonth("USD 500.00"));
                assertThat(only(owner, """
                        SELECT (SELECT recorded_at FROM phoneunite.event ORDER BY position DESC LIMIT 1) >=
                            (SELECT max(recorded_at) FROM phoneunite.ledger_entry)\
                        """)).as(calls.get(i)).isEqualTo("t");
            }
        }
    }

    /** The sums are counted by the host: a wrong one would move the balance by another amount than the entries say. */
    @Test
    void B3_sumsThatAreNotThoseOfWhatIsAskedPostNothing() throws SQLException {
        String call = "SELECT count(*)::text FROM phoneunite.post_usages(true, false, ARRAY['" + account
                + "']::uuid[], '{USD}', ARRAY[now()], '{1}', ARRAY['" + organization
                + "']::uuid[], '{1}', ARRAY[%d]::bigint[], '{system}', ARRAY[now()],"
                + " ARRAY['by-hand-%d'], ARRAY[%d]::bigint[], ARRAY[-1]::bigint[], ARRAY[%d]::bigint[])";
        try (Connection connection = database.host().getConnection()) {
            assertThat(only(connection, call.formatted(-1, 1, -1, 1))).isEqualTo("1");
            assertThat(only(connection, call.formatted(-1, 2, -2, 1)))
                    .as("another total")
                    .isEqualTo("0");
            assertThat(only(connection, call.formatted(-1, 3, -1, 2)))
                    .as("another number")
                    .isEqualTo("0");
            assertThat(only(connection, OF_TWO.formatted(account, organization, 1, 2)))
                    .as("numbers in their order")
                    .isEqualTo("1");
            assertThat(only(connection, OF_TWO.formatted(account, organization, -50, 2)))
                    .as("a number before the first")
                    .isEqualTo("0");
            assertThat(only(connection, call.formatted(1, 4, 1, 1)))
                    .as("a credit")
                    .isEqualTo("0");
        }
        assertThat(auditor.balance(account)).isEqualTo(Money.parse("USD 99.97"));
    }

    /** Places that are nowhere would have a part posted, or another account's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'[0:1]={%1$s,%2$s}', '{USD,USD}', ARRAY[now(),now()], '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{-1}', '{-1}', '{1}'",
                "'{%1$s}', '{}', ARRAY[now()], '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{-1}', '{-1}', '{1}'",
                "'{%1$s}', '{USD}', '{NULL}', '{1}', '{%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{-1}', '{-1}', '{1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1,2}', '{%3$s,%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{-1}', '{-1}', '{1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s,%3$s}', '{1}', '{-1}', '{system}', ARRAY[now()], '{a}', '{-1}', '{-1}', '{1}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1,2}', '{-1,-1}', '{system,system}', ARRAY[now(),now()], '{a,b}', '{-1,-2}', '{-1,-2}', '{1,2}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1}', '{-1,-1}', '{system,system}', ARRAY[now(),now()], '{a,b}', '{-1,-2}', '{-1,-2}', '{1,2}'",
                "'{%1$s}', '{USD}', ARRAY[now()], '{1}', '{%3$s}', '{1,1}', '{-1,-1}', '{system}', ARRAY[now(),now()], '{a,b}', '{-1,-2}', '{-1,-2}', '{1,2}'"
            })
    void B3_placesThatAreNowherePostNothing(String arguments) throws SQLException {
        String call = "SELECT count(*)::text FROM phoneunite.post_usages(true, true, "
                + arguments.formatted(account, customers.account(1), organization) + ")";
        try (Connection connection = database.host().getConnection()) {
            assertThat(only(connection, call)).isEqualTo("0");
        }
        assertThat(auditor.balance(account)).isEqualTo(BALANCE);
        assertThat(auditor.balance(customers.account(1))).isEqualTo(BALANCE);
    }

    /** What does not fit together of one account: the first is as it should be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "0; -2; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-2}'; '{-1}'",
                "0;  1; '{%s}'; '{1}'; '{1}'; '{system}'; '{2026-01-01}'; '{a}'; '{1}'; '{1}'",
                "0; -1; '{%s}'; '{1,1}'; '{-2,1}'; '{system,system}'; '{2026-01-01,2026-01-01}'; '{a,b}'; '{-2,-1}'; '{-2,-1}'",
                "0; -10000; '{%s}'; '{1}'; '{-10000}'; '{system}'; '{2026-01-01}'; '{a}'; '{-10000}'; '{-10000}'",
                "0; NULL; '{%s}'; '{}'; '{}'; '{}'; '{}'; '{}'; '{}'; '{}'",
                "0; -1; '{%s}'; '{1,1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system,system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{}'; '{a}'; '{-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a,b}'; '{-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1,-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; NULL",
                "0; -1; '{%s}'; '{1}'; NULL; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "U0B10; -1; '{}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "0; -1; '{%s,NULL}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "U0B10; -1; '{%s}'; '{2}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "U0B10; -2; '{%s}'; '{1,0}'; '{-1,-1}'; '{system,system}'; '{2026-01-01,2026-01-01}'; '{a,b}'; '{-1,-2}'; '{-1,-2}'",
                "U0B10; -1; '{%s}'; '{NULL}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-1}'; '{-1}'",
                "23502; -1; '{%s}'; '{1,1}'; '{-1,NULL}'; '{system,system}'; '{2026-01-01,2026-01-01}'; '{a,b}'; '{-1,-1}'; '{-1,-1}'",
                "23502; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{NULL}'; '{-1}'; '{-1}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{-2}'; '{-1}'",
                "0; -2; '{%s}'; '{1,1}'; '{-1,-1}'; '{system,system}'; '{2026-01-01,2026-01-01}'; '{a,b}'; '{-1,-1}'; '{-1,-2}'",
                "0; -1; '{%s}'; '{1}'; '{-1}'; '{system}'; '{2026-01-01}'; '{a}'; '{NULL}'; '{-1}'",
            },
            quoteCharacter = '"')
    void B3_ofOneAccountNothingIsPostedThatDoesNotFitTogether(ArgumentsAccessor given) throws SQLException {
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < given.size(); i++) {
            arguments.add(given.getString(i));
        }
        String call = "SELECT count(*)::text FROM phoneunite.post_usages_of_account(true, '" + account
                + "', 'USD', now(), " + String.join(", ", arguments).replace("%s", organization.toString()) + ")";
        String expected = given.getString(0);
        try (Connection connection = database.host().getConnection()) {
            if (expected.length() > 1) {
                assertRefused(connection, call, expected);
            } else {
                assertThat(only(connection, call)).isEqualTo(expected);
            }
        }
        assertThat(auditor.balance(account)).isEqualTo(expected.equals("1") ? Money.parse("USD 99.99") : BALANCE);
    }

    @Test
    void I1_whoMayNotEnterTheRolesPostsNothing() throws SQLException {
        database.execute("DROP ROLE IF EXISTS nobodys_login", "CREATE ROLE nobodys_login LOGIN");
        try (HikariDataSource pool = database.as("nobodys_login", "");
                Connection connection = pool.getConnection()) {
            assertRefused(connection, UsageByHand.alone(true, account, organization, "call"), "42501");
            assertRefused(connection, UsageByHand.ofAccount(true, account, organization, "call"), "42501");
            assertRefused(connection, UsageByHand.together(true, account, organization, "call"), "42501");
        }
        assertThat(auditor.balance(account)).isEqualTo(BALANCE);
    }

    @Test
    void I1_aCallLeavesItsRoleAtItsEndAndNoSettings() throws SQLException {
        String standing = "SELECT current_user || coalesce(current_setting('phoneunite_at.account_id', true), '')"
                + " || coalesce(current_setting('phoneunite_at.account_ids', true), '')";
        try (Connection connection = database.host().getConnection()) {
            connection.setAutoCommit(false);
            for (String call : List.of(
                    UsageByHand.alone(true, account, organization, "alone"),
                    UsageByHand.ofAccount(true, account, organization, "of-account"),
                    UsageByHand.together(true, account, organization, "together"))) {
                assertThat(HandWritten.firstColumn(connection, call)).hasSize(1);
                assertThat(only(connection, standing)).isEqualTo("host_login");
            }
            assertRefused(connection, "SELECT count(*) FROM phoneunite.ledger_entry", "42501");
            connection.rollback();
        }
    }
}
