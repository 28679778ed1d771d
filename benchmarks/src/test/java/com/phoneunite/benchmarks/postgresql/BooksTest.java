package com.phoneunite.benchmarks.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
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
            server.execute(CHANGE + "by_hand.account SET entries = entries + 1");
            assertThatThrownBy(() -> Books.requireRightByHand(connection)).hasMessage("3 accounts are wrong by hand");
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
}
