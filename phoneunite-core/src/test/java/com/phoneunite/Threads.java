package com.phoneunite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs work on as many threads as there is work, all let go at the same moment. */
public final class Threads {

    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "together");
        thread.setDaemon(true);
        return thread;
    });

    private Threads() {}

    /** What each piece of work answered, in order. Fails if one of them does. */
    public static <T> List<T> together(List<? extends Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> one : work) {
            running.add(POOL.submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                return one.call();
            }));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> one : running) {
            answers.add(one.get(20, TimeUnit.SECONDS));
        }
        return answers;
    }
}
