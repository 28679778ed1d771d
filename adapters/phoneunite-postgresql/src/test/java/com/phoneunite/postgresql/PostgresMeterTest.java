package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rule I1 where row-level security does not help: the functions that post usage enter a role that it lets through, over all accounts. What
 * that role may, who may enter it, and that a function is not made to do anything else in it.
 */
class PostgresMeterTest {

    private final TestDatabase database = TestDatabase.empty();
    private final UsageCustomers customers = UsageCustomers.on(database.host(), 2, "USD 100.00");

    private String alone(int account, int organization, String reference) {
        return UsageByHand.alone(true, customers.account(account), customers.organization(organization), reference);
    }

    private String ofAccount(int account, int organization, String reference) {
        return UsageByHand.ofAccount(true, customers.account(account), customers.organization(organization), reference);
    }

    private String together(int account, int organization, String reference) {
        return UsageByHand.together(true, customers.account(account), customers.organization(organization), reference);
    }

    private void assertNothingWasPosted() {
        assertThat(database.names("SELECT reference FROM phoneunite.ledger_entry WHERE kind = 'USAGE'"))
                .isEmpty();
        for (int customer : List.of(0, 1)) {
            assertThat(customers
                            .host()
                            .billing()
                            .actingAs("auditor")
                            .verify(customers.account(customer))
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void I1_theMeterMayWhatAPostingTakesAndNothingElse() {
        assertThat(database.names("""
            SELECT table_name || ' ' || privilege_type FROM information_schema.table_privileges
            WHERE grantee = 'phoneunite_meter' AND table_schema = 'phoneunite' ORDER BY 1\
            """))
                .containsExactly(
                        "account_head SELECT",
                        "ledger_entry INSERT",
                        "ledger_entry SELECT",
                        "organization SELECT",
                        "schema_version SELECT");
        assertThat(database.names("""
            SELECT table_name || ' ' || column_name FROM information_schema.column_privileges
            WHERE grantee = 'phoneunite_meter' AND privilege_type = 'UPDATE' ORDER BY 1\
            """))
                .containsExactly(
                        "account_head balance_minor",
                        "account_head entries",
                        "account_head last_at",
                        "account_head position",
                        "account_head recorded_at");
    }

    /** Whoever may be the meter may be the biller, too, of all accounts, which the runner lists. */
    @Test
    void I1_theMeterMayNothingThatTheBillerMayNot() {
        assertThat(database.names("""
            SELECT a.attrelid::regclass || ' ' || a.attname || ' ' || what
            FROM pg_attribute a, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS what
            WHERE a.attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'phoneunite'::regnamespace AND relkind = 'r')
                AND a.attnum > 0 AND NOT a.attisdropped
                AND has_column_privilege('phoneunite_meter', a.attrelid, a.attnum, what)
                AND NOT has_column_privilege('phoneunite_biller', a.attrelid, a.attnum, what)\
            """)).isEmpty();
    }

    @Test
    void I1_onlyWhoMayBeTheRunnerMayBeTheMeterAndIsItOnDemandOnly() throws SQLException {
        assertThat(database.names(
                        "SELECT member::regrole::text FROM pg_auth_members WHERE roleid = 'phoneunite_meter'::regrole"))
                .containsExactly("phoneunite_runner");
        assertThat(database.names(
                        "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'phoneunite_meter'::regrole"))
                .isEmpty();
        for (String role : List.of("phoneunite_app", "phoneunite_runner")) {
            assertThat(database.names("SELECT pg_has_role('" + role + "', 'phoneunite_meter', 'USAGE')::text"))
                    .as(role)
                    .containsExactly("false");
        }
    }

    /**
     * PostgreSQL runs what belongs to somebody else while it looks after tables: in a session of a superuser, who may enter every role.
     * There is a function of that kind in each index of an expression, and ANALYZE runs it, as autovacuum does by itself.
     */
    @Test
    void I1_whoMayNotEnterTheRolesPostsNothingByWhoeverLooksAfterTables() throws SQLException {
        database.execute(
                "DROP ROLE IF EXISTS hostile_login",
                "CREATE ROLE hostile_login LOGIN",
                "CREATE SCHEMA hostile AUTHORIZATION hostile_login",
                "GRANT USAGE ON SCHEMA hostile TO PUBLIC");
        try (HikariDataSource pool = database.as("hostile_login", "");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String call : List.of(alone(0, 0, "hostile"), ofAccount(0, 0, "hostile"), together(0, 0, "hostile"))) {
                statement.execute("DROP TABLE IF EXISTS hostile.bait; CREATE TABLE hostile.bait (i integer);"
                        + "INSERT INTO hostile.bait SELECT generate_series(1, 5);"
                        + "CREATE OR REPLACE FUNCTION hostile.evil(i integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN"
                        + " IF session_user <> 'hostile_login' THEN PERFORM (" + call + "); END IF; RETURN i; END $f$;"
                        + "CREATE INDEX ON hostile.bait (hostile.evil(i))");
                assertThatThrownBy(() -> database.execute("ANALYZE hostile.bait"))
                        .hasMessageContaining("cannot set parameter \"role\" within security-restricted operation");
            }
        } finally {
            database.execute("DROP SCHEMA hostile CASCADE", "DROP ROLE hostile_login");
        }
        assertNothingWasPosted();
    }

    /** Operators, types and tables that a session brings along are not taken for those of PostgreSQL or ours. */
    @Test
    void I1_whatASessionBringsAlongIsNotRunInTheRoleOfTheMeter() throws SQLException {
        database.execute("CREATE SCHEMA brought AUTHORIZATION host_login", "GRANT USAGE ON SCHEMA brought TO PUBLIC");
        try (HandWritten hand = HandWritten.as("host_login")) {
            hand.write(
                    "CREATE FUNCTION brought.lied(bigint, integer) RETURNS boolean LANGUAGE sql AS 'SELECT current_user = ''host_login'' OR 1 / 0 = 1';"
                            + "CREATE FUNCTION brought.lied(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT current_user = ''host_login'' OR 1 / 0 = 1';"
                            + "CREATE OPERATOR brought.< (LEFTARG = bigint, RIGHTARG = integer, FUNCTION = brought.lied);"
                            + "CREATE OPERATOR brought.= (LEFTARG = text, RIGHTARG = text, FUNCTION = brought.lied);"
                            + "CREATE TEMPORARY TABLE account_head (account_id uuid); CREATE TEMPORARY TABLE ledger_entry (account_id uuid);"
                            + "SET LOCAL search_path = brought, pg_temp, pg_catalog");
            assertThat(hand.read(alone(0, 0, "alone"))).containsExactly("2");
            assertThat(hand.read(together(1, 1, "together"))).containsExactly("1");
            assertThat(hand.read(ofAccount(1, 1, "of-account"))).containsExactly("2");
        } finally {
            database.execute("DROP SCHEMA brought CASCADE");
        }
    }

    @Test
    void I1_usageOfAnotherAccountsOrganizationIsNotPosted() throws SQLException {
        try (Connection connection = database.host().getConnection()) {
            assertThatThrownBy(() -> HandWritten.firstColumn(connection, alone(0, 1, "alone")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("U0B10"));
            assertThat(HandWritten.firstColumn(connection, ofAccount(0, 1, "of-account")))
                    .isEmpty();
            assertThat(HandWritten.firstColumn(connection, together(0, 1, "together")))
                    .isEmpty();
        }
        assertNothingWasPosted();
    }

    /** Row-level security is not in the way: what a call names is all that it comes to. */
    @Test
    void I1_aCallTouchesTheAccountsThatItNamesAndNoOther() throws SQLException {
        String others =
                "SELECT account_head::text FROM phoneunite.account_head WHERE account_id <> '" + customers.account(0)
                        + "' UNION ALL SELECT ledger_entry::text FROM phoneunite.ledger_entry WHERE account_id <> '"
                        + customers.account(0) + "' ORDER BY 1";
        List<String> before = database.names(others);
        try (Connection connection = database.host().getConnection()) {
            assertThat(HandWritten.firstColumn(connection, alone(0, 0, "alone")))
                    .containsExactly("2");
            assertThat(HandWritten.firstColumn(connection, together(0, 0, "together")))
                    .containsExactly("2");
            assertThat(HandWritten.firstColumn(connection, ofAccount(0, 0, "of-account")))
                    .containsExactly("3");
        }
        assertThat(database.names(others)).isEqualTo(before).hasSize(2);
    }
}
