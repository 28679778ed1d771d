package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The example of {@code docs/postgresql.md}: transactions of a host that has no framework, one at a time on a thread. */
final class JdbcTransactions implements PostgresStore.HostTransaction {

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private static final class Open {
        private final Connection connection;
        private boolean rollbackOnly;

        Open(Connection connection) {
            this.connection = connection;
        }
    }

    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // a host may have two databases
    private final ThreadLocal<@Nullable Open> onThisThread = new ThreadLocal<>();

    JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T transaction(Work<T> work) throws SQLException {
        if (onThisThread.get() != null) {
            throw new IllegalStateException("a transaction is open on this thread");
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Open open = new Open(connection);
            onThisThread.set(open);
            try {
                T result = work.in(connection);
                if (open.rollbackOnly) {
                    throw new IllegalStateException("rollback only");
                }
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error thrown) {
                rollback(connection, thrown);
                throw thrown;
            } finally {
                onThisThread.remove();
            }
        }
    }

    /** Where the connection is lost, that must not hide what was thrown. */
    private static void rollback(Connection connection, Throwable thrown) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            thrown.addSuppressed(e);
        }
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.ofNullable(onThisThread.get()).map(open -> open.connection);
    }

    @Override
    public void setRollbackOnly() {
        Open open = onThisThread.get();
        if (open == null) {
            throw new IllegalStateException("no transaction is open on this thread");
        }
        open.rollbackOnly = true;
    }
}
