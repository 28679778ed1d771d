package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Transactions of a host's, as a framework has them: one at a time, on one thread, committed where its work returns. */
final class HostsOwn implements PostgresStore.HostTransaction {

    /** What the host does. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private Optional<Connection> open = Optional.empty();
    private boolean rollbackOnly;

    HostsOwn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T transaction(Work<T> work) throws SQLException {
        rollbackOnly = false;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            open = Optional.of(connection);
            T result = work.in(connection);
            if (rollbackOnly) {
                connection.rollback();
                throw new IllegalStateException("rollback only");
            }
            connection.commit();
            return result;
        } finally {
            open = Optional.empty();
        }
    }

    @Override
    public Optional<Connection> connection() {
        return open;
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
    }
}
