package com.phoneunite.testkit.simulation;

/**
 * What a simulation did.
 *
 * @param seed its seed
 * @param steps how many commands were done
 * @param traceHash SHA-256 over every command, its outcome and where its account's ledger stood then, in hexadecimal digits: the same for the
 *     same seed, on every machine
 * @param faults what happened meanwhile
 */
public record SimulationReport(long seed, long steps, String traceHash, FaultTable faults) {

    /** For example {@code "seed 42, 1000 steps, trace 4f2c…: faults [charge: fail after capture 3], 44 kinds and 1034 pairs missing"}. */
    @Override
    public String toString() {
        return "seed " + seed + ", " + steps + " steps, trace " + traceHash + ": " + faults;
    }
}
