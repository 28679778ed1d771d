package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.UserSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules I1 to I5 against every table that the catalogue tells of: a new one is attacked without anybody thinking of it. */
class PostgresAttackTest {

    private static final String NOT_ALLOWED = "42501";

    private final TwoAccounts both = TwoAccounts.withEverything();
    private final UserSession mine = both.mine();
    private final UUID account = TwoAccounts.account(mine);
    private final UUID here = TwoAccounts.organization(mine, 1);
    private final UUID elsewhere = TwoAccounts.organization(mine, 0);
    private final UUID theirs = TwoAccounts.account(both.theirs());

    @Test
    void I1_nothingIsDoneToAnotherAccountAndNothingIsLearntOfIt() throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (RowAttacks attacks = new RowAttacks(account, here)) {
            for (String table : tables()) {
                breaches.addAll(attacks.againstAccount(table, theirs));
            }
        }
        assertThat(breaches)
                .as("a number is held once in the whole system (T1)")
                .containsExactly("phone_number_holder: learns from a unique key");
    }

    @Test
    void I2_nothingIsDoneToAnotherOrganizationOfTheAccount() throws SQLException {
        List<String> breaches = new ArrayList<>();
        List<String> attacked = new ArrayList<>();
        try (RowAttacks attacks = new RowAttacks(account, here)) {
            for (String table : tables()) {
                if (attacks.isOfOrganizations(table)) {
                    attacked.add(table);
                    breaches.addAll(attacks.againstOrganization(table, elsewhere));
                }
            }
        }
        assertThat(attacked).hasSizeGreaterThan(15);
        assertThat(breaches)
                .as("what is unique in the account: positions, references, hashes of tokens, numbers, names of"
                        + " organizations")
                .containsExactly(
                        "event: learns from a unique key",
                        "invitation: learns from a unique key",
                        "ledger_entry: learns from a unique key",
                        "organization: learns from a unique key",
                        "phone_number: learns from a unique key",
                        "plan_exchange: learns from a unique key");
    }

    @Test
    void I3_noForeignKeyLeadsToWhatIsAnotherAccounts() throws SQLException {
        List<String> keys = TestDatabase.asItIs().names("""
            SELECT conrelid::regclass || ' ' || a.attname || ' ' || confrelid::regclass || ' ' || b.attname FROM pg_constraint
            JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[cardinality(conkey)]
            JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = confkey[cardinality(confkey)]
            WHERE contype = 'f' AND connamespace = 'phoneunite'::regnamespace AND cardinality(conkey) > 1 ORDER BY 1\
            """);
        assertThat(keys).hasSizeGreaterThan(15);
        try (HandWritten hand = HandWritten.at(account, "all")) {
            hand.write("SET CONSTRAINTS ALL IMMEDIATE");
            for (String key : keys) {
                String[] parts = key.split(" ", -1);
                String value = TestDatabase.asItIs()
                        .names("SELECT " + parts[3] + " FROM " + parts[2] + " WHERE account_id = '" + theirs
                                + "' LIMIT 1")
                        .get(0);
                String one = " WHERE ctid = (SELECT ctid FROM " + parts[0] + " LIMIT 1)";
                assertThat(hand.refusal("UPDATE " + parts[0] + " SET " + parts[1] + " = '" + value + "'" + one))
                        .as(key)
                        .isIn("23503", NOT_ALLOWED);
            }
        }
    }

    @Test
    void I1_noRoleEmptiesATableOrTakesItsPoliciesOff() throws SQLException {
        for (String role : List.of("phoneunite_app", "phoneunite_runner", "host_login")) {
            try (HandWritten hand = HandWritten.as(role)) {
                for (String table : tables()) {
                    String name = "phoneunite." + table;
                    for (String sql : List.of(
                            "TRUNCATE " + name + " CASCADE",
                            "ALTER TABLE " + name + " DISABLE ROW LEVEL SECURITY",
                            "CREATE POLICY open ON " + name + " USING (true)",
                            "DROP TABLE " + name + " CASCADE")) {
                        assertThat(hand.refusal(sql)).as("%s as %s", sql, role).isEqualTo(NOT_ALLOWED);
                    }
                }
            }
        }
    }

    @Test
    void I1_theRunnerWritesClaimsAndNothingElse() throws SQLException {
        try (HandWritten hand = HandWritten.as("phoneunite_runner")) {
            List<String> written = new ArrayList<>();
            for (String table : tables()) {
                List<String> tried = List.of(
                        "DELETE FROM " + table,
                        "UPDATE " + table + " SET account_id = account_id",
                        "INSERT INTO " + table + " DEFAULT VALUES");
                for (String sql : tried) {
                    if (!hand.refusal(sql).equals(NOT_ALLOWED)) {
                        written.add(sql);
                    }
                }
            }
            assertThat(written).hasSize(3).allMatch(sql -> sql.contains(" due_claim"));
        }
    }

    /** That a table is attacked at all is seen by one that nothing guards. */
    @Test
    void I1_aTableWithoutPoliciesIsFound() throws SQLException {
        try (RowAttacks attacks = new RowAttacks(account, here)) {
            attacks.asOwner("CREATE TABLE unguarded (account_id uuid, organization_id uuid, number integer UNIQUE)");
            attacks.asOwner("INSERT INTO unguarded VALUES ('" + theirs + "', '" + elsewhere + "', 1), ('" + account
                    + "', '" + here + "', 2)");
            assertThat(attacks.againstAccount("unguarded", theirs))
                    .containsExactly("unguarded: one's own rows are not seen");
            attacks.asOwner("GRANT ALL ON unguarded TO phoneunite_app");
            for (List<String> breaches : List.of(
                    attacks.againstAccount("unguarded", theirs), attacks.againstOrganization("unguarded", elsewhere))) {
                assertThat(breaches)
                        .containsExactly(
                                "unguarded: reads",
                                "unguarded: counts",
                                "unguarded: updates",
                                "unguarded: deletes",
                                "unguarded: hands over its own",
                                "unguarded: puts in",
                                "unguarded: learns from ON CONFLICT",
                                "unguarded: learns from a unique key");
            }
        }
    }

    /** Every table but those that hold no fact of anybody. */
    private static List<String> tables() throws SQLException {
        return TestDatabase.asItIs().names(HandWritten.TABLES);
    }
}
