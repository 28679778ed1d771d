package com.phoneunite.postgresql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.store.CommitUnknownFault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong for one who shares a call, or takes long, and what the others feel of it. */
@Timeout(60)
class UsageQueueFaultTest {

    private final QueueBench bench = new QueueBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void I1_nobodyFailsForWhatSomebodyElseAsksFor() throws Exception {
        for (RuntimeException refused : List.of(
                PostgresFault.of("a statement", new SQLException("what is that", "22021")),
                PostgresFault.ofNoConnection(new SQLException("interrupted")),
                new IllegalStateException("a mistake of ours"))) {
            UsageQueue queue = bench.queue(1);
            QueueBench.Asked call = bench.underWay(queue, 0);
            Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, 5);
            call.post();
            bench.next().fail(refused);
            for (int i = 0; i < 5; i++) {
                QueueBench.Asked alone = bench.next();
                assertThat(alone.references()).hasSize(1);
                if (alone.references().contains("of-2")) {
                    alone.fail(refused);
                } else {
                    alone.post();
                }
            }
            for (Map.Entry<String, Future<Optional<LedgerEntry>>> one : callers.entrySet()) {
                if (one.getKey().equals("of-2")) {
                    assertThatThrownBy(() -> QueueBench.told(one.getValue())).hasCause(refused);
                } else {
                    assertThat(QueueBench.told(one.getValue()).map(LedgerEntry::reference))
                            .hasValue(one.getKey());
                }
            }
        }
    }

    @Test
    void X1_allAreToldThatItIsNotKnownWhatWasKept() throws Exception {
        CommitUnknownFault lost = new CommitUnknownFault("it is not known", new SQLException("gone", "08006"));
        UsageQueue queue = bench.queue(1);
        QueueBench.Asked call = bench.underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, 5);
        call.post();
        bench.next().fail(lost);
        Set<Throwable> thrown = ConcurrentHashMap.newKeySet();
        for (Future<Optional<LedgerEntry>> one : callers.values()) {
            Throwable own =
                    requireNonNull(catchThrowable(() -> QueueBench.told(one))).getCause();
            assertThat(own).isInstanceOf(CommitUnknownFault.class).hasCause(lost);
            thrown.add(requireNonNull(own));
        }
        assertThat(thrown).as("each its own: it is added to by who catches it").hasSize(5);
        assertThat(bench.isAskedSoon()).as("nothing is asked again").isFalse();
    }

    /** Whatever a call ends by, also what its method does not say that it throws. */
    @Test
    void X1_whereACallBreaksOffItsOtherCallersAreToldSoAndLaterOnesGoOn() throws Exception {
        for (Throwable broken : List.of(new StackOverflowError(), new IOException("not declared"))) {
            UsageQueue queue = bench.queue(1);
            QueueBench.Asked call = bench.underWay(queue, 0);
            Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, 5);
            call.post();
            bench.next().fail(broken);
            int unknown = 0;
            int thrown = 0;
            for (Future<Optional<LedgerEntry>> one : callers.values()) {
                Throwable own = requireNonNull(catchThrowable(() -> QueueBench.told(one)))
                        .getCause();
                unknown += own instanceof CommitUnknownFault ? 1 : 0;
                thrown += own == broken ? 1 : 0;
            }
            assertThat(List.of(unknown, thrown)).as(broken.toString()).containsExactly(4, 1);
            Future<Optional<LedgerEntry>> alone = bench.post(queue, 1, "alone");
            bench.next().fail(broken);
            assertThatThrownBy(() -> QueueBench.told(alone)).hasCause(broken);
            Future<Optional<LedgerEntry>> later = bench.post(queue, 1, "later");
            bench.next().post();
            assertThat(QueueBench.told(later)).isPresent();
            assertThat(queue.waiting()).isZero();
        }
    }

    @Test
    void B10_aCallThatTakesLongCountsNoMore() throws Exception {
        UsageQueue queue = bench.queue(1, Duration.ofMillis(200));
        long since = System.nanoTime();
        QueueBench.Asked held = bench.underWay(queue, 1);
        Future<Optional<LedgerEntry>> other = bench.post(queue, 2, "other");
        Future<Optional<LedgerEntry>> same = bench.post(queue, 1, "same");
        for (int i = 0; i < 2; i++) {
            bench.next().post();
        }
        assertThat(QueueBench.told(other)).isPresent();
        assertThat(QueueBench.told(same)).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(bench.isFirstDone()).isFalse();
        held.post();
    }

    /** Each of those who wait for an account that somebody holds takes no place from others. */
    @Test
    void I1_whoWaitsBehindAHeldAccountKeepsOthersWaitingOnceAtMost() throws Exception {
        UsageQueue queue = bench.queue(1, Duration.ofMillis(100));
        QueueBench.Asked held = bench.underWay(queue, 1);
        List<Future<Optional<LedgerEntry>>> same = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            same.add(bench.post(queue, 1, "same-" + i));
        }
        List<QueueBench.Asked> alone = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            alone.add(bench.next());
        }
        assertThat(alone).allSatisfy(call -> assertThat(call.references()).hasSize(1));
        for (int i = 0; i < 20; i++) {
            Future<Optional<LedgerEntry>> other = bench.post(queue, 2, "other-" + i);
            QueueBench.Asked call = bench.next();
            assertThat(call.references()).containsExactly("other-" + i);
            call.post();
            assertThat(QueueBench.told(other)).isPresent();
        }
        alone.forEach(QueueBench.Asked::post);
        held.post();
        for (Future<Optional<LedgerEntry>> one : same) {
            assertThat(QueueBench.told(one)).isPresent();
        }
    }

    /** A connection that answers nothing: whoever shares it is not kept by that for as long as its owner is. */
    @Test
    void X1_whoseCallIsLostIsToldNothingAndAsksInAUnitOfWork() throws Exception {
        UsageQueue queue = bench.queue(1, Duration.ofMillis(200));
        QueueBench.Asked call = bench.underWay(queue, 1);
        List<Future<Optional<LedgerEntry>>> same =
                List.of(bench.post(queue, 2, "a"), bench.post(queue, 2, "b"), bench.post(queue, 2, "c"));
        QueueBench.awaitWaiting(queue, 3);
        call.post();
        QueueBench.Asked lost = bench.next();
        assertThat(lost.references()).hasSize(3);
        while (same.stream().filter(Future::isDone).count() < 2) {
            Thread.sleep(1);
        }
        lost.post();
        int posted = 0;
        for (Future<Optional<LedgerEntry>> one : same) {
            posted += QueueBench.told(one).isPresent() ? 1 : 0;
        }
        assertThat(posted).as("who waited for the answer").isEqualTo(1);
        assertThat(bench.isAskedSoon()).as("whoever left asks by other means").isFalse();
    }

    @Test
    void B10_anInterruptNeitherEndsTheWaitNorIsForgottenNorReachesTheCallOfOthers() throws Exception {
        UsageQueue queue = bench.queue(1);
        QueueBench.Asked call = bench.underWay(queue, 1);
        List<Boolean> isInterrupted = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = new ArrayList<>();
        for (String reference : List.of("a", "b")) {
            Thread caller = new Thread(() -> {
                queue.post(QueueBench.posting(1, reference));
                isInterrupted.add(Thread.currentThread().isInterrupted());
            });
            caller.start();
            callers.add(caller);
        }
        QueueBench.awaitWaiting(queue, 2);
        callers.forEach(Thread::interrupt);
        assertThat(bench.isAskedSoon()).isFalse();
        call.post();
        QueueBench.Asked shared = bench.next();
        assertThat(shared.isCalledByAnInterruptedThread).isFalse();
        shared.post();
        for (Thread caller : callers) {
            caller.join(30_000);
        }
        assertThat(isInterrupted).containsExactly(true, true);
    }
}
