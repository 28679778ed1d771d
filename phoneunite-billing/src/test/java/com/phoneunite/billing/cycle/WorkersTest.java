package com.phoneunite.billing.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rule B6: the workers of a run. */
class WorkersTest {

    @Test
    void B6_asManyWorkersAsWereAskedForWorkAtTheSameTimeAndEndWithTheRun() {
        CountDownLatch all = new CountDownLatch(3);
        Queue<Thread> workers = new ConcurrentLinkedQueue<>();
        boolean complete = Workers.run(3, () -> {
            workers.add(Thread.currentThread());
            all.countDown();
            return !await(all);
        });

        assertThat(complete).isTrue();
        assertThat(workers).hasSize(3).doesNotHaveDuplicates().contains(Thread.currentThread());
        assertThat(workers).filteredOn(one -> one != Thread.currentThread()).allMatch(one -> !one.isAlive());
    }

    @Test
    void B6_aWorkerNeverKeepsTheProcessFromEnding() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean otherIsDaemon = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        Workers.run(2, () -> {
            if (Thread.currentThread() != caller) {
                otherIsDaemon.set(Thread.currentThread().isDaemon());
            }
            both.countDown();
            return !await(both);
        });

        assertThat(otherIsDaemon).isTrue();
    }

    @Test
    void B6_whatAWorkerThrowsIsThrownByTheRunAndStopsTheOthers() {
        for (Supplier<Boolean> failing : List.<Supplier<Boolean>>of(
                () -> {
                    throw new StackOverflowError("broken");
                },
                () -> {
                    throw new IllegalStateException("broken");
                })) {
            AtomicInteger steps = new AtomicInteger();
            assertThatThrownBy(() -> Workers.run(2, () -> {
                        return steps.incrementAndGet() == 3 ? failing.get() : true;
                    }))
                    .hasMessage("broken");
        }
    }

    @Test
    void B6_anInterruptWhileTheLastWorkerWorksStopsTheRunAndStaysSet() {
        Thread caller = Thread.currentThread();
        CountDownLatch otherWorks = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean complete = Workers.run(2, () -> {
            if (Thread.currentThread() == caller) {
                return !await(otherWorks);
            }
            otherWorks.countDown();
            awaitWaiting(caller);
            if (!interrupted.getAndSet(true)) {
                caller.interrupt();
            }
            // There is always a step left, so that nothing but the interrupt ends the run before the deadline.
            return System.nanoTime() < deadline;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(complete).isFalse();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (thread.getState() != Thread.State.WAITING && !thread.isInterrupted() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
