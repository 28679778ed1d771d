package com.phoneunite.isolation;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two threads that are let go at the same moment. */
final class Together implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier start = new CyclicBarrier(2);

    /** What both answered, in order. */
    List<String> answers(Runnable one, Runnable other) throws Exception {
        Future<String> first = threads.submit(() -> answer(one));
        Future<String> second = threads.submit(() -> answer(other));
        return List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
    }

    private String answer(Runnable call) throws Exception {
        start.await(20, TimeUnit.SECONDS);
        return Rig.answer(call);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
