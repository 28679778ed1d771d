package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import java.util.function.Supplier;

/**
 * The port that makes changes whole. The account is the unit of consistency: work on one account runs alone on it, work on
 * different accounts is independent. Rule X1.
 *
 * <p>A unit of work belongs to the thread that opened it. Repositories join the one that is open on their thread. Opening one
 * inside another joins it, on the same account only; a change cannot be opened inside a view. No gateway is called inside one.
 *
 * <p>A store that does not answer, or refuses what its own tables forbid, is a {@link com.phoneunite.refusal.PhoneUniteFault} without what
 * the driver says of values, which may be secrets: never an empty answer. Where a commit fails it may be unknown whether it was kept,
 * which is a {@link CommitUnknownFault}; callers find that out by asking again, under the same key.
 *
 * <p>Implementations are thread-safe.
 */
public interface UnitOfWork {

    /**
     * Runs the work alone on the account and keeps all that it wrote, or, where it throws anything at all, nothing: in no
     * repository, nor in the outbox. What this method has returned from is kept.
     *
     * <p>An inner change that throws after it has written leaves the outer one rollback-only: the outer one then ends with a
     * {@link UnitOfWorkFault}, whatever it returns.
     *
     * @param work what is to be done; returns something, never {@code null} (see {@link #execute})
     * @return what the work returned
     * @throws UnitOfWorkFault if a unit of work on another account, or a view, is open on this thread
     */
    <T> T change(AccountId account, Supplier<T> work);

    /**
     * Runs the work on one consistent state of the account: what was committed last, or inside a change what that has written.
     * To write is a fault.
     *
     * @param work what is to be read; returns something, never {@code null}
     * @return what the work returned
     * @throws UnitOfWorkFault if a unit of work on another account is open on this thread
     */
    <T> T view(AccountId account, Supplier<T> work);

    /** Like {@link #change}, for work that has nothing to return. */
    default void execute(AccountId account, Runnable work) {
        change(account, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Whether a unit of work is open on this thread. */
    boolean isOpen();
}
