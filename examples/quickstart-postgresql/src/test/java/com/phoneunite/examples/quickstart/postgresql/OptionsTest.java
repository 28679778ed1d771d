package com.phoneunite.examples.quickstart.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong option is turned away with exit code 2 before anything happens, and no secret is repeated. */
class OptionsTest {

    private static final String NOBODY = "jdbc:postgresql://localhost:1/none?user=me&password=hunter2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', -Dpostgres must be \"embedded\"",
        "true, -Dpostgres must be \"embedded\"",
        "Embedded, -Dpostgres must be \"embedded\"",
        "postgresql://me:hunter2@localhost/db, -Dpostgres must be \"embedded\"",
        "jdbc:mysql://localhost/db?password=hunter2, -Dpostgres must be \"embedded\"",
        "jdbc:postgresql://me:hunter2@localhost/db, with an @ in it",
        "jdbc:postgresql://localhost:hunter2/db, that cannot be read",
        "jdbc:postgresql://localhost:99999/db?password=hunter2, that cannot be read",
        "jdbc:postgresql://localhost:1/none?user=me&password=hunter2, no PostgreSQL that can be reached",
    })
    void aWrongPostgresIsNamed(String value, String told) {
        isTurnedAway(told, "postgres=" + value, "data=" + folder.resolve("data"), "fresh=false", "story=");
    }

    @Test
    void otherWrongOptionsAreNamed() {
        isTurnedAway("-Dpostgres.data must be", "postgres=embedded", "data=", "fresh=false");
        isTurnedAway("-Dpostgres.data must be", "postgres=embedded", "data=\0");
        isTurnedAway("-Dpostgres.fresh must be true or false", "postgres=" + NOBODY, "data=x", "fresh=yes");
        isTurnedAway("There is no file none.json", "postgres=embedded", "data=" + folder, "story=none.json");
        isTurnedAway("-Dpostgres must be");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letters.txt"), "dear");
        isTurnedAway("which holds something else", "postgres=embedded", "data=" + folder);
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("letters.txt"));
        isTurnedAway("No PostgreSQL can be started", "postgres=embedded", "data=" + folder.resolve("letters.txt"));
    }

    private static void isTurnedAway(String told, String... arguments) {
        AskedOnPostgres answer = AskedOnPostgres.with(arguments);
        assertThat(answer.err()).contains(told).doesNotContain("hunter2").hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(2);
    }
}
