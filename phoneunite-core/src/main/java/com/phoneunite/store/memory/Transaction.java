package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unit of work that is open on a thread: what it wrote, in the order in which it can be taken back. */
final class Transaction {

    private final AccountId account;
    private final Cell cell;
    private final boolean writable;
    private List<Runnable> afterCommit = List.of();
    private @Nullable Undo last;
    private int writes;
    private int views;
    private boolean rollbackOnly;

    Transaction(AccountId account, Cell cell, boolean writable) {
        this.account = account;
        this.cell = cell;
        this.writable = writable;
    }

    AccountId account() {
        return account;
    }

    /** The cell to read from. */
    Cell cell() {
        return cell;
    }

    /**
     * Takes one write back. It knows the one before it, so that to keep it takes no memory: what was made beforehand is never lost for want
     * of a place in a list.
     */
    abstract static class Undo {

        private @Nullable Undo before;

        abstract void run();
    }

    /** What is done now, and taken back like this, if it is taken back. */
    void writing(Undo takeBack) {
        requireWritable();
        takeBack.before = last;
        last = takeBack;
        writes++;
    }

    void requireWritable() {
        if (!isWritable()) {
            throw UnitOfWorkFault.readOnly(account);
        }
    }

    boolean isWritable() {
        return writable && views == 0;
    }

    void enterView() {
        views++;
    }

    void leaveView() {
        views--;
    }

    /** How much would have to be taken back: what was written, and what was asked for after the commit. */
    int writes() {
        return writes + afterCommit.size();
    }

    void afterCommit(Runnable action) {
        requireWritable();
        if (afterCommit.isEmpty()) {
            afterCommit = new ArrayList<>(2);
        }
        afterCommit.add(action);
    }

    void failAtTheEnd() {
        rollbackOnly = true;
    }

    void commit() {
        if (rollbackOnly) {
            throw UnitOfWorkFault.rolledBack(account);
        }
        afterCommit.forEach(Runnable::run);
    }

    /** Takes everything back, whatever goes wrong with some of it: that is thrown behind the last. Nothing is written any more. */
    void rollback() {
        enterView();
        @Nullable Throwable wrong = null;
        for (Undo one = last; one != null; one = one.before) {
            try {
                one.run();
            } catch (RuntimeException | Error e) {
                wrong = wrong == null ? e : wrong;
            }
        }
        last = null;
        if (wrong != null) {
            throw new IllegalStateException("a change was not wholly taken back", wrong);
        }
    }
}
