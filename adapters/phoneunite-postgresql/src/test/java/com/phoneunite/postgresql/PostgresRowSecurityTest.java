package com.phoneunite.postgresql;

import static com.phoneunite.postgresql.TwoAccounts.account;
import static com.phoneunite.postgresql.TwoAccounts.organization;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.UserSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules I1 to I5 in the database: what hand-written SQL can do that stands in one organization of one account, or nowhere. */
class PostgresRowSecurityTest {

    private static final String NOT_ALLOWED = "42501";
    private static final String NO_SUCH_ROW = "23503";

    /** What every table of an organization has a row of, in both organizations of both accounts. */
    private static final List<String> OWNED = List.of(
            "organization",
            "administration",
            "membership",
            "invitation",
            "holding",
            "phone_number",
            "call_tree",
            "reference",
            "subscription",
            "event");

    private static final List<String> OF_ACCOUNT = List.of(
            "account_head", "account", "account_user", "recharge", "card_token", "due_account", "phone_number_holder");

    private static final List<String> BILLED = List.of(
            "account_head",
            "account",
            "organization",
            "subscription",
            "holding",
            "ledger_entry",
            "event",
            "due_account");

    /** What a posting and a billing run never do, also in the accounts that are listed. */
    private static final List<String> NOT_BILLED = List.of(
            "SELECT FROM card_token",
            "SELECT card FROM recharge",
            "UPDATE arrear SET left_minor = 0",
            "DELETE FROM usage_need",
            "UPDATE event SET actor = 'somebody else'",
            "UPDATE account_head SET currency = 'EUR'",
            "UPDATE account_head SET delivered = position");

    private final TwoAccounts both = TwoAccounts.begun();
    private final UserSession mine = both.mine();
    private final UserSession theirs = both.theirs();

    @Test
    void I1_whoStandsNowhereSeesNothing() throws SQLException {
        try (HandWritten app = HandWritten.as("phoneunite_app");
                HandWritten login = HandWritten.as("host_login")) {
            for (String table : all()) {
                assertThat(app.count(table)).as(table).isZero();
                assertThat(login.refusal("SELECT FROM phoneunite." + table))
                        .as(table)
                        .isEqualTo(NOT_ALLOWED);
            }
        }
    }

    @Test
    void I1_whoBillsSeesTheAccountsThatAreListedAndNoOther() throws SQLException {
        String rows = "SELECT DISTINCT account_id FROM ";
        try (HandWritten runner = HandWritten.as("phoneunite_runner")) {
            runner.write("SET LOCAL phoneunite_at.account_ids = '{" + account(mine) + "}'");
            assertThat(runner.refusal("SELECT FROM ledger_entry"))
                    .as("who may become the biller is not")
                    .isEqualTo(NOT_ALLOWED);
        }
        try (HandWritten biller = HandWritten.as("phoneunite_biller")) {
            for (String table : BILLED) {
                assertThat(biller.count(table)).as(table).isZero();
            }
            biller.write("SET LOCAL phoneunite_at.account_ids = '{" + account(mine) + "}'");
            for (String table : BILLED) {
                assertThat(biller.read(rows + table))
                        .as(table)
                        .containsExactly(account(mine).toString());
            }
            for (String needless : NOT_BILLED) {
                assertThat(biller.refusal(needless)).as(needless).isEqualTo(NOT_ALLOWED);
            }
            assertThat(biller.refusal("UPDATE ledger_entry SET signed_minor = 1"))
                    .isEqualTo(NOT_ALLOWED);
            assertThat(biller.refusal("UPDATE account_head SET account_id = '" + account(theirs) + "'"))
                    .isEqualTo(NOT_ALLOWED);
        }
    }

    @Test
    void I1_settingsThatAreEmptyAreNowhere() throws SQLException {
        try (HandWritten hand = HandWritten.at(account(mine), "")) {
            for (String table : OWNED) {
                assertThat(hand.count(table)).as(table).isZero();
            }
        }
    }

    @Test
    void I2_whoStandsInAnOrganizationReadsAndCountsItsRowsOnly() throws SQLException {
        UUID here = organization(mine, 1);
        try (HandWritten hand = HandWritten.in(account(mine), here)) {
            for (String table : OWNED) {
                assertThat(hand.read("SELECT DISTINCT organization_id FROM " + table))
                        .as(table)
                        .containsExactly(here.toString());
            }
            assertThat(hand.read("SELECT DISTINCT organization_id FROM ledger_entry"))
                    .containsExactly(here.toString());
            for (String table : OF_ACCOUNT) {
                assertThat(hand.read("SELECT DISTINCT account_id FROM " + table))
                        .as(table)
                        .containsExactly(account(mine).toString());
            }
        }
    }

