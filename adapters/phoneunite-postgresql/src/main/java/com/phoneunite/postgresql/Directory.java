package com.phoneunite.postgresql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks over all accounts, in transactions of its own, as a role that sees where there is something to do and no facts.
 *
 * @param database where it looks
 */
record Directory(Database database) {

    <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        return database.overAccounts(statements -> statements.list(sql, reader, values));
    }

    void write(String sql, @Nullable Object... values) {
        database.overAccounts(statements -> statements.write(sql, values));
    }

    /** Writes what may be lost when the server crashes: nobody waits until it is on the disk. */
    void writeAtLeisure(String sql, @Nullable Object... values) {
        database.overAccountsAtLeisure(statements -> statements.write(sql, values));
    }
}
