package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.refusal.PhoneUniteFault;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing of the set-up is told when the store is built, in a sentence that a host can act on. */
class PostgresSetUpTest {

    private static final String CLOSED =
            "the schema phoneunite in the database postgres is closed to the login host_login:"
                    + " grant it USAGE of the schema, and EXECUTE of its functions";

    private static final String SEE = ": see \"Set-up\" in docs/postgresql.md";

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void X1_aSchemaThatIsNotThereIsNamedWithItsDatabase() {
        assertThatThrownBy(() ->
                        PostgresStore.builder(database.host()).schema("nowhere").build())
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessage(
                        "the schema nowhere in the database postgres is not there, or is not of this library" + SEE);
    }

    @Test
    void X1_aSchemaThatIsClosedToTheRoleIsNamed() {
        database.execute("CREATE SCHEMA closed_one", "CREATE TABLE closed_one.schema_version (version integer)");
        try {
            assertThatThrownBy(() -> PostgresStore.builder(database.host())
                            .schema("closed_one")
                            .build())
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessage("the schema closed_one in the database postgres is closed to the role phoneunite_app"
                            + SEE);
        } finally {
            database.execute("DROP SCHEMA closed_one CASCADE");
        }
    }

    @Test
    void X1_aSchemaThatIsClosedToTheLoginIsNamed() {
        database.execute("REVOKE USAGE ON SCHEMA phoneunite FROM PUBLIC");
        try {
            assertRefused("host_login", CLOSED);
        } finally {
            database.execute("GRANT USAGE ON SCHEMA phoneunite TO PUBLIC");
        }
    }

    @Test
    void X1_functionsThatAreClosedToTheLoginAreTold() {
        database.execute("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA phoneunite FROM PUBLIC");
        try {
            assertRefused("host_login", CLOSED);
        } finally {
            database.execute("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA phoneunite TO PUBLIC");
        }
    }

    @ParameterizedTest
    @CsvSource({"phoneunite_app, BYPASSRLS", "phoneunite_meter, SUPERUSER", "phoneunite_runner, BYPASSRLS"})
    void I1_aRoleThatNoPolicyHoldsIsTold(String role, String power) {
        database.execute("ALTER ROLE " + role + " " + power);
        try {
            assertRefused(
                    "host_login",
                    "the role " + role
                            + " in the database postgres is held by no policy: make it NOSUPERUSER NOBYPASSRLS");
        } finally {
            database.execute("ALTER ROLE " + role + " NO" + power);
        }
    }

    @ParameterizedTest
    @CsvSource({"account, DISABLE, ENABLE", "sound, NO FORCE, FORCE"})
    void I1_aTableWhoseRowsAreNotHeldIsTold(String table, String off, String on) {
        String change = "ALTER TABLE phoneunite." + table + " %s ROW LEVEL SECURITY";
        database.execute(change.formatted(off));
        try {
            assertRefused(
                    "host_login",
                    "row-level security is not forced on " + table
                            + " in the schema phoneunite in the database postgres: have the table ENABLE and FORCE it");
        } finally {
            database.execute(change.formatted(on));
        }
    }

    /** Since PostgreSQL 16 it is the grant that says whether it is inherited. */
    @ParameterizedTest
    @CsvSource({
        "phoneunite_runner, phoneunite_meter, GRANT phoneunite_meter TO phoneunite_runner",
        "phoneunite_runner, phoneunite_biller, GRANT phoneunite_biller TO phoneunite_runner",
        "phoneunite_app, phoneunite_meter, SELECT 1"
    })
    void I1_aRoleThatInheritsAnotherIsTold(String one, String other, String afterwards) {
        database.execute("REVOKE " + other + " FROM " + one, "GRANT " + other + " TO " + one + " WITH INHERIT TRUE");
        try {
            assertRefused(
                    "host_login",
                    "the role " + one + " inherits " + other
                            + " in the database postgres, and would see what is for that"
                            + " one alone: make it NOINHERIT, and grant it anew");
        } finally {
            database.execute("REVOKE " + other + " FROM " + one, afterwards);
        }
    }

    @ParameterizedTest
    @CsvSource({"phoneunite_app, phoneunite_runner", "phoneunite_runner, phoneunite_app"})
    void X1_aLoginThatLacksOneOfTheRolesIsNamed(String has, String lacks) {
        database.execute("CREATE ROLE half_login LOGIN NOINHERIT", "GRANT " + has + " TO half_login");
        try {
            assertRefused(
                    "half_login",
                    "the login half_login may not enter the role " + lacks + " in the database postgres" + SEE);
        } finally {
            database.execute("DROP ROLE half_login");
        }
    }

    @Test
    void X1_theRolesOfTheBillingRunAndOfUsageAreTriedToo() {
        for (String one : List.of("phoneunite_biller", "phoneunite_meter")) {
            database.execute("REVOKE " + one + " FROM phoneunite_runner");
            try {
                assertRefused(
                        "host_login",
                        "the login host_login may not enter the role " + one + " in the database postgres" + SEE);
            } finally {
                database.execute("GRANT " + one + " TO phoneunite_runner");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phoneunite_app", "phoneunite_runner", "phoneunite_biller", "phoneunite_meter"})
    void X1_aRoleThatIsNotThereIsNamed(String role) {
        database.execute("ALTER ROLE " + role + " RENAME TO another_one");
        try {
            assertRefused("host_login", "there is no role " + role + " for the database postgres" + SEE);
        } finally {
            database.execute("ALTER ROLE another_one RENAME TO " + role);
        }
    }

    private void assertRefused(String login, String message) {
        try (HikariDataSource pool = database.as(login, "")) {
            assertThatThrownBy(() -> PostgresStore.on(pool))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessage(message);
        }
    }

    @Test
    void X1_whyThereIsNoConnectionIsToldAsThePoolsCauseHasIt() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + database.port() + "/postgres?user=nobody_of_that_name");
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(500);
            assertThatThrownBy(() -> PostgresStore.on(pool))
                    .isInstanceOf(PostgresFault.class)
                    .hasMessageStartingWith("a connection failed")
                    .hasMessageContaining(", because: FATAL: ")
                    .hasMessageContaining("\"nobody_of_that_name\" does not exist");
        }
    }

    @Test
    void X1_ofWhyThereIsNoConnectionNoAddressIsToldAndOnlyFirstLines() {
        Throwable cause = new SQLException(
                "no driver for jdbc:postgresql://localhost/db?password=secret1\nDetail: secret2", "08001");
        String message = PostgresFault.ofNoConnection(new SQLTransientConnectionException("waited", "08001", cause))
                .getMessage();
        assertThat(message).isEqualTo("a connection failed (08001): waited, because: no driver for jdbc:…");
    }

    @Test
    void X1_causesThatGoRoundInACircleEnd() {
        SQLException one = new SQLException("one", "08006");
        one.initCause(new IllegalStateException("two", one));
        assertThat(PostgresFault.ofNoConnection(one)).hasMessage("a connection failed (08006): one, because: two");
    }
}