    @Test
    void I2_noRowOfAnyoneElseIsChangedOrRemoved() throws SQLException {
        try (HandWritten hand = HandWritten.in(account(mine), organization(mine, 1))) {
            for (UUID other : List.of(organization(mine, 0), organization(theirs, 0), organization(theirs, 1))) {
                for (String table : OWNED) {
                    String where = " WHERE organization_id = '" + other + "'";
                    assertThat(hand.write("UPDATE " + table + " SET account_id = account_id" + where))
                            .as("update of " + table)
                            .isZero();
                    assertThat(touched(hand, "DELETE FROM " + table + where))
                            .as("delete from " + table)
                            .isZero();
                }
            }
            for (String table : OF_ACCOUNT) {
                String where = " WHERE account_id = '" + account(theirs) + "'";
                assertThat(hand.write("UPDATE " + table + " SET account_id = account_id" + where))
                        .as(table)
                        .isZero();
                assertThat(touched(hand, "DELETE FROM " + table + where))
                        .as(table)
                        .isZero();
            }
        }
    }

    /** How many rows; none where it is not allowed at all. */
    private static int touched(HandWritten hand, String sql) throws SQLException {
        return hand.refusal(sql).equals(NOT_ALLOWED) ? 0 : hand.write(sql);
    }

    @Test
    void I3_nothingIsMovedOrPutIntoAnotherOrganization() throws SQLException {
        try (HandWritten hand = HandWritten.in(account(mine), organization(mine, 1))) {
            for (UUID other : List.of(organization(mine, 0), organization(theirs, 0))) {
                for (String table : List.of("membership", "phone_number", "call_tree", "holding")) {
                    assertThat(hand.refusal("UPDATE " + table + " SET organization_id = '" + other + "'"))
                            .as("moving rows of " + table)
                            .isEqualTo(NOT_ALLOWED);
                }
                assertThat(hand.refusal("INSERT INTO reference VALUES ('" + account(mine) + "', '" + other
                                + "', 'extension:101', 'call_tree', 'x')"))
                        .isEqualTo(NOT_ALLOWED);
            }
            for (String table : OF_ACCOUNT) {
                assertThat(hand.refusal("UPDATE " + table + " SET account_id = '" + account(theirs) + "'"))
                        .as("handing over rows of " + table)
                        .isEqualTo(NOT_ALLOWED);
            }
        }
    }

    @Test
    void I3_aForeignKeyNeverLeadsOutOfTheOrganization() throws SQLException {
        try (HandWritten hand = HandWritten.at(account(mine), "all")) {
            String organization = organization(theirs, 1).toString();
            String user = theirs.user().toString();
            assertThat(hand.refusal("INSERT INTO membership VALUES ('" + account(mine) + "', '" + organization + "', '"
                            + mine.user() + "', '777', now())"))
                    .as("a membership of another account's organization")
                    .isEqualTo(NO_SUCH_ROW);
            assertThat(hand.refusal("INSERT INTO membership VALUES ('" + account(mine) + "', '" + organization(mine, 1)
                            + "', '" + user + "', '777', now())"))
                    .as("a membership of another account's user")
                    .isEqualTo(NO_SUCH_ROW);
        }
    }

    @Test
    void I5_whatIsUniqueTellsNothingOfOthers() throws SQLException {
        UUID here = organization(mine, 1);
        try (HandWritten hand = HandWritten.in(account(mine), here)) {
            String key = "'" + account(mine) + "', '" + here + "', ";
            // Ids, names, extensions and tokens that others have, taken from what only their owners see.
            for (UserSession other : List.of(mine, theirs)) {
                UUID elsewhere = organization(other, 0);
                String tree = seen(other, elsewhere, "SELECT id FROM call_tree");
                String hash = seen(theirs, organization(theirs, 0), "SELECT token_hash FROM invitation");
                assertThat(hand.refusal("INSERT INTO call_tree VALUES (" + key + "'call_tree', '" + tree
                                + "', 'x', 'other', now(), '{}')"))
                        .isEqualTo("accepted");
                assertThat(hand.refusal("INSERT INTO invitation VALUES (" + key + "'" + UUID.randomUUID()
                                + "', 'x@example.com', NULL, '" + hash + "', '" + mine.user() + "', now())"))
                        .isEqualTo("accepted");
            }
            assertThat(hand.refusal("INSERT INTO account_user VALUES ('" + account(mine) + "', '" + UUID.randomUUID()
                            + "', 'they@example.com', true, now())"))
                    .isEqualTo("accepted");
        }
    }

