package com.phoneunite.postgresql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statement that keeps a row in place of what was kept under its key. */
final class Upsert {

    private Upsert() {}

    /**
     * Takes a value for each column of the key and then for each of the others, in their order.
     *
     * @param key the columns of the primary key
     * @param others all others
     */
    static String into(String table, List<String> key, List<String> others) {
        List<String> columns = Stream.concat(key.stream(), others.stream()).toList();
        String sets = others.stream().map(one -> one + " = EXCLUDED." + one).collect(Collectors.joining(", "));
        return "INSERT INTO phoneunite." + table + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(one -> "?").collect(Collectors.joining(", ")) + ") ON CONFLICT ("
                + String.join(", ", key) + ") DO UPDATE SET " + sets;
    }
}
