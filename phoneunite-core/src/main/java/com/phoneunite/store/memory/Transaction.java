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
    private final List<Runnable> undo = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
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

    /** The cell to write to, once it is known how to take the write back. */
    Cell writing(Runnable takeBack) {
        requireWritable();
        undo.add(takeBack);
        return cell;
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
        return undo.size() + afterCommit.size();
    }

    void afterCommit(Runnable action) {
        requireWritable();
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

    /** Takes everything back, whatever goes wrong with some of it: that is thrown behind the last. */
    void rollback() {
        @Nullable Throwable wrong = null;
        for (int i = undo.size() - 1; i >= 0; i--) {
            try {
                undo.get(i).run();
            } catch (RuntimeException | Error e) {
                wrong = wrong == null ? e : wrong;
            }
        }
        undo.clear();
        if (wrong != null) {
            throw new IllegalStateException("a change was not wholly taken back", wrong);
        }
    }
}
