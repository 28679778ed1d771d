package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One cell an account, each with a read-write lock: a change holds the write lock, views share the read lock. What a change
 * writes is written in place and taken back if it throws.
 */
final class MemoryUnitOfWork implements UnitOfWork {

    private final ConcurrentMap<AccountId, Cell> cells = new ConcurrentHashMap<>();

    /**
     * What is open on a thread. The place for it stays with the thread, as taking it away each time costs more than a posting's lock: so
     * it is of a class of the JDK's, and a pool of threads keeps nothing alive that a host has undeployed.
     */
    @SuppressWarnings("ThreadLocalUsage") // each store has its own: a thread may work on two
    private final ThreadLocal<@Nullable Object[]> open = ThreadLocal.withInitial(() -> new @Nullable Object[1]);

    @Override
    public <T> T change(AccountId account, Supplier<T> work) {
        @Nullable Object[] place = open.get();
        Transaction outer = in(place);
        if (outer != null) {
            return join(outer, account, work);
        }
        Cell cell = lockForChange(account);
        try {
            return change(place, new Transaction(account, cell, true), work);
        } finally {
            if (cell.isEmpty()) {
                cell.discard();
                cells.remove(account, cell);
            }
            cell.unlockAfterChange();
        }
    }

    private static <T> T change(@Nullable Object[] place, Transaction transaction, Supplier<T> work) {
        place[0] = transaction;
        boolean committed = false;
        try {
            T result = Objects.requireNonNull(work.get(), "a change returns something");
            transaction.commit();
            committed = true;
            return result;
        } finally {
            try {
                if (!committed) {
                    transaction.rollback();
                }
            } finally {
                place[0] = null;
            }
        }
    }

    @Override
    public <T> T view(AccountId account, Supplier<T> work) {
        @Nullable Object[] place = open.get();
        Transaction outer = in(place);
        if (outer != null) {
            return joinAsView(outer, account, work);
        }
        Cell cell = lockForView(account);
        try {
            place[0] = new Transaction(account, cell, false);
            return Objects.requireNonNull(work.get(), "a view returns something");
        } finally {
            place[0] = null;
            cell.unlockAfterView();
        }
    }

    @Override
    public boolean isOpen() {
        return open.get()[0] != null;
    }

    /** The unit of work that is open on this thread on that account. */
    Transaction current(AccountId account) {
        Transaction transaction = in(open.get());
        if (transaction == null) {
            throw UnitOfWorkFault.notOpen(account);
        }
        requireSameAccount(transaction, account);
        return transaction;
    }

    private static @Nullable Transaction in(@Nullable Object[] place) {
        return (Transaction) place[0];
    }

    private <T> T join(Transaction outer, AccountId account, Supplier<T> work) {
        requireSameAccount(outer, account);
        outer.requireWritable();
        int before = outer.writes();
        boolean done = false;
        try {
            T result = Objects.requireNonNull(work.get(), "a change returns something");
            done = true;
            return result;
        } finally {
            if (!done && outer.writes() > before) {
                outer.failAtTheEnd();
            }
        }
    }

    private <T> T joinAsView(Transaction outer, AccountId account, Supplier<T> work) {
        requireSameAccount(outer, account);
        outer.enterView();
        try {
            return Objects.requireNonNull(work.get(), "a view returns something");
        } finally {
            outer.leaveView();
        }
    }

    private static void requireSameAccount(Transaction transaction, AccountId account) {
        if (!transaction.account().equals(account)) {
            throw UnitOfWorkFault.spansTwoAccounts(transaction.account(), account);
        }
    }

    /** A cell that was thrown away between being found and being locked is not the account's any more: look again. */
    @SuppressWarnings("LockNotBeforeTry") // returns with the lock held
    private Cell lockForChange(AccountId account) {
        while (true) {
            Cell found = cells.get(account); // nearly always, and without a lock of the map's
            Cell cell = found == null ? cells.computeIfAbsent(account, id -> new Cell()) : found;
            cell.lockForChange();
            if (!cell.isDiscarded()) {
                return cell;
            }
            cell.unlockAfterChange();
        }
    }

    /** Looking at an account that is not there leaves nothing behind. */
    @SuppressWarnings("LockNotBeforeTry") // returns with the lock held
    private Cell lockForView(AccountId account) {
        while (true) {
            Cell found = cells.get(account);
            Cell cell = found == null ? new Cell() : found;
            cell.lockForView();
            if (!cell.isDiscarded()) {
                return cell;
            }
            cell.unlockAfterView();
        }
    }
}
