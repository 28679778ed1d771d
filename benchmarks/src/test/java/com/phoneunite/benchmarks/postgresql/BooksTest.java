package com.phoneunite.benchmarks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What was measured counts only where it was done: books that are wrong are found. */
class BooksTest {

    /** Past the triggers that keep entries as they are. */
    private static final String CHANGE = "SET session_replication_role = replica; UPDATE ";

    @Test
    void X1_whatIsWrongInTheBooksOfEitherIsFound() throws Exception {
        try (Server server = new Server();
                Connection connection = server.owner()) {
            new World(server, 3, 1).fill();
            server.execute(Postings.TABLES);
            Books.requireRight(connection);
            Books.requireRightByHand(connection);
            Runs.requireSame(server);
            for (String wrong : List.of(
                    "balance_after_minor = balance_after_minor - 1",
                    "organization_sum_minor = organization_sum_minor - 1",
                    "reference = reference || '/2'",
                    "happened_at = happened_at + interval '1 day'")) {
                server.execute(CHANGE + "floor.ledger_entry SET " + wrong);
                assertThatThrownBy(() -> Runs.requireSame(server)).as(wrong).hasMessageContaining("by hand");
                server.execute("SET session_replication_role = replica; DELETE FROM floor.ledger_entry; "
                        + "INSERT INTO floor.ledger_entry SELECT * FROM phoneunite.ledger_entry");
                Runs.requireSame(server);
            }
            server.execute(CHANGE + "phoneunite.account_head SET balance_minor = balance_minor - 1");
            assertThatThrownBy(() -> Books.requireRight(connection))
                    .hasMessage("3 accounts are wrong through the front door");
        }
    }

    /** What is as fast as it is because it keeps less is no floor of the same rows. */
    @Test
    void X1_theSameRowsByHandAreTheSame() throws Exception {
        try (Server server = new Server();
                Connection connection = server.owner()) {
            new World(server, 2, 1).fill();
            BillingOperator meter =
                    OurRuns.in(server.host(), Server.OURS, 2).billing().actingAs("meter");
            String rows = """
                    SELECT string_agg((account_id, sequence, entry.position, kind, signed_minor, balance_after_minor,
                        organization_id, organization_sum_minor, actor, reference, head.position, head.entries,
                        head.balance_minor)::text, ' ' ORDER BY account_id, sequence)
                    FROM %s.ledger_entry entry JOIN %1$s.account_head head USING (account_id)\
                    """;
            for (int i = 0; i < 4; i++) {
                int account = 1 + i % 2;
                SameRowsByHand.post(connection, account, "call-" + i);
                meter.deductUsage(Usage.of(
                        World.account(account),
                        World.organization(account, 0),
                        "call-" + i,
                        Money.ofMinor(CurrencyUnit.USD, 1)));
            }
            assertThat(text(connection, rows.formatted(Server.FLOOR)))
                    .isEqualTo(text(connection, rows.formatted(Server.OURS)))
                    .contains("call-3");
            Books.requireRightOfTheSameRows(connection);
            server.execute("UPDATE floor.account_head SET balance_minor = balance_minor - 1");
            assertThatThrownBy(() -> Books.requireRightOfTheSameRows(connection))
                    .hasMessage("2 accounts are wrong by hand in the same rows");
            connection.setAutoCommit(false);
            for (String refused : List.of(
                    "organization SET state = 'CLOSED'",
                    "account_head SET balance_minor = 1",
                    "account_head SET recharge_below_minor = balance_minor",
                    "account_head SET currency = 'EUR'",
                    "organization SET organization_id = gen_random_uuid()")) {
                connection.rollback();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET session_replication_role = replica; UPDATE floor." + refused);
                }
                assertThatThrownBy(() -> SameRowsByHand.post(connection, 1, "refused"))
                        .as(refused)
                        .hasMessage("nothing was posted");
            }
        }
    }

    @Test
    void X1_eachConditionOfTheBooksByHandIsLookedAt() throws Exception {
        try (Server server = new Server();
                Connection connection = server.owner()) {
            new World(server, 3, 1).fill();
            server.execute(Postings.TABLES);
            for (int i = 0; i < 30; i++) {
                Postings.bare(connection, 1 + i % 3, "bare-" + i);
            }
            BulkByHand.post(connection, new int[] {1, 2, 1}, new String[] {"one", "two", "three"});
            Books.requireRightByHand(connection);
            assertThat(server.number("SELECT count(*) FROM by_hand.entry")).isEqualTo(36);
            for (String wrong : List.of(
                    "by_hand.account SET entries = entries + 1",
                    "by_hand.account SET balance = balance + 1",
                    "by_hand.entry SET sequence = sequence + 1 WHERE sequence = (SELECT entries FROM by_hand.account a "
                            + "WHERE a.account_id = entry.account_id)",
                    "by_hand.entry SET balance_after = balance_after - 1",
                    "by_hand.entry SET signed = signed - 1")) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE " + wrong);
                }
                assertThatThrownBy(() -> Books.requireRightByHand(connection))
                        .as(wrong)
                        .hasMessage("3 accounts are wrong by hand");
                connection.rollback();
            }
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getString(1);
        }
    }
}
