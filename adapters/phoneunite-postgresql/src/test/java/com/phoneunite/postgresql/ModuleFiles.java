package com.phoneunite.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of this project, wherever its tests are run. */
final class ModuleFiles {

    private ModuleFiles() {}

    /** The nearest one at that path, from the working directory upwards. */
    static Path find(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        throw new IllegalStateException("no " + path + " above the working directory");
    }

    /** What the jar holds at that path. */
    static String resource(String path) throws IOException {
        try (InputStream in = PostgresStore.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
