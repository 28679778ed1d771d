package com.phoneunite.testkit.contract;

import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rule X1: what {@link com.phoneunite.store.UnitOfWork} promises, seen through organizations and the outbox. */
public interface UnitOfWorkContract extends StoreContract {

    @Test
    default void X1_whatAChangeReturnedFromIsKept() {
        Proof.of("X1", "a customer is told that something is done, and it is not", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            facts.write(1, () -> write(store));
            proof.same("what a change that had returned wrote", "kept", seen(store, facts));
        });
    }

    @Test
    default void X1_aChangeThatThrowsLeavesNothing() {
        Proof.of("X1", "half of a refused change stays, for example a charge for what was never added", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            attempt(() -> facts.write(1, () -> {
                write(store);
                throw new IllegalStateException("no");
            }));
            proof.same("what a change that threw wrote", "nothing", seen(store, facts));
        });
    }

    @Test
    default void X1_aChangeThatEndsInAnErrorLeavesNothing() {
        Proof.of("X1", "a process that runs out of memory half-way leaves half a change behind", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            attempt(() -> facts.write(1, () -> {
                write(store);
                throw new AssertionError("no memory left");
            }));
            proof.same("what a change that ended in an error wrote", "nothing", seen(store, facts));
        });
    }

    @Test
    default void X1_anInnerChangeJoinsTheOuterOne() {
        Proof.of("X1", "a part of a step stays although the step as a whole was taken back", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            attempt(() -> facts.write(1, () -> {
                facts.write(1, () -> write(store));
                throw new IllegalStateException("no");
            }));
            proof.same("what an inner change wrote whose outer one threw", "nothing", seen(store, facts));
        });
    }

    @Test
    default void X1_anInnerFailureAfterAWriteEndsTheOuterOne() {
        Proof.of("X1", "whoever catches an exception commits what the failed part had written", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.refuses(UnitOfWorkFault.class, "an outer change whose inner one failed after a write", () -> {
                facts.write(
                        1,
                        () -> attempt(() -> facts.write(1, () -> {
                            write(store);
                            throw new IllegalStateException("no");
                        })));
                return true;
            });
            proof.same("what an inner change wrote that failed", "nothing", seen(store, facts));
        });
    }

    @Test
    default void X1_aChangeReachesOneAccountOnly() {
        Proof.of("X1", "a change of two accounts commits on one of them only, and they cannot be spread", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a change of another account inside a change",
                    () -> facts.change(1, () -> facts.change(2, () -> true)));
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a view of another account inside a change",
                    () -> facts.change(1, () -> facts.view(2, () -> true)));
        });
    }

    @Test
    default void X1_aViewCannotWrite() {
        Proof.of("X1", "what only looks at an account changes it, beside whoever is changing it", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a write in a view",
                    () -> facts.view(1, () -> {
                        write(store);
                        return true;
                    }));
            proof.same("what a view wrote", "nothing", seen(store, facts));
        });
    }

    @Test
    default void X1_aChangeIsNotOpenedInsideAView() {
        Proof.of("X1", "a change is decided on a state that others may be changing", proof -> {
            Facts facts = Facts.in(store());
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a change inside a view",
                    () -> facts.view(1, () -> facts.change(1, () -> true)));
        });
    }

    @Test
    default void X1_aViewInsideAChangeSeesWhatItWrote() {
        Proof.of("X1", "a rule is decided on what was there before the step that it is part of", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.same("what a change had written, in a view inside it", true, facts.change(1, () -> {
                store.organizations().save(Facts.organization(1, 2));
                return facts.view(1, () -> isThere(store));
            }));
        });
    }

    @Test
    default void X1_aRepositoryNeedsAUnitOfWork() {
        Proof.of("X1", "what is read and what is decided on it are two steps, and others come in between", proof -> {
            Store store = store();
            Facts.in(store);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a read with no unit of work open",
                    () -> store.accounts().find(Facts.account(1)));
            proof.refuses(UnitOfWorkFault.class, "a write with no unit of work open", () -> {
                store.accounts().save(Facts.accountOf(1));
                return true;
            });
        });
    }

    @Test
    default void X1_itTellsWhetherAUnitOfWorkIsOpen() {
        Proof.of("X1", "a payment gateway is called while the account is locked", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.same("isOpen outside", false, store.unitOfWork().isOpen());
            proof.same("isOpen in a change", true, facts.change(1, store.unitOfWork()::isOpen));
            proof.same("isOpen in a view", true, facts.view(1, store.unitOfWork()::isOpen));
            proof.same("isOpen afterwards", false, store.unitOfWork().isOpen());
        });
    }

    @Test
    default void X1_changesOfOneAccountRunOneAtATime() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("X1", "two calls at once both see enough money, and both spend it", proof -> {
            Facts facts = Facts.in(store());
            CountDownLatch entered = new CountDownLatch(1);
            CompletableFuture<Void> second = new CompletableFuture<>();
            boolean together = facts.change(1, () -> {
                Thread other = Threads.run(second, () -> facts.write(1, entered::countDown));
                return Threads.getsThrough(other, entered);
            });
            second.get(Threads.LONG_SECONDS, TimeUnit.SECONDS);
            proof.that(
                    !together,
                    "ran a second change of the account while the first one was open",
                    "that it waits for the first one");
        });
    }

    @Test
    default void X1_changesOfDifferentAccountsRunSideBySide() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("X1", "one slow customer holds up all the others", proof -> {
            Facts facts = Facts.in(store());
            CountDownLatch entered = new CountDownLatch(1);
            CompletableFuture<Void> second = new CompletableFuture<>();
            boolean together = facts.change(1, () -> {
                Threads.run(second, () -> facts.write(2, entered::countDown));
                return Threads.within(patience(), entered);
            });
            second.get(Threads.LONG_SECONDS, TimeUnit.SECONDS);
            proof.that(
                    together,
                    "kept a change of account 2 waiting while one of account 1 was open",
                    "that accounts do not wait for each other");
        });
    }

    private static void write(Store store) {
        Organization added = Facts.organization(1, 2);
        store.organizations().save(added);
        store.outbox()
                .append(
                        Facts.change(1, Facts.NOW),
                        Optional.of(added.id()),
                        new OrganizationEvent.Added(added.name(), added.plan(), added.state()));
    }

    /** What another unit of work sees of what {@link #write} wrote. */
    private static String seen(Store store, Facts facts) {
        List<Boolean> parts = facts.view(
                1,
                () -> List.of(
                        isThere(store),
                        !store.outbox().read(Facts.account(1), 0, 10).isEmpty()));
        return !parts.contains(false) ? "kept" : !parts.contains(true) ? "nothing" : "half of it";
    }

    private static boolean isThere(Store store) {
        OrganizationId id = Facts.organizationId(1, 2);
        return store.organizations().find(Facts.account(1), id).isPresent();
    }

    /** What fails here is judged by what it leaves behind. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            return;
        }
    }
}
