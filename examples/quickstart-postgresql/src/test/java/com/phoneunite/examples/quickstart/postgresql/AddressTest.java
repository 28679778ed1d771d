package com.phoneunite.examples.quickstart.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story in a PostgreSQL that is there already, by a user who is no superuser. */
class AddressTest {

    private static final String STORY = """
            {
              "v": 1, "starts": "2026-01-31", "ends": "2026-02-03", "trialDays": 1,
              "plans": [ { "name": "standard", "monthly": "USD 20.00" } ],
              "accounts": [ { "id": "a", "name": "Ann's", "owner": "ann@example.com", "country": "DE",
                "timeZone": "Europe/Berlin", "currency": "USD", "plan": "standard" } ],
              "events": [
                { "day": 0, "account": "a", "do": "putCard", "token": "tok_visa" },
                { "day": 0, "account": "a", "do": "recharge", "amount": "USD 50.00" }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aStoryIsKeptUntilItIsToBeForgotten() throws Exception {
        String story = "story=" + Files.writeString(folder.resolve("story.json"), STORY);
        String longer = "story=" + Files.writeString(folder.resolve("longer.json"), STORY.replace("02-03", "03-03"));
        try (EmbeddedServer server = EmbeddedServer.in(folder.resolve("server"))) {
            execute(
                    server.address(),
                    "CREATE ROLE me LOGIN CREATEROLE",
                    "CREATE DATABASE mine OWNER me",
                    "CREATE ROLE guest LOGIN");
            String mine = server.address().replaceAll("/postgres\\?.*", "/mine?user=");
            String postgres = "postgres=" + mine + "me";

            AskedOnPostgres first = AskedOnPostgres.with(postgres, "data=x", story);
            assertThat(first.err()).isEmpty();
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .startsWith("PhoneUnite: ")
                    .contains("month from 2026-02-01")
                    .endsWith("""
                    Balance: USD 30.00
                    Card on file: Visa ending in 4242
                    """);

            assertThat(AskedOnPostgres.with(postgres, "data=x", story).out())
                    .startsWith("The story has been told to its end, on 2026-02-03.")
                    .contains("Balance: USD 30.00");
            AskedOnPostgres another = AskedOnPostgres.with(postgres, "data=x", longer);
            assertThat(another.exitCode()).isEqualTo(2);
            assertThat(another.err()).startsWith("Another story").contains("-Dpostgres.fresh");
            AskedOnPostgres fresh = AskedOnPostgres.with(postgres, "data=x", "fresh=true", story);
            assertThat(fresh).isEqualTo(first);

            assertThat(AskedOnPostgres.with("postgres=" + mine + "guest", "data=x", story)
                            .err())
                    .contains("allowed to create schemas and roles");
            assertThat(AskedOnPostgres.with("postgres=" + mine + "nobody", "data=x", story)
                            .err())
                    .contains("does not let that user in");
            assertThat(AskedOnPostgres.with("postgres=" + (mine + "me").replace("/mine", "/none"), "data=x", story)
                            .err())
                    .contains("no database of that name");
            assertThat(AskedOnPostgres.with("postgres=embedded", "data=" + folder.resolve("server"), story)
                            .err())
                    .startsWith("Another process is telling a story");
            assertThat(AskedOnPostgres.with(postgres, "data=x", story).exitCode())
                    .isZero();
        }
    }

    private static void execute(String address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
