package com.phoneunite.billing.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads take one step after the other until there is none left. When the calling thread is interrupted, or a worker
 * fails, all stop after the step that they are in.
 */
final class Workers implements Runnable {

    private final BooleanSupplier step;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    private Workers(BooleanSupplier step) {
        this.step = step;
    }

    /**
     * Runs. The calling thread is one of the workers; the others have ended when this returns.
     *
     * @param step takes a step; false if there is none left
     * @return whether there is none left
     */
    static boolean run(int count, BooleanSupplier step) {
        Workers all = new Workers(step);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            Thread other = new Thread(all, "phoneunite-billing-run-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        all.run();
        others.forEach(all::await);
        Throwable failure = all.failure.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        return !all.stopped;
    }

    @Override
    public void run() {
        try {
            boolean isLeft = true;
            while (isLeft && !stopped) {
                if (Thread.currentThread().isInterrupted()) {
                    stopped = true;
                } else {
                    isLeft = step.getAsBoolean();
                }
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stopped = true;
        }
    }

    /** An interrupt while waiting stops the others, and stays set for the caller. */
    private void await(Thread other) {
        boolean interrupted = false;
        while (other.isAlive()) {
            try {
                other.join();
            } catch (InterruptedException e) {
                stopped = true;
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
