package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The unit of work that is open on a thread. Not thread-safe. */
final class Session {

    private final AccountId account;
    private final Statements statements;
    private final boolean writable;
    private final Optional<AccountRows> ahead;
    private boolean leftAlone;
    private int views;
    private int writes;
    private boolean rollbackOnly;
    private long transaction;

    Session(AccountId account, Statements statements, boolean writable) {
        this(account, statements, writable, Optional.empty());
    }

    private Session(AccountId account, Statements statements, boolean writable, Optional<AccountRows> ahead) {
        this.account = account;
        this.statements = statements;
        this.writable = writable;
        this.ahead = ahead;
    }

    /** One of several in one step: it works on what was read ahead, and asks the database for nothing. */
    static Session together(Statements statements, AccountRows ahead) {
        return new Session(ahead.account().id(), statements, true, Optional.of(ahead));
    }

    /** What was read ahead, where this is one of several in one step. */
    Optional<AccountRows> ahead() {
        return ahead;
    }

    private Statements sql() {
        if (ahead.isPresent()) {
            leftAlone = true;
            throw new NotTogether(account);
        }
        return statements;
    }

    AccountId account() {
        return account;
    }

    /**
     * Keeps other changes of the account waiting. An account that there is nothing of yet has no row to lock: it gets one, which goes
     * again with a change that writes nothing. The lock takes a number for the transaction, so to ask for it costs nothing.
     *
     * @param first what is to be said before, in the same round trip; an id is never more than digits and dashes
     */
    void lock(String first) {
        String lock = "SELECT txid_current() AS transaction FROM phoneunite.account_head WHERE account_id = '" + account
                + "' FOR UPDATE";
        List<Long> locked = lock(first, lock);
        if (locked.isEmpty()) {
            locked = lock(
                    "INSERT INTO phoneunite.account_head (account_id) VALUES ('" + account
                            + "') ON CONFLICT DO NOTHING; ",
                    lock);
        }
        transaction = locked.get(0);
    }

    private List<Long> lock(String first, String lock) {
        return statements.script(first + lock, row -> row.large("transaction"));
    }

    /** What PostgreSQL knows the transaction by, once the account is locked. */
    long transaction() {
        return transaction;
    }

    void script(String sql) {
        statements.script(sql, row -> row);
    }

    <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        return sql().list(sql, reader, values);
    }

    <T> Optional<T> find(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        return sql().find(sql, reader, values);
    }

    int count(String sql, @Nullable Object... values) {
        return Math.toIntExact(list(sql, row -> row.large("count"), values).get(0));
    }

    /**
     * Writes.
     *
     * @return how many rows were touched
     */
    int write(String sql, @Nullable Object... values) {
        requireWritable();
        int touched = sql().write(sql, values);
        writes += touched;
        return touched;
    }

    /** Writes, or not, and answers with what the statement says of it; whoever asks tells {@link #wrote} what it was. */
    <T> List<T> writing(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        requireWritable();
        return sql().list(sql, reader, values);
    }

    void wrote(int rows) {
        writes += rows;
    }

    void requireWritable() {
        if (!writable || views > 0) {
            throw UnitOfWorkFault.readOnly(account);
        }
    }

    /** Goes on where that is the account of this unit of work. */
    void requireSame(AccountId other) {
        if (!account.equals(other)) {
            throw UnitOfWorkFault.spansTwoAccounts(account, other);
        }
    }

    void enterView() {
        views++;
    }

    void leaveView() {
        views--;
    }

    int writes() {
        return writes;
    }

    void failAtTheEnd() {
        rollbackOnly = true;
    }

    Optional<PostgresFault> failure() {
        return statements.failure();
    }

    /** Goes on where everything that was asked for has worked. */
    void complete() {
        if (leftAlone) {
            throw new NotTogether(account);
        }
        if (failure().isPresent() || rollbackOnly) {
            throw UnitOfWorkFault.rolledBack(account);
        }
    }
}
