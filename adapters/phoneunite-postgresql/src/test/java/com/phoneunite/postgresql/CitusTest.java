package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema and the statements keep to what a PostgreSQL that is distributed by account can do; none is run here. */
class CitusTest {

    /** What is distributed by something else, or not at all; why, is said in the file. */
    private static final Map<String, String> EXCEPTIONS = Map.of("phone_number_holder", "number", "schema_version", "");

    private static String file() throws IOException {
        return ModuleFiles.resource("/db/phoneunite-postgresql-citus/distribute.sql");
    }

    @Test
    void A1_everyTableIsDistributedByItsAccountOrIsNamedAsAnException() throws IOException, SQLException {
        Map<String, String> expected = new TreeMap<>();
        TestDatabase.asItIs()
                .names("""
                    SELECT relname FROM pg_class WHERE relnamespace = 'phoneunite'::regnamespace AND relkind = 'r'
                        AND relname <> 'flyway_schema_history'\
                    """)
                .forEach(table -> expected.put(table, EXCEPTIONS.getOrDefault(table, "account_id")));
        try (FakeCitus citus = new FakeCitus()) {
            citus.run(file());
            assertThat(citus.columns()).isEqualTo(expected).hasSizeGreaterThan(28);
        }
    }

    @Test
    void A1_everyForeignKeyStaysWithTheAccountAndNoneIsLost() throws IOException, SQLException {
        try (FakeCitus citus = new FakeCitus()) {
            List<String> before = citus.constraints();
            citus.run(file());
            assertThat(citus.foreignKeysAstray()).isEmpty();
            assertThat(citus.constraints()).isEqualTo(before).hasSizeGreaterThan(80);
        }
    }

    /** What would be wrong with the file is seen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'account_user', 'account_id'; 'account_user', 'user_id'; the unique key",
                "'invitation', 'account_id'; 'invitation', 'owner_id'; has no column owner_id",
                "SELECT create_distributed_table('organization', 'account_id', colocate_with => 'account_head'); '';"
                        + " leads to a table",
                "ALTER TABLE account DROP CONSTRAINT a2_the_owner_is_a_user; ''; a2_the_owner_is_a_user of account"
                        + " leads",
                "'membership', 'account_id', colocate_with => 'account_head'; 'membership', 'account_id',"
                        + " colocate_with => 'organisation'; organisation"
            })
    void A1_aFileThatCitusWouldRefuseIsRefused(String right, String wrong, String why)
            throws IOException, SQLException {
        assertThat(file()).contains(right);
        String spoilt = file().replace(right, wrong.replace("''", ""));
        try (FakeCitus citus = new FakeCitus()) {
            assertThatThrownBy(() -> citus.run(spoilt))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void A1_aForeignKeyThatLeavesTheGroupIsSeen() throws IOException, SQLException {
        String apart = file().replace(
                        "'membership', 'account_id', colocate_with => 'account_head'",
                        "'membership', 'account_id', colocate_with => 'none'");
        try (FakeCitus citus = new FakeCitus()) {
            citus.run(apart);
            assertThat(citus.foreignKeysAstray()).hasSize(2).allMatch(key -> key.startsWith("membership "));
        }
    }

    /**
     * Locks over many accounts are refused by Citus, and settings made by a function do not reach its other nodes. What reads ahead
     * tries it nevertheless: where it is refused, each account is billed alone ({@link PostgresTogetherTest}).
     */
    @Test
    void B6_noStatementThatIsNeededLocksRowsOfManyAccountsOrSetsWhatStaysOnOneNode() throws IOException {
        List<String> locking = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(ModuleFiles.find("adapters/phoneunite-postgresql/src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                assertThat(text).as("%s", source).doesNotContainIgnoringCase("set_config", "lock table");
                if (!source.endsWith("ReadAhead.java")) {
                    Pattern.compile(".{0,45}FOR UPDATE")
                            .matcher(text.replaceAll("\\s+", " "))
                            .results()
                            .forEach(lock -> locking.add(lock.group()));
                }
                text.lines().filter(line -> line.contains("phoneunite_at.")).forEach(settings::add);
            }
        }
        assertThat(locking)
                .isNotEmpty()
                .allMatch(lock -> lock.contains("WHERE account_id = '\" + account + \"' FOR UPDATE"));
        assertThat(settings).isNotEmpty().allMatch(line -> line.contains("SET LOCAL phoneunite_at."));
    }
}
