package com.phoneunite.benchmarks.kept;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the stores keep of a thing.
 *
 * @param thing what is kept
 * @param memory bytes of each in the store in memory
 * @param stored bytes of each on PostgreSQL, in tables, indexes and TOAST; empty where that was not measured
 * @param logged bytes that each has made PostgreSQL write to its log (WAL); empty where that was not measured
 */
public record Kept(Thing thing, long memory, OptionalLong stored, OptionalLong logged) {

    /** The headings of {@link #cells()}. */
    public static final List<String> HEADINGS =
            List.of("what", "in memory, bytes", "on PostgreSQL, bytes", "log of PostgreSQL, bytes");

    /** The row of the table. */
    public List<String> cells() {
        return List.of(thing.label(), number(OptionalLong.of(memory)), number(stored), number(logged));
    }

    private static String number(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%,d", bytes.getAsLong()) : "–";
    }
}
