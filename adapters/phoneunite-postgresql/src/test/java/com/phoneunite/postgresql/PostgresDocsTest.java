package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What {@code docs/postgresql.md} says of the schema is what the catalogue says. */
class PostgresDocsTest {

    @Test
    void X1_thePageTellsOfEveryTableWhatTheDatabaseTellsOfIt() throws IOException, SQLException {
        String page = Files.readString(page(), StandardCharsets.UTF_8);
        assertThat(page.lines().filter(line -> line.matches("\\| `[a-z_]+` \\| [A-Z].*")))
                .containsExactlyElementsOf(TestDatabase.empty().names("""
                    SELECT '| `' || relname || '` | ' || obj_description(oid, 'pg_class') || ' |' FROM pg_class
                    WHERE relnamespace = 'phoneunite'::regnamespace AND relkind = 'r'
                        AND relname <> 'flyway_schema_history' ORDER BY relname COLLATE "C"\
                    """));
    }

    static Path page() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path page = at.resolve("docs/postgresql.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        throw new IllegalStateException("no docs/postgresql.md above the working directory");
    }
}
