package com.phoneunite.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Faults that are scripted, and those that are drawn where none is. Safe for any number of threads. */
final class FaultScript<F extends Enum<F>> {

    private final Queue<F> scripted = new ConcurrentLinkedQueue<>();
    private Random random = new Random(0);
    private int percent;
    private List<F> drawn = List.of();
    private volatile Consumer<? super Enum<?>> watcher = fault -> {};

    /** Is told of each fault that comes. */
    void watch(Consumer<? super Enum<?>> onFault) {
        watcher = onFault;
    }

    void add(List<F> faults) {
        scripted.addAll(faults);
    }

    synchronized void seeded(long seed, int of100, List<F> from) {
        if (of100 < 0 || of100 > 100) {
            throw new IllegalArgumentException("of a hundred calls 0 to 100 are spoilt, and not " + of100);
        }
        random = new Random(seed);
        percent = of100;
        drawn = from;
    }

    Optional<F> poll() {
        F next = scripted.poll();
        Optional<F> fault = next == null ? draw() : Optional.of(next);
        fault.ifPresent(watcher);
        return fault;
    }

    private synchronized Optional<F> draw() {
        return percent > 0 && random.nextInt(100) < percent
                ? Optional.of(drawn.get(random.nextInt(drawn.size())))
                : Optional.empty();
    }
}
