package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** How many changes of different accounts this store keeps well in one step: 1 where it knows no such step. */
    default int mostTogether() {
        return 1;
    }

    /**
     * Runs the work for each of several accounts, each a change of its own, and keeps those in one step that can be kept so: all of them,
     * or none. The others are left alone: nothing that the work did for them is kept, and who asks runs {@link #change} for each. A store
     * may leave alone what it likes, also because the work threw; then that is thrown again where it is run alone. So the work may run in
     * vain, and has no effect but in repositories. Must not be called inside a unit of work.
     *
     * @param accounts whose, each once; worked on in the order of their ids, whatever their order is here
     * @param work what is to be done for an account; returns something, never {@code null}
     * @return what the work returned for the accounts of which it is kept
     * @throws UnitOfWorkFault if a unit of work is open on this thread
     * @throws com.phoneunite.refusal.PhoneUniteFault where the store does not keep them; what was kept is not known, if it was lost
     *     meanwhile
     */
    default <T> Map<AccountId, T> together(List<AccountId> accounts, Function<AccountId, T> work) {
        if (isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("a step of several accounts");
        }
        return Map.of();
    }

    /** Whether a unit of work is open on this thread. */
    boolean isOpen();
}
