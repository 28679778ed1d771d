package com.phoneunite.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run of the program came to. */
record Told(int exitCode, String out, String err) {

    static Told by(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Quickstart.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Told(exitCode, text(out), text(err));
    }

    /** The story in that text, from a file in that directory. */
    static Told of(Path directory, String json) {
        return of(directory, json.getBytes(StandardCharsets.UTF_8));
    }

    static Told of(Path directory, byte[] content) {
        try {
            return by(Files.write(directory.resolve("story.json"), content).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
