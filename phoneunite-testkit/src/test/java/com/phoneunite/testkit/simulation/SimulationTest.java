package com.phoneunite.testkit.simulation;

import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void X1_aSimulationRuns() {
        int from = Integer.getInteger("from", 1);
        int seeds = Integer.getInteger("seeds", 1);
        int steps = Integer.getInteger("steps", 1_000);
        FaultTable all = FaultTable.nothing();
        long t = System.nanoTime();
        for (int i = 0; i < 1; i++)
            for (int seed = from; seed < from + seeds; seed++) {
                SimulationReport report = Simulation.inMemory()
                        .audit(SmallAudit::new)
                        .seed(seed)
                        .steps(steps)
                        .run();
                all = all.plus(report.faults());
                if (seeds < 5) System.out.println(report.traceHash());
            }
        System.out.println("steps/s " + seeds * (long) steps * 1e9 / (System.nanoTime() - t));
        System.out.println(all.missing());
        System.out.println(all.missingPairs().size());
    }
}
