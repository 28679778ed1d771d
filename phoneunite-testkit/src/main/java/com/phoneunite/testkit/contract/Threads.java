package com.phoneunite.testkit.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A second thread, and bounded waits for it. */
final class Threads {

    /** How long something is waited for that comes at once, if it comes. */
    static final long SHORT_SECONDS = 5;

    /** How long something is waited for that must come. */
    static final long LONG_SECONDS = 30;

    private Threads() {}

    /** Runs the work in a thread of its own, and tells the future how it ended. */
    static void run(CompletableFuture<Void> end, Runnable work) {
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
    }

    /** Whether the latch opens within that time. */
    static boolean within(long time, TimeUnit unit, CountDownLatch latch) {
        try {
            return latch.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
