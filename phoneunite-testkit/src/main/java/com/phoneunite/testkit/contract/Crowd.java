package com.phoneunite.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Threads that have all looked before any of them acts. */
final class Crowd {

    private static final int THREADS = 8;

    private Crowd() {}

    /**
     * What the threads answered with, by their numbers from 0.
     *
     * @param look what each does first
     * @param act what each does once all have looked
     */
    static <T> List<T> of(Runnable look, IntFunction<Callable<T>> act) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<T>> working = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            Callable<T> work = act.apply(number);
            working.add(pool.submit(() -> {
                look.run();
                together.await(Threads.LONG_SECONDS, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        pool.shutdown();
        List<T> answers = new ArrayList<>();
        for (Future<T> one : working) {
            answers.add(one.get(2 * Threads.LONG_SECONDS, TimeUnit.SECONDS));
        }
        return answers;
    }
}
