package com.phoneunite.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A second thread, and bounded waits for it. */
final class Threads {

    /** How long something is waited for that must come. */
    static final long LONG_SECONDS = 30;

    /** How many milliseconds something is given that must not come, where nobody can see whether it is kept waiting. */
    private static final int CHANCE = 200;

    /** After how many milliseconds of waiting in a row a thread counts as kept waiting. */
    private static final int KEPT_WAITING = 20;

    private Threads() {}

    /** Runs the work in a thread of its own, and tells the future how it ended. */
    static Thread run(CompletableFuture<Void> end, Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
                end.complete(null);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What so many threads draw at once, each of them so often. */
    static <T> List<T> drawnBy(int threads, int each, Supplier<T> source) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            Callable<List<T>> draw = () -> {
                together.await(LONG_SECONDS, TimeUnit.SECONDS);
                return Stream.generate(source).limit(each).toList();
            };
            List<T> all = new ArrayList<>();
            for (Future<List<T>> drawn : pool.invokeAll(Collections.nCopies(threads, draw))) {
                all.addAll(drawn.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }

    /** Whether the latch opens within that time. */
    static boolean within(Duration time, CountDownLatch latch) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether the latch is opened by a thread that should be kept from it. It has a chance to do so until it waits for a lock, or for
     * 200 milliseconds where it does not, as when it waits for the answer of a database.
     */
    static boolean getsThrough(Thread thread, CountDownLatch latch) {
        int waiting = 0;
        for (int millis = 0; millis < CHANCE && waiting < KEPT_WAITING; millis++) {
            if (within(Duration.ofMillis(1), latch)) {
                return true;
            }
            waiting = isWaiting(thread) ? waiting + 1 : 0;
        }
        return latch.getCount() == 0;
    }

    /** Whether it holds within that time. It is asked every millisecond. */
    static boolean until(Duration time, BooleanSupplier holds) {
        CountDownLatch never = new CountDownLatch(1);
        for (long millis = time.toMillis(); millis > 0; millis--) {
            if (holds.getAsBoolean()) {
                return true;
            }
            within(Duration.ofMillis(1), never);
        }
        return holds.getAsBoolean();
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }
}
