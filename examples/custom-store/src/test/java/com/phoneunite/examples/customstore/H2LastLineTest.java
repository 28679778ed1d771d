package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.store.BillingStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the tables hold by themselves, tried with SQL written by hand on the account of the example. */
class H2LastLineTest {

    private static final DataSource DATABASE = H2Database.inMemory("last-line");

    @BeforeAll
    static void aCustomer(@TempDir Path folder) {
        BillingStore store = H2Store.inMemory("last-line", folder);
        CustomStoreExample.play(store, 2, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        B2 | a balance below zero | UPDATE ledger SET balance = -1
        B2 | an entry that leaves nothing | UPDATE ledger_entry SET balance_after = 0 WHERE sequence = 1
        B3 | a reference twice | UPDATE ledger_entry SET reference = 'one' WHERE kind = 'PERIOD'
        B3 | a sequence twice | UPDATE ledger_entry SET sequence = 1
        X3 | a position twice | UPDATE ledger_entry SET position = 1
        X3 | more delivered than there is | UPDATE outbox SET delivered = position + 1
        O2 | a name twice | UPDATE organization SET open_name = 'one'
        O4 | two first organizations | UPDATE organization SET ordinal = 0
        A1 | a request that made two | UPDATE organization SET request = 'one'
        M1 | an address twice | INSERT INTO person SELECT account, RANDOM_UUID(), email, body FROM person
        T1 | a number twice | INSERT INTO phone_number SELECT * FROM phone_number
        P5 | two unresolved attempts | UPDATE recharge SET unresolved = TRUE
        P1 | two cards | INSERT INTO card SELECT * FROM card
        I3 | a number of an organization of nobody | UPDATE phone_number SET organization = RANDOM_UUID()
        I3 | a member of another account | UPDATE membership SET account = RANDOM_UUID()
        """)
    void B3_theTablesRefuseWhatTheRulesForbid(String rule, String what, String sql) {
        assertThatThrownBy(() -> execute(sql))
                .as(rule + ": " + what)
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .asString()
                .startsWith("23");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
