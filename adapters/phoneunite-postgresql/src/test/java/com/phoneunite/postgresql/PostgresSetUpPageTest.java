package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The statements that {@code docs/postgresql.md} gives for the set-up, run as they stand there by who is said to run them. */
class PostgresSetUpPageTest {

    private static final String MIGRATION =
            PostgresStore.MIGRATIONS.replace("classpath:", "/") + "/V1__accounts_organizations_and_money.sql";
    private static final String GRANT = "GRANT phoneunite_app, phoneunite_runner TO my_application";

    private final String page;
    private final List<String> scripts;

    PostgresSetUpPageTest() throws IOException {
        page = Files.readString(ModuleFiles.find("docs/postgresql.md"), StandardCharsets.UTF_8);
        String setUp = page.substring(page.indexOf("\n## Set-up\n"), page.indexOf("\n## Transactions\n"));
        scripts = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(setUp)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(scripts)
                .as("two ways, the login, who may connect, the reports, taking it away")
                .hasSize(6);
    }

    @Test
    void X1_anOwnerWhoMayCreateRolesSetsItUpAndAReaderOfReportsOnlyReads() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            run(server, "postgres", "postgres", scripts.get(0));
            try (HikariDataSource owner = HostPool.of(server.getJdbcUrl("my_owner", "my_database"), 2)) {
                Flyway.configure()
                        .dataSource(owner)
                        .schemas("phoneunite")
                        .locations(PostgresStore.MIGRATIONS)
                        .load()
                        .migrate();
            }
            run(server, "my_owner", "my_database", scripts.get(2));
            run(server, "postgres", "postgres", "CREATE ROLE another_application LOGIN NOINHERIT");
            run(server, "another_application", "my_database", "SELECT 1");
            run(server, "my_owner", "my_database", scripts.get(3));
            assertThatThrownBy(() -> run(server, "another_application", "my_database", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
            assertThat(entriesOfAStory(server)).isPositive();

            run(server, "my_owner", "my_database", scripts.get(4));
            try (HikariDataSource reports = HostPool.of(server.getJdbcUrl("my_reports", "my_database"), 1)) {
                assertThat(TestDatabase.names(reports, "SELECT kind FROM phoneunite.ledger_entry"))
                        .isNotEmpty();
            }
            for (String refused : List.of(
                    "SELECT token FROM phoneunite.card_token",
                    "DELETE FROM phoneunite.ledger_entry",
                    "SET ROLE phoneunite_app")) {
                assertThatThrownBy(() -> run(server, "my_reports", "my_database", refused))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
            run(server, "my_owner", "my_database", scripts.get(5));
            assertThat(TestDatabase.names(
                            server.getPostgresDatabase(),
                            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'phoneunite%'"))
                    .isEmpty();
        }
    }

    @Test
    void X1_anOwnerWhoFindsTheRolesSetsItUpByHandAndGoesOnWithFlyway() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            run(server, "postgres", "postgres", scripts.get(1));
            try (HikariDataSource owner = HostPool.of(server.getJdbcUrl("my_owner", "my_database"), 2)) {
                try (Connection connection = owner.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE SCHEMA phoneunite; SET search_path = phoneunite; "
                            + ModuleFiles.resource(MIGRATION) + "; RESET search_path");
                }
                assertThat(Flyway.configure()
                                .dataSource(owner)
                                .schemas("phoneunite")
                                .locations(PostgresStore.MIGRATIONS)
                                .baselineOnMigrate(true)
                                .baselineVersion("1")
                                .load()
                                .migrate()
                                .migrationsExecuted)
                        .isZero();
            }
            assertThat(scripts.get(2)).contains(GRANT);
            run(server, "my_owner", "my_database", GRANT);
            assertThat(entriesOfAStory(server)).isPositive();
        }
    }

    private static int entriesOfAStory(EmbeddedPostgres server) {
        try (HikariDataSource pool = HostPool.of(server.getJdbcUrl("my_application", "my_database"), 4)) {
            return StoreStory.in(PostgresStore.on(pool)).entries().size();
        }
    }

    /** Line by line: a database is not made in a transaction. */
    private static void run(EmbeddedPostgres server, String login, String database, String script) throws SQLException {
        try (Connection connection = server.getDatabase(login, database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : script.strip().lines().toList()) {
                statement.execute(one);
            }
        }
    }

    @Test
    void X1_thePageRunsTheFileAsAWholeAndNamesItAsItIs() throws IOException {
        assertThat(page).contains("psql -1 -v ON_ERROR_STOP=1 ", "db/phoneunite-postgresql/V1__accounts");
        assertThat(ModuleFiles.resource(MIGRATION).lines().reduce((first, last) -> last))
                .as("what broke off has no version")
                .contains("INSERT INTO schema_version (version) VALUES (1);");
    }

    @Test
    void X1_thePageNamesTheVersionsThatItIsTestedWith() throws IOException {
        String build = Files.readString(ModuleFiles.find("docs/postgresql.md").resolveSibling("../pom.xml"));
        assertThat(page)
                .contains("HikariCP " + value("hikari.version", build))
                .contains("Flyway " + value("flyway.version", build));
    }

    private static String value(String property, String pom) {
        return pom.substring(
                pom.indexOf("<" + property + ">") + property.length() + 2, pom.indexOf("</" + property + ">"));
    }

    @Test
    void X1_thePageShowsTheTransactionsThatAreTested() throws IOException {
        String tested = Files.readString(
                ModuleFiles.find("adapters/phoneunite-postgresql/src/test/java/com/phoneunite/postgresql/"
                        + "JdbcTransactions.java"),
                StandardCharsets.UTF_8);
        String shown = tested.substring(tested.indexOf("final class"))
                .replace("@Nullable ", "")
                .replaceAll("(?m)^ *@SuppressWarnings.*\n", "");
        assertThat(page).contains("```java\n" + shown + "```");
    }
}
