package com.phoneunite.postgresql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements that write many rows at once. They take an array for each column, of texts of which the database makes what the column
 * holds, or of large numbers; {@link #columns} makes the arrays of rows.
 *
 * @param table the table, in our schema
 * @param key the columns of its key, each with its type
 * @param others all others that are written, each with its type
 */
record ManyRows(String table, List<String> key, List<String> others) {

    /** One row in place of that which has its key: it takes a value for each column. */
    String upsertOne() {
        return Upsert.into(
                table,
                key.stream().map(ManyRows::name).toList(),
                others.stream().map(ManyRows::name).toList());
    }

    /** Rows that are new. */
    String insert() {
        return "INSERT INTO phoneunite." + table + " (" + names(all()) + ") SELECT " + typed() + " FROM " + given();
    }

    /** Rows in place of those that have their keys. */
    String upsert() {
        return insert() + " ON CONFLICT (" + names(key) + ") DO UPDATE SET "
                + others.stream()
                        .map(ManyRows::name)
                        .map(one -> one + " = EXCLUDED." + one)
                        .collect(Collectors.joining(", "));
    }

    /**
     * Rows that are there, of accounts whose ids the statement takes as a last array: else PostgreSQL, which believes any number of rows to
     * be given, might look through all of the table for them.
     */
    String update() {
        return "UPDATE phoneunite." + table + " SET "
                + others.stream()
                        .map(one -> name(one) + " = new." + name(one) + "::" + type(one))
                        .collect(Collectors.joining(", "))
                + " FROM " + given() + " WHERE "
                + key.stream()
                        .map(one -> table + "." + name(one) + " = new." + name(one) + "::" + type(one))
                        .collect(Collectors.joining(" AND "))
                + " AND " + table + ".account_id = ANY (?::uuid[])";
    }

    /** Rows that are no more. */
    String delete() {
        return "DELETE FROM phoneunite." + table + " USING unnest(?::text[]) AS new (" + names(key) + ") WHERE "
                + key.stream()
                        .map(one -> table + "." + name(one) + " = new." + name(one) + "::" + type(one))
                        .collect(Collectors.joining(" AND "));
    }

    /** The arrays of rows whose values stand in the order of the columns. */
    Object[] columns(List<@Nullable Object[]> rows) {
        Object[] columns = new Object[rows.get(0).length];
        List<String> all = all();
        for (int column = 0; column < columns.length; column++) {
            columns[column] = isLarge(all.get(column)) ? numbers(rows, column) : texts(rows, column);
        }
        return columns;
    }

    private static Object numbers(List<@Nullable Object[]> rows, int column) {
        @Nullable Long[] numbers = new Long[rows.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = (Long) rows.get(row)[column];
        }
        return numbers;
    }

    private static Object texts(List<@Nullable Object[]> rows, int column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = Values.text(rows.get(row)[column]);
        }
        return texts;
    }

    private List<String> all() {
        return Stream.concat(key.stream(), others.stream()).toList();
    }

    private String given() {
        return "unnest("
                + all().stream()
                        .map(one -> isLarge(one) ? "?::bigint[]" : "?::text[]")
                        .collect(Collectors.joining(", "))
                + ") AS new (" + names(all()) + ")";
    }

    private String typed() {
        return all().stream().map(one -> "new." + name(one) + "::" + type(one)).collect(Collectors.joining(", "));
    }

    private static boolean isLarge(String column) {
        return type(column).equals("bigint");
    }

    private static String names(List<String> columns) {
        return columns.stream().map(ManyRows::name).collect(Collectors.joining(", "));
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String type(String column) {
        return column.substring(column.indexOf(' ') + 1);
    }
}
