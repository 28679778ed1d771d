package com.phoneunite.testkit.simulation;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DebugOnlyTest {
    @Test
    void run() {
        Integer[] only = Arrays.stream(System.getProperty("only", "").split(","))
                .filter(s -> !s.isEmpty())
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
        System.out.println(Simulation.inMemory()
                .seed(Long.getLong("seed", 1))
                .only(only)
                .run()
                .traceHash());
    }
}
