package com.phoneunite.testkit.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Draws, the same ones from the same seed on every machine. Not thread-safe. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to less than that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the one to the other, both included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    long seed() {
        return random.nextLong();
    }
}
