package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A unit of work that is open: the account, and the one connection that all of it goes through. Belongs to one thread. */
final class Session implements AutoCloseable {

    private final AccountId account;
    private final boolean writable;
    private final Sql sql;
    private final Connection connection;
    private int views;
    private int writes;
    private boolean failed;
    private boolean committed;

    // tag::open
    private Session(AccountId account, Connection connection, boolean writable) {
        this.account = account;
        this.connection = connection;
        this.writable = writable;
        this.sql = new Sql(connection);
    }

    /** Each statement sees what is committed: whoever has the account's turn is the only one who commits anything of it. */
    static Session change(AccountId account, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new Session(account, connection, true);
    }

    /** All statements see one state of the database: that at the first of them. */
    static Session view(AccountId account, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return new Session(account, connection, false);
    }

    /**
     * Waits until no other change of the account is open. The row stays locked until this one ends; where there was none yet, of two who
     * make it one comes second, and finds it.
     */
    void awaitTurn() {
        boolean locked = false;
        while (!locked) {
            locked = sql.exists("SELECT 1 FROM turn WHERE account = ? FOR UPDATE", account)
                    || sql.inserts("INSERT INTO turn VALUES (?)", account);
        }
    }
    // end::open

    void requireSame(AccountId other) {
        if (!account.equals(other)) {
            throw UnitOfWorkFault.spansTwoAccounts(account, other);
        }
    }

    Sql sql() {
        return sql;
    }

    // tag::write
    void beforeWrite() {
        requireWritable();
        writes++;
    }

    /** A failed part has written: what it has written must not be committed, whoever catches what it threw. */
    <T> T join(Supplier<T> work) {
        requireWritable();
        int before = writes;
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            failed |= !done && writes > before;
        }
    }
    // end::write

    <T> T joinAsView(Supplier<T> work) {
        views++;
        try {
            return work.get();
        } finally {
            views--;
        }
    }

    private void requireWritable() {
        if (!writable || views > 0) {
            throw UnitOfWorkFault.readOnly(account);
        }
    }

    /** Inserts without waiting for rows that others hold: what another transaction is about to put there counts as there. */
    boolean insertsAtOnce(String statement, Object... parameters) {
        beforeWrite();
        sql.update("SET LOCK_TIMEOUT 0");
        try {
            return sql.inserts(statement, parameters);
        } catch (DatabaseFault e) {
            if (e.isLocked()) {
                return false;
            }
            throw e;
        } finally {
            sql.update("SET LOCK_TIMEOUT " + H2Database.LOCK_TIMEOUT_MILLIS);
        }
    }

    // tag::commit
    void commit() {
        if (failed) {
            throw UnitOfWorkFault.rolledBack(account);
        }
        sql.commit();
        committed = true;
    }
    // end::commit

    /** Takes back what was not committed. */
    @Override
    public void close() {
        if (committed) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
