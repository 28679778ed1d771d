package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Units of work with one fault each. */
final class BrokenUnitsOfWork {

    private BrokenUnitsOfWork() {}

    static List<BrokenAdapter> all() {
        return List.of(
                of(
                        "acknowledges before the commit, which fails",
                        BrokenUnitsOfWork::forgets,
                        "X1_whatAChangeReturnedFromIsKept",
                        "nothing",
                        "kept"),
                of(
                        "no rollback",
                        real -> rollsBackFor(real, none -> false),
                        "X1_aChangeThatThrowsLeavesNothing",
                        "kept",
                        "nothing"),
                of(
                        "rolls back for exceptions only",
                        real -> rollsBackFor(real, RuntimeException.class::isInstance),
                        "X1_aChangeThatEndsInAnErrorLeavesNothing",
                        "kept",
                        "an error"),
                of(
                        "an inner change commits by itself",
                        BrokenUnitsOfWork::commitsInner,
                        "X1_anInnerChangeJoinsTheOuterOne",
                        "kept",
                        "outer one threw"),
                of(
                        "forgets that an inner change failed",
                        BrokenUnitsOfWork::forgetsInnerFailure,
                        "X1_anInnerFailureAfterAWriteEndsTheOuterOne",
                        "let",
                        "inner one failed"),
                of(
                        "opens another transaction for another account",
                        BrokenUnitsOfWork::reachesOthers,
                        "X1_aChangeReachesOneAccountOnly",
                        "another account"),
                of(
                        "a view is a change",
                        BrokenUnitsOfWork::writesInViews,
                        "X1_aViewCannotWrite",
                        "let a write in a view pass"),
                of(
                        "a view can become a change",
                        BrokenUnitsOfWork::writesInViews,
                        "X1_aChangeIsNotOpenedInsideAView",
                        "let a change inside a view pass"),
                of(
                        "a view reads beside the change that it is in",
                        BrokenUnitsOfWork::refusesInnerViews,
                        "X1_aViewInsideAChangeSeesWhatItWrote",
                        "threw"),
                broken(
                        "each call is a transaction of its own",
                        BrokenUnitsOfWork::opensByItself,
                        "X1_aRepositoryNeedsAUnitOfWork",
                        "no unit of work open"),
                of(
                        "says that nothing is open",
                        real -> spoil(real, "isOpen", (unit, given) -> false),
                        "X1_itTellsWhetherAUnitOfWorkIsOpen",
                        "answered false",
                        "isOpen in a change"),
                of(
                        "no lock on the account",
                        BrokenUnitsOfWork::doesNotLock,
                        "X1_changesOfOneAccountRunOneAtATime",
                        "while the first one was open"),
                of(
                        "one lock for all accounts",
                        BrokenUnitsOfWork::locksAll,
                        "X1_changesOfDifferentAccountsRunSideBySide",
                        "waiting",
                        "account 2"));
    }

    private static BrokenAdapter of(
            String fault, Function<UnitOfWork, UnitOfWork> spoiled, String test, String... words) {
        return broken(
                fault,
                () -> Spoiled.store(UnitOfWork.class, "unitOfWork", real -> spoiled.apply(real.unitOfWork())),
                test,
                words);
    }

    private static BrokenAdapter broken(String fault, Supplier<Store> store, String test, String... words) {
        return new BrokenAdapter(fault, UnitOfWorkContract.class, () -> CoreSubject.of(store), test, List.of(words));
    }

    private static UnitOfWork spoil(UnitOfWork real, String method, Spoiled.Fault<UnitOfWork> fault) {
        return Spoiled.port(UnitOfWork.class, real, method, fault);
    }

    private static AccountId account(Object... given) {
        return (AccountId) given[0];
    }

    @SuppressWarnings("unchecked") // what a change and a view are given
    private static Supplier<Object> work(Object... given) {
        return (Supplier<Object>) given[1];
    }

    private static UnitOfWork forgets(UnitOfWork real) {
        List<AccountId> opened = new ArrayList<>();
        return spoil(real, "change", (unit, given) -> {
            if (opened.size() < 2) {
                opened.add(account(given));
                return unit.change(account(given), work(given));
            }
            CompletableFuture<Object> result = new CompletableFuture<>();
            try {
                return unit.change(account(given), () -> {
                    result.complete(work(given).get());
                    throw new IllegalStateException("the commit failed");
                });
            } catch (IllegalStateException e) {
                return result.join();
            }
        });
    }

    private static UnitOfWork rollsBackFor(UnitOfWork real, Function<Throwable, Boolean> rollsBack) {
        return spoil(real, "change", (unit, given) -> {
            CompletableFuture<Object> end = new CompletableFuture<>();
            unit.change(account(given), () -> {
                try {
                    end.complete(work(given).get());
                } catch (RuntimeException | Error e) {
                    if (rollsBack.apply(e)) {
                        throw e;
                    }
                    end.completeExceptionally(e);
                }
                return true;
            });
            try {
                return end.join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        });
    }

    private static UnitOfWork commitsInner(UnitOfWork real) {
        List<Supplier<Object>> inner = new ArrayList<>();
        return spoil(real, "change", (unit, given) -> {
            if (unit.isOpen()) {
                inner.add(work(given));
                return unit.change(account(given), work(given));
            }
            try {
                return unit.change(account(given), work(given));
            } catch (RuntimeException e) {
                inner.forEach(one -> unit.change(account(given), one));
                throw e;
            }
        });
    }

    private static UnitOfWork forgetsInnerFailure(UnitOfWork real) {
        return spoil(
                real,
                "change",
                (unit, given) -> unit.isOpen() ? work(given).get() : unit.change(account(given), work(given)));
    }

    private static UnitOfWork reachesOthers(UnitOfWork real) {
        return spoil(real, "change", (unit, given) -> {
            if (!unit.isOpen()) {
                return unit.change(account(given), work(given));
            }
            CompletableFuture<Object> other = new CompletableFuture<>();
            Thread thread = new Thread(() -> other.complete(unit.change(account(given), work(given))));
            thread.start();
            return other.get();
        });
    }

    private static UnitOfWork writesInViews(UnitOfWork real) {
        return spoil(real, "view", (unit, given) -> unit.change(account(given), work(given)));
    }

    private static UnitOfWork refusesInnerViews(UnitOfWork real) {
        return spoil(real, "view", (unit, given) -> {
            if (unit.isOpen()) {
                throw UnitOfWorkFault.mustNotBeOpen("a view");
            }
            return unit.view(account(given), work(given));
        });
    }

    private static Store opensByItself() {
        return Spoiled.store(
                AccountRepository.class,
                "accounts",
                real -> Spoiled.port(
                        AccountRepository.class,
                        real.accounts(),
                        "find",
                        (accounts, given) ->
                                real.unitOfWork().view(account(given), () -> accounts.find(account(given)))));
    }

    private static UnitOfWork doesNotLock(UnitOfWork real) {
        return spoil(
                real,
                "change",
                (unit, given) -> Thread.currentThread().isDaemon()
                        ? work(given).get()
                        : unit.change(account(given), work(given)));
    }

    private static UnitOfWork locksAll(UnitOfWork real) {
        ReentrantLock lock = new ReentrantLock();
        return spoil(real, "change", (unit, given) -> {
            lock.lock();
            try {
                return unit.change(account(given), work(given));
            } finally {
                lock.unlock();
            }
        });
    }
}
