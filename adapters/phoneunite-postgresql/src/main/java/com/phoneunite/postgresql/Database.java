package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.CommitUnknownFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of our own, each on a connection that is given back as it was found. In each the role is one that owns nothing, and
 * settings of the transaction say what it may see. Thread-safe.
 *
 * @param dataSource where connections come from
 * @param schema the schema that holds our tables
 */
record Database(DataSource dataSource, Schema schema) {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How often the same is tried when the database takes it back for the sake of others. */
    private static final int TRIES = 5;

    /** For so long, times the tries that there were, the others are let go first, at most. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** What a transaction does. */
    @FunctionalInterface
    interface Work<T> {
        T in(Statements statements);
    }

    /** Begins a transaction that sees one account, and all of its organizations. An id is never more than digits and dashes. */
    static String asApp(AccountId account) {
        return "SET LOCAL ROLE phoneunite_app; SET LOCAL phoneunite_at.account_id = '" + account
                + "'; SET LOCAL phoneunite_at.organization_id = 'all'";
    }

    /** Runs a transaction of one account's that is no unit of work. */
    <T> T ofAccount(AccountId account, Work<T> work) {
        return repeating(() -> transaction(statements -> {
            statements.script(asApp(account), row -> row);
            return work.in(statements);
        }));
    }

    /** Runs a transaction that looks over all accounts. */
    <T> T overAccounts(Work<T> work) {
        return overAccounts("", work);
    }

    /** The same, with settings of the transaction. */
    private <T> T overAccounts(String settings, Work<T> work) {
        return repeating(() -> transaction(statements -> {
            statements.script(settings + "SET LOCAL ROLE phoneunite_runner", row -> row);
            return work.in(statements);
        }));
    }

    /**
     * The same for what may be lost when the server crashes: nobody waits until it is on the disk. It finds its rows by an index, also by a
     * plan that was made while there were few.
     */
    <T> T overAccountsAtLeisure(Work<T> work) {
        return overAccounts("SET LOCAL synchronous_commit = off; SET LOCAL enable_seqscan = off; ", work);
    }

    /**
     * Runs one statement that is a transaction by itself: a call of a function that enters the role it works in, and leaves it again.
     *
     * @throws com.phoneunite.store.CommitUnknownFault if the connection was lost: it may have been kept
     */
    <T> List<T> atOnce(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        try (LentConnection lent = LentConnection.committing(dataSource)) {
            return new Statements(lent.connection(), schema).alone(sql, reader, values);
        }
    }

    /**
     * Runs the work again, as a whole, where the database took it back for the sake of others: a bounded number of times. Who went again at once
     * could take what they were about to wake up for, and be taken back once more; so it pauses, unless its thread is interrupted.
     */
    static <T> T repeating(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (PostgresFault e) {
                if (!e.isRetryable() || tried == TRIES) {
                    throw e;
                }
                LOG.debug("try {} was taken back by the database", tried, e);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE.toNanos() * tried));
            }
        }
    }

    /** Runs one transaction, and keeps it where the work returns. */
    <T> T transaction(Work<T> work) {
        return connected(connection -> {
            T result = work.in(new Statements(connection, schema));
            keep(connection);
            return result;
        });
    }

    private static void keep(Connection connection) {
        try {
            commit(connection);
        } catch (PostgresFault e) {
            throw e.leavesOpen()
                    ? new CommitUnknownFault(
                            "it is not known whether something was kept, as the connection was lost at its commit", e)
                    : e;
        }
    }

    static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw PostgresFault.of("a commit", e);
        }
    }

    /** Runs with a connection that has no transaction yet, and afterwards none any more: what was not committed is taken back. */
    <T> T connected(Function<Connection, T> work) {
        try (LentConnection lent = LentConnection.from(dataSource)) {
            return work.apply(lent.connection());
        }
    }
}
