package com.phoneunite.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Faults that are scripted, and those that are drawn where none is. Safe for any number of threads. */
final class FaultScript<F> {

    private final Queue<F> scripted = new ConcurrentLinkedQueue<>();
    private Random random = new Random(0);
    private int percent;
    private List<F> drawn = List.of();

    void add(List<F> faults) {
        scripted.addAll(faults);
    }

    synchronized void seeded(long seed, int of100, List<F> from) {
        random = new Random(seed);
        percent = of100;
        drawn = from;
    }

    Optional<F> poll() {
        F next = scripted.poll();
        return next == null ? draw() : Optional.of(next);
    }

    private synchronized Optional<F> draw() {
        return percent > 0 && random.nextInt(100) < percent
                ? Optional.of(drawn.get(random.nextInt(drawn.size())))
                : Optional.empty();
    }
}
