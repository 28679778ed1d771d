package com.phoneunite.testkit.simulation;

/** Thrown out of a port where the process is killed, or a call fails. */
final class SimulatedCrash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulatedCrash(ProcessFault fault) {
        super(fault.name(), null, false, false);
    }

    static boolean isIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SimulatedCrash) {
                return true;
            }
        }
        return false;
    }
}
