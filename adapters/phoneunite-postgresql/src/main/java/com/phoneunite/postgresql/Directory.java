package com.phoneunite.postgresql;

import com.phoneunite.store.UnitOfWorkFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks over all accounts, outside any unit of work, as a role that sees where there is something to do and no facts.
 *
 * @param database where it looks
 * @param unitOfWork what must not be open
 */
record Directory(Database database, PostgresUnitOfWork unitOfWork) {

    <T> List<T> list(String what, String sql, Row.Reader<T> reader, @Nullable Object... values) {
        requireNothingOpen(what);
        return database.overAccounts(statements -> statements.list(sql, reader, values));
    }

    void write(String what, String sql, @Nullable Object... values) {
        requireNothingOpen(what);
        database.overAccounts(statements -> statements.write(sql, values));
    }

    private void requireNothingOpen(String what) {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen(what);
        }
    }
}
