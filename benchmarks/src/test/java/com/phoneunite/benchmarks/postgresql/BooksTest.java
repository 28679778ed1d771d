package com.phoneunite.benchmarks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
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

    @Test
    void X1_eachConditionOfTheBooksByHandIsLookedAt() throws Exception {
        try (Server server = new Server();
                Connection connection = server.owner()) {
            new World(server, 3, 1).fill();
            server.execute(Postings.TABLES);
            Postings postings = new Postings(
                    server,
                    3,
                    OurRuns.in(server.host(), Server.OURS, 3).billing().actingAs("meter"),
                    Duration.ofMillis(1));
            for (int i = 0; i < 30; i++) {
                postings.byHand(connection, new Random(i));
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
}