    @Test
    void T1_onlyThatANumberIsHeldIsToldAndNotByWhom() throws SQLException {
        try (HandWritten hand = HandWritten.in(account(mine), organization(mine, 1))) {
            assertThat(hand.refusal("INSERT INTO phone_number_holder VALUES ('+12025550122', '" + account(mine) + "')"))
                    .isEqualTo("23505");
            assertThat(hand.read("SELECT account_id FROM phone_number_holder WHERE number = '+12025550122'"))
                    .isEmpty();
        }
    }

    private static String seen(UserSession session, UUID organization, String sql) throws SQLException {
        try (HandWritten hand = HandWritten.in(account(session), organization)) {
            return hand.read(sql).get(0);
        }
    }

    @Test
    void B3_theAppNeverRewritesTheLedger() throws SQLException {
        try (HandWritten hand = HandWritten.at(account(mine), "all")) {
            assertThat(hand.count("ledger_entry")).isPositive();
            assertThat(hand.refusal("UPDATE ledger_entry SET signed_minor = 1")).isEqualTo(NOT_ALLOWED);
            assertThat(hand.refusal("DELETE FROM ledger_entry")).isEqualTo(NOT_ALLOWED);
            assertThat(hand.refusal("UPDATE account_head SET balance_minor = 0"))
                    .isEqualTo("23514");
            assertThat(hand.refusal("UPDATE account_head SET balance_minor = -1"))
                    .isEqualTo("23514");
            for (String after : List.of("0", "-1", "NULL")) {
                assertThat(hand.refusal(
                                "INSERT INTO ledger_entry SELECT account_id, sequence + 1, position + 1, kind, signed_minor, "
                                        + after
                                        + ", organization_id, organization_sum_minor, actor, happened_at, recorded_at, 'by-hand' "
                                        + "FROM ledger_entry ORDER BY sequence DESC LIMIT 1"))
                        .as(after)
                        .isEqualTo(after.equals("NULL") ? "23502" : "23514");
            }
        }
    }

    @Test
    void I1_theRunnerSeesWhereToLookAndNoFacts() throws SQLException {
        try (HandWritten hand = HandWritten.as("phoneunite_runner")) {
            assertThat(hand.read("SELECT account_id FROM account_head WHERE waiting"))
                    .hasSize(2);
            assertThat(hand.read("SELECT account_id FROM due_account WHERE directory = 'DUES'"))
                    .hasSize(2);
            assertThat(hand.refusal("SELECT balance_minor FROM account_head")).isEqualTo(NOT_ALLOWED);
            assertThat(hand.refusal("SELECT amount FROM recharge")).isEqualTo(NOT_ALLOWED);
            assertThat(hand.read("SELECT key FROM recharge")).isEmpty();
            assertThat(hand.refusal("UPDATE due_account SET due = now()")).isEqualTo(NOT_ALLOWED);
            List<String> unseen = new ArrayList<>(all());
            unseen.removeAll(List.of(
                    "account_head", "recharge", "refund", "reversal", "sound_content", "due_account", "due_claim"));
            for (String table : unseen) {
                assertThat(hand.refusal("SELECT FROM " + table)).as(table).isEqualTo(NOT_ALLOWED);
            }
        }
    }

    @Test
    void I1_aConnectionGoesBackToThePoolAsNobody() throws SQLException {
        mine.organizations();
        try (var connection = TestDatabase.asItIs().host().getConnection();
                var statement = connection.createStatement();
                var results = statement.executeQuery(
                        "SELECT current_user, current_setting('phoneunite_at.account_id', true)")) {
            assertThat(results.next()).isTrue();
            assertThat(results.getString(1)).isEqualTo("host_login");
            assertThat(results.getString(2)).isNullOrEmpty();
        }
    }

    private static List<String> all() throws SQLException {
        return TestDatabase.asItIs().names(HandWritten.TABLES);
    }
}
