package com.phoneunite.testkit.simulation;

import java.util.List;

/**
 * What the simulations of a range of seeds did.
 *
 * @param from the first seed
 * @param to the last seed
 * @param steps how many commands were done
 * @param traceHash the hash of the traces of all of them, in the order of their seeds
 * @param faults what happened meanwhile
 */
public record SweepReport(long from, long to, long steps, String traceHash, FaultTable faults) {

    static SweepReport nothing(long from) {
        return new SweepReport(from, from - 1, 0, "", FaultTable.nothing());
    }

    static SweepReport of(SimulationReport report) {
        return new SweepReport(report.seed(), report.seed(), report.steps(), report.traceHash(), report.faults());
    }

    SweepReport and(SweepReport next) {
        Trace trace = new Trace();
        trace.add(traceHash);
        trace.add(next.traceHash);
        return new SweepReport(from, next.to, steps + next.steps, trace.hash(), faults.plus(next.faults));
    }

    /** In one line, as for one simulation. */
    @Override
    public String toString() {
        return "seeds " + from + " to " + to + ", " + steps + " steps, trace " + traceHash + ": " + faults;
    }

    /** As a page to read, in Markdown, which ends with the faults and pairs that have not happened. */
    public String page() {
        return "# Simulation\n\n" + steps + " steps of the seeds " + from + " to " + to + ", trace `" + traceHash
                + "`.\n\n"
                + "Each fault, how often it happened, and how often it met an account that another fault had met since"
                + " things were quiet before; the columns are the faults by their numbers.\n\n" + faults.page()
                + "\nFaults that have not happened: "
                + named(faults.missing()) + "\n\nPairs that have not met: " + named(faults.missingPairs()) + "\n";
    }

    private static String named(List<String> all) {
        return all.isEmpty() ? "none." : String.join("; ", all) + ".";
    }

    String line() {
        return from + " " + to + " " + steps + " " + traceHash + " " + faults.line();
    }

    static SweepReport parse(String line) {
        String[] parts = line.split(" ", 5);
        return new SweepReport(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3],
                FaultTable.parse(parts[4]));
    }
}
