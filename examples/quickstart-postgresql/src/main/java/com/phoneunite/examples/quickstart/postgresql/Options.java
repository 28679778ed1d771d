package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.StoryRejected;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the command says. No message repeats an address, as there may be a password in it.
 *
 * @param address of a PostgreSQL that is there; empty for an embedded one
 * @param data where an embedded one keeps its data
 * @param fresh whether what was told before is forgotten
 * @param story the path of a story file; empty for the one that comes with PhoneUnite
 */
record Options(Optional<String> address, Path data, boolean fresh, Optional<String> story) {

    private static final String EMBEDDED = "embedded";
    private static final String JDBC = "jdbc:postgresql:";
    private static final String AN_ADDRESS = "\"jdbc:postgresql://localhost/my_database?user=me\"";

    /**
     * Reads them.
     *
     * @param arguments {@code postgres=embedded} or an address, {@code data=}, {@code fresh=} and {@code story=}; what is empty is left out
     * @throws StoryRejected naming what is wrong
     */
    static Options of(String... arguments) throws StoryRejected {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = Math.max(argument.indexOf('='), 0);
            given.put(argument.substring(0, equals), argument.substring(Math.min(equals + 1, argument.length())));
        }
        String postgres = given.getOrDefault("postgres", "");
        return new Options(
                postgres.equals(EMBEDDED) ? Optional.empty() : Optional.of(address(postgres)),
                data(given.getOrDefault("data", "")),
                fresh(given.getOrDefault("fresh", "")),
                Optional.of(given.getOrDefault("story", "")).filter(path -> !path.isEmpty()));
    }

    private static String address(String text) throws StoryRejected {
        if (!text.startsWith(JDBC)) {
            throw new StoryRejected("-Dpostgres must be \"embedded\", or an address like " + AN_ADDRESS + ".");
        }
        if (text.split("\\?", 2)[0].contains("@")) {
            throw new StoryRejected("-Dpostgres has an address with an @ in it: user and password go behind it, as"
                    + " ?user=...&password=..., or the password into ~/.pgpass.");
        }
        try {
            DriverManager.getDriver(text);
            return text;
        } catch (SQLException e) {
            throw new StoryRejected(
                    "-Dpostgres has an address that cannot be read: it must be one like " + AN_ADDRESS + ".");
        }
    }

    private static Path data(String text) throws StoryRejected {
        try {
            if (!text.isBlank()) {
                return Path.of(text).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new StoryRejected("-Dpostgres.data must be the path of a directory.");
    }

    private static boolean fresh(String text) throws StoryRejected {
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new StoryRejected("-Dpostgres.fresh must be true or false.");
        };
    }
}
