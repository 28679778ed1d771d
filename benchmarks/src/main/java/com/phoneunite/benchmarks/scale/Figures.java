package com.phoneunite.benchmarks.scale;

import com.phoneunite.benchmarks.Table;
import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.kept.Thing;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was measured, as the pages tell it. Nothing is kept beside them, so the model and the pages cannot disagree.
 *
 * @param one postings a second that are committed one by one, by one connection
 * @param connections by how many connections most of them were committed
 * @param single postings a second of so many connections
 * @param bulk postings a second, a hundred a call, of random accounts
 * @param charged organizations a second that a billing run charges, one an account: the slower of the two rows
 * @param tripsOfPosting round trips of a posting in a unit of work, with the one that tries to do without
 * @param tripsOfBilling round trips of a run with one account due, of two organizations, where locks of several accounts are refused: the
 *     step that is tried, and the account's own change
 * @param kept what is kept of each thing
 */
record Figures(
        double one,
        int connections,
        double single,
        double bulk,
        double charged,
        double tripsOfPosting,
        double tripsOfBilling,
        Map<Thing, Kept> kept) {

    private static final String SINGLE = "PostgreSQL: single posting, ";
    private static final String BULK = "PostgreSQL: bulk posting, 100 a call, of random ones";
    private static final String ALONE =
            "a billing run with one account due, where locks of several are refused (Citus)";
    private static final String CHARGED = "PostgreSQL: billing run, 1 organization an account";

    /** The column of what ours takes. */
    private static final int OURS = 3;

    /**
     * Reads them.
     *
     * @param benchmarks docs/benchmarks.md
     * @param postgresql docs/postgresql.md
     */
    static Figures read(String benchmarks, String postgresql) {
        List<List<String>> table = Table.read(benchmarks, "The table");
        Map<Integer, Double> singles = new TreeMap<>();
        for (List<String> row : table) {
            if (row.get(0).startsWith(SINGLE)) {
                String connections = row.get(0).substring(SINGLE.length());
                singles.put(Integer.valueOf(connections.substring(0, connections.indexOf(' '))), rate(row.get(OURS)));
            }
        }
        int best = singles.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalArgumentException("no row begins with " + SINGLE))
                .getKey();
        List<List<String>> trips = Table.read(postgresql, "Round trips");
        return new Figures(
                singles.getOrDefault(1, 0.0),
                best,
                singles.getOrDefault(best, 0.0),
                rate(cell(table, BULK, OURS)),
                rate(cell(table, CHARGED, OURS)),
                // Where one step will not do: it is tried, and then a unit of work locks, reads, posts or finds, and
                // commits.
                number(cell(trips, "the same usage again", 1)),
                number(cell(trips, ALONE, 1)),
                kept(Table.read(benchmarks, "What is kept")));
    }

    private static Map<Thing, Kept> kept(List<List<String>> table) {
        Map<Thing, Kept> kept = new TreeMap<>();
        for (Thing thing : Thing.values()) {
            kept.put(
                    thing,
                    new Kept(
                            thing,
                            (long) number(cell(table, thing.label(), 1)),
                            OptionalLong.of((long) number(cell(table, thing.label(), 2))),
                            OptionalLong.of((long) number(cell(table, thing.label(), 3)))));
        }
        return kept;
    }

    private static String cell(List<List<String>> table, String name, int column) {
        return table.stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row is called " + name))
                .get(column);
    }

    private static double rate(String cell) {
        if (!cell.endsWith(" /s")) {
            throw new IllegalArgumentException("no rate: " + cell);
        }
        return number(cell.substring(0, cell.length() - 3));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replace(",", ""));
    }

    private Kept of(Thing thing) {
        Kept found = kept.get(thing);
        if (found == null) {
            throw new IllegalStateException("not measured: " + thing);
        }
        return found;
    }

    /** Bytes of each on PostgreSQL. */
    double stored(Thing thing) {
        return of(thing).stored().orElseThrow();
    }

    /** Bytes of each in the log of PostgreSQL. */
    double logged(Thing thing) {
        return of(thing).logged().orElseThrow();
    }

    /** Bytes of each in memory. */
    double memory(Thing thing) {
        return of(thing).memory();
    }
}
