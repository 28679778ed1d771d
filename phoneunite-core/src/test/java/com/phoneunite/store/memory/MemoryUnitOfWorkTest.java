package com.phoneunite.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MemoryUnitOfWorkTest {

    private static final AccountId A = new AccountId(new UUID(1, 1));
    private static final AccountId B = new AccountId(new UUID(1, 2));

    private final InMemoryStore store = InMemoryStore.create();
    private final UnitOfWork work = store.unitOfWork();
    private final MemoryTable<String, Integer> table = store.table();
    private final MemoryJournal<Integer> journal = store.journal();
    private final MemoryValue<Integer> value = store.value();

    @Test
    void X1_aChangeKeepsAllThatItWrote() {
        assertThat(work.<String>change(A, () -> {
                    writeEverywhere(A, 1);
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(contents(A)).isEqualTo("table=[1] journal=[1] value=Optional[1]");
        assertThat(contents(B)).isEqualTo("table=[] journal=[] value=Optional.empty");
    }

    @Test
    void X1_aChangeThatThrowsAnExceptionOrAnErrorLeavesNoTrace() {
        put(A, 1);
        String before = contents(A);
        for (Throwable thrown :
                List.of(new IllegalStateException("no"), new StackOverflowError(), new AssertionError())) {
            assertThatThrownBy(() -> work.change(A, () -> {
                        writeEverywhere(A, 2);
                        table.remove(A, "1");
                        writeEverywhere(A, 3);
                        return sneak(thrown);
                    }))
                    .isSameAs(thrown);
            assertThat(contents(A)).isEqualTo(before);
            assertThat(work.isOpen()).isFalse();
        }
    }

    @Test
    void X1_whatFailsToBeTakenBackKeepsNothingElseFromItAndNobodyOut() throws Exception {
        put(A, 1);
        String before = contents(A);
        assertThatThrownBy(() -> work.change(A, () -> {
                    writeEverywhere(A, 2);
                    store.onRollback(A, () -> sneak(new OutOfMemoryError("none left")));
                    writeEverywhere(A, 3);
                    return sneak(new IllegalStateException("no"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a change was not wholly taken back")
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(work.isOpen()).isFalse();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> contents(A)).get(10, TimeUnit.SECONDS))
                    .isEqualTo(before);
        } finally {
            other.shutdownNow();
        }
    }

    /** It runs while the account is still locked: a change of its own would wait for itself. */
    @Test
    void X1_whatTakesBackWritesNothingItself() {
        put(A, 1);
        String before = contents(A);
        for (Runnable write : List.<Runnable>of(
                () -> table.put(A, "9", 9),
                () -> value.set(A, 9),
                () -> journal.append(A, 9),
                () -> store.onRollback(A, () -> {}),
                () -> work.change(A, () -> "again"))) {
            assertThatThrownBy(() -> work.change(A, () -> {
                        store.onRollback(A, write);
                        writeEverywhere(A, 2);
                        return sneak(new IllegalStateException("no"));
                    }))
                    .hasMessage("a change was not wholly taken back")
                    .hasRootCauseInstanceOf(UnitOfWorkFault.class);
            assertThat(contents(A)).isEqualTo(before);
        }
        failing(A, () -> store.onRollback(A, () -> work.view(A, () -> value.get(A))));
        assertThat(contents(A)).isEqualTo(before);
    }

    @Test
    void X1_aRowThatWasRemovedBeforeAnotherOneWasAddedComesBack() {
        put(A, 1);
        failing(A, () -> {
            table.remove(A, "1");
            table.put(A, "2", 2);
        });
        assertThat(contents(A)).startsWith("table=[1]");
    }

    @Test
    void X1_aTableThatWasEmptiedAndFilledAgainManyTimesComesBack() {
        put(A, 1);
        failing(A, () -> {
            for (int i = 0; i < 10; i++) {
                table.remove(A, "1");
                table.put(A, "2", i);
                table.remove(A, "2");
                table.put(A, "1", i);
            }
            table.remove(A, "1");
        });
        assertThat(contents(A)).startsWith("table=[1]");
    }

    @Test
    void X1_aChangeThatReturnsNothingIsUndone() {
        assertThatThrownBy(() -> work.change(A, () -> {
                    writeEverywhere(A, 1);
                    return null;
                }))
                .isInstanceOf(NullPointerException.class);
        assertThat(cells()).isEmpty();
    }

    @Test
    void X1_anInnerChangeJoinsTheOuterOneAndIsUndoneWithIt() {
        failing(
                A,
                () -> work.change(A, () -> {
                    writeEverywhere(A, 1);
                    return "inner";
                }));
        assertThat(contents(A)).isEqualTo("table=[] journal=[] value=Optional.empty");
    }

    @Test
    void X1_anInnerChangeThatThrewBeforeItWroteMayBeForgiven() {
        work.change(A, () -> {
            table.put(A, "1", 1);
            assertThatThrownBy(() -> work.change(A, () -> sneak(new IllegalStateException("inner"))))
                    .hasMessage("inner");
            return "outer";
        });
        assertThat(contents(A)).startsWith("table=[1]");
    }

    @Test
    void X1_anInnerChangeThatThrewAfterItWroteTakesTheOuterOneWithIt() {
        assertThatThrownBy(() -> work.change(A, () -> {
                    failing(
                            A,
                            () -> work.change(A, () -> {
                                table.put(A, "1", 1);
                                return "innermost";
                            }));
                    return "outer";
                }))
                .isInstanceOf(UnitOfWorkFault.class)
                .hasMessageContaining("rolled back")
                .hasMessageContaining(A.toString());
        assertThat(cells()).isEmpty();
    }

    @Test
    void X1_anInnerChangeThatThrewAfterItAskedForAnActionTakesTheOuterOneWithIt() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> work.change(A, () -> {
                    assertThatThrownBy(() -> work.change(A, () -> {
                                store.afterCommit(A, () -> ran.add("inner"));
                                return sneak(new IllegalStateException("inner"));
                            }))
                            .hasMessage("inner");
                    return "outer";
                }))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void X1_whatIsToRunAfterACommitRunsOnceItIsKeptAndNotIfItIsUndone() {
        List<String> ran = new ArrayList<>();
        work.change(A, () -> {
            store.afterCommit(A, () -> ran.add("kept"));
            table.put(A, "1", 1);
            assertThat(ran).isEmpty();
            return "done";
        });
        failing(A, () -> store.afterCommit(A, () -> ran.add("undone")));
        assertThat(ran).containsExactly("kept");
        assertThatThrownBy(() -> store.afterCommit(A, () -> ran.add("no unit of work")))
                .isInstanceOf(UnitOfWorkFault.class);
    }

    @Test
    void X1_aViewCannotWriteInAnyWay() {
        put(A, 1);
        String before = contents(A);
        for (Runnable write : List.<Runnable>of(
                () -> table.put(A, "2", 2),
                () -> table.remove(A, "1"),
                () -> table.remove(A, "not there"),
                () -> journal.append(A, 2),
                () -> value.set(A, 2),
                () -> store.afterCommit(A, () -> {}),
                () -> work.change(A, () -> "inner"))) {
            assertThatThrownBy(() -> work.view(A, () -> {
                        write.run();
                        return "written";
                    }))
                    .isInstanceOf(UnitOfWorkFault.class)
                    .hasMessage("a view of account " + A + " cannot write");
            assertThat(contents(A)).isEqualTo(before);
        }
    }

    @Test
    void X1_aViewInsideAChangeSeesWhatItWroteAndCannotWriteEither() {
        work.change(A, () -> {
            table.put(A, "1", 1);
            work.view(A, () -> {
                assertThat(table.find(A, "1")).contains(1);
                assertThatThrownBy(() -> table.put(A, "2", 2)).isInstanceOf(UnitOfWorkFault.class);
                work.view(A, () -> "a view in a view");
                assertThatThrownBy(() -> work.change(A, () -> "a change in a view"))
                        .isInstanceOf(UnitOfWorkFault.class);
                return "seen";
            });
            table.put(A, "3", 3);
            return "done";
        });
        assertThat(contents(A)).startsWith("table=[1, 3]");
    }

    @Test
    void X1_aViewThatThrowsInsideAChangeLeavesItWritable() {
        work.change(A, () -> {
            assertThatThrownBy(() -> work.view(A, () -> sneak(new IllegalStateException("view"))))
                    .hasMessage("view");
            table.put(A, "1", 1);
            return "done";
        });
        assertThat(contents(A)).startsWith("table=[1]");
    }

    @Test
    void X1_noUnitOfWorkReachesForAnotherAccount() {
        put(B, 1);
        String before = contents(B);
        for (Runnable reach : List.<Runnable>of(
                () -> work.change(B, () -> "inner"),
                () -> work.view(B, () -> "inner"),
                () -> table.put(B, "2", 2),
                () -> table.find(B, "1"),
                () -> journal.size(B),
                () -> value.get(B))) {
            assertThatThrownBy(() -> work.change(A, () -> {
                        table.put(A, "1", 1);
                        reach.run();
                        return "reached";
                    }))
                    .isInstanceOf(UnitOfWorkFault.class)
                    .hasMessageContaining(A.toString())
                    .hasMessageContaining(B.toString());
            assertThatThrownBy(() -> work.view(A, () -> {
                        reach.run();
                        return "reached";
                    }))
                    .isInstanceOf(UnitOfWorkFault.class);
            assertThat(contents(B)).isEqualTo(before);
            assertThat(contents(A)).startsWith("table=[]");
        }
    }

    @Test
    void X1_nothingIsReadOrWrittenWithNoUnitOfWork() {
        for (Runnable touch : List.<Runnable>of(
                () -> table.find(A, "1"),
                () -> table.size(A),
                () -> table.put(A, "1", 1),
                () -> table.remove(A, "1"),
                () -> journal.append(A, 1),
                () -> journal.last(A),
                () -> value.get(A),
                () -> value.set(A, 1),
                () -> store.accounts().find(A),
                () -> store.users().count(A),
                () -> store.organizations().countEver(A),
                () -> store.outbox().take(A, Instant.EPOCH))) {
            assertThatThrownBy(touch::run)
                    .isInstanceOf(UnitOfWorkFault.class)
                    .hasMessage("no unit of work is open on account " + A + " on this thread");
        }
        assertThat(work.isOpen()).isFalse();
    }

    @Test
    void X1_aUnitOfWorkBelongsToItsThread() throws Exception {
        onTwoThreads(threads -> {
            work.change(A, () -> {
                assertThat(work.isOpen()).isTrue();
                assertThat(get(threads.submit(work::isOpen))).isFalse();
                return "done";
            });
        });
    }

    @Test
    void X1_lookingAtUnknownAccountsAndFailingOnThemLeavesNothingBehind() {
        for (int i = 0; i < 5_000; i++) {
            AccountId unknown = new AccountId(new UUID(7, i));
            work.view(unknown, () -> table.find(unknown, "1"));
            failing(unknown, () -> writeEverywhere(unknown, 1));
            work.change(unknown, () -> "wrote nothing");
            work.change(unknown, () -> {
                store.afterCommit(unknown, () -> {});
                table.remove(unknown, "1");
                return "wrote nothing either";
            });
        }
        assertThat(cells()).isEmpty();
    }

    @Test
    void X1_aKeyThatCannotBeKeptLeavesNothingBehind() {
        assertThatThrownBy(() -> work.change(A, () -> {
                    table.put(A, null, 1);
                    return "kept";
                }))
                .isInstanceOf(NullPointerException.class);
        assertThat(cells()).isEmpty();
    }

    @Test
    void X1_whatIsKeptIsSeenByOtherThreadsAndWhatIsUndoneNever() throws Exception {
        onTwoThreads(threads -> {
            put(A, 1);
            assertThat(get(threads.submit(() -> contents(A)))).startsWith("table=[1]");
            CountDownLatch written = new CountDownLatch(1);
            Future<?> failing = threads.submit(() -> failing(A, () -> {
                table.put(A, "2", 2);
                written.countDown();
            }));
            await(written);
            assertThat(contents(A)).startsWith("table=[1]");
            get(failing);
        });
    }

    @Test
    void X1_changesOfDifferentAccountsRunSideBySide() throws Exception {
        CountDownLatch isOpen = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        onTwoThreads(threads -> {
            Future<?> held = threads.submit(() -> work.change(B, () -> {
                table.put(B, "1", 1);
                isOpen.countDown();
                await(mayEnd);
                return "held";
            }));
            await(isOpen);
            put(A, 1);
            assertThat(contents(A)).startsWith("table=[1]");
            assertThat(held.isDone()).isFalse();
            mayEnd.countDown();
            get(held);
        });
        assertThat(contents(B)).startsWith("table=[1]");
    }

    @Test
    void X1_viewsOfOneAccountRunSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        put(A, 1);
        Supplier<String> meeting = () -> {
            both.countDown();
            await(both);
            return "met";
        };
        onTwoThreads(threads -> {
            Future<String> one = threads.submit(() -> work.view(A, meeting));
            Future<String> other = threads.submit(() -> work.view(A, meeting));
            assertThat(get(one)).isEqualTo(get(other));
        });
    }

    @Test
    void X1_eightThreadsThatIncrementLoseNothing() throws Exception {
        int threads = 8;
        int increments = 5_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(pool.submit(() -> {
                    for (int i = 0; i < increments; i++) {
                        AccountId account = i % 2 == 0 ? A : B;
                        boolean fails = i % 5 == 0;
                        try {
                            work.change(account, () -> increment(account, fails));
                        } catch (IllegalStateException e) {
                            assertThat(fails).isTrue();
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                get(one);
            }
        } finally {
            pool.shutdownNow();
        }
        int kept = threads * increments / 2 * 4 / 5;
        for (AccountId account : List.of(A, B)) {
            assertThat(work.view(account, () -> value.get(account))).contains(kept);
            assertThat(work.view(account, () -> journal.size(account))).isEqualTo(kept);
        }
    }

    @Test
    void X1_cellsThatAreDiscardedAndMadeAgainByManyThreadsLoseNothing() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 500; round++) {
                AccountId account = new AccountId(new UUID(9, round));
                List<Future<?>> all = new ArrayList<>();
                for (int t = 0; t < 4; t++) {
                    boolean fails = t % 2 == 0;
                    all.add(pool.submit(() -> {
                        try {
                            work.change(account, () -> increment(account, fails));
                        } catch (IllegalStateException e) {
                            assertThat(fails).isTrue();
                        }
                    }));
                }
                for (Future<?> one : all) {
                    get(one);
                }
                assertThat(work.view(account, () -> value.get(account))).contains(2);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private int increment(AccountId account, boolean fails) {
        int next = value.get(account).orElse(0) + 1;
        value.set(account, next);
        journal.append(account, next);
        if (fails) {
            throw new IllegalStateException("undone");
        }
        return next;
    }

    private void put(AccountId account, int number) {
        work.change(account, () -> {
            writeEverywhere(account, number);
            return number;
        });
    }

    private void writeEverywhere(AccountId account, int number) {
        table.put(account, Integer.toString(number), number);
        journal.append(account, number);
        value.set(account, number);
    }

    private void failing(AccountId account, Runnable does) {
        IllegalStateException thrown = new IllegalStateException("undo");
        assertThatThrownBy(() -> work.change(account, () -> {
                    does.run();
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    private String contents(AccountId account) {
        return work.view(account, () -> {
            List<Integer> rows = table.list(account, 100);
            List<Integer> entries = journal.list(account, 0, 100);
            Optional<Integer> single = value.get(account);
            return "table=" + rows + " journal=" + entries + " value=" + single;
        });
    }

    /** What the unit of work keeps of accounts, to see that nothing is left behind. */
    private Map<?, ?> cells() {
        try {
            Field cells = MemoryUnitOfWork.class.getDeclaredField("cells");
            cells.setAccessible(true);
            return (Map<?, ?>) cells.get(work);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void onTwoThreads(ThrowingConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            work.accept(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface ThrowingConsumer {
        void accept(ExecutorService threads) throws Exception;
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the usual way to throw anything from anywhere
    private static <T, X extends Throwable> T sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
