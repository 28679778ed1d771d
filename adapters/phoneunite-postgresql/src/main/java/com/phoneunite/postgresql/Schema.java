package com.phoneunite.postgresql;

import java.util.regex.Pattern;

/**
 * The schema that holds our tables. Statements are written with the name of the standard one.
 *
 * @param name 1 to 63 lower-case letters, digits or underscores, beginning with a letter
 */
record Schema(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String WRITTEN = "phoneunite.";

    static final Schema STANDARD = new Schema("phoneunite");

    Schema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a schema is 1 to 63 lower-case letters, digits or underscores");
        }
    }

    /** The statement for this schema. Names are never values: those are bound. */
    String in(String sql) {
        return name.equals(STANDARD.name) ? sql : sql.replace(WRITTEN, name + '.');
    }
}
