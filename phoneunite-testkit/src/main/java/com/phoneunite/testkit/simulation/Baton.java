package com.phoneunite.testkit.simulation;

import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one of two hosts work at a time. Who has it passes it on where nothing is open, so two hosts' operations interleave, and always in the
 * same way.
 */
final class Baton {

    /** How long it takes at most until it comes back, in real time: longer means that a host waits for a lock that the other holds. */
    private final Duration patience;

    /** The rule that is broken where nobody goes on. */
    static final String STALLED = "STALLED";

    private final List<Semaphore> turns = List.of(new Semaphore(0), new Semaphore(0));
    private volatile boolean isOver;

    Baton(Duration patience) {
        this.patience = patience;
    }

    /** Thrown where somebody works on after the simulation is over. */
    static final class Over extends Error {

        private static final long serialVersionUID = 1L;

        Over() {
            super("the simulation is over", null, false, false);
        }
    }

    /** Starts with that host. */
    void start(int host) {
        turns.get(host).release();
    }

    /** Waits until it is the host's turn. */
    void await(int host) {
        boolean isMine = tryAcquire(host);
        requireNotOver();
        if (!isMine) {
            throw new AuditFailure(
                    STALLED,
                    "host " + host + " waited for the other one for more than " + patience
                            + ": that one waits for a unit of work which is held open where nothing may be open (P5)");
        }
    }

    /** An interrupt is the host's own affair: it is kept for later. */
    private boolean tryAcquire(int host) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return turns.get(host).tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Passes it on, and waits until it comes back. */
    void passOn(int host) {
        requireNotOver();
        turns.get(1 - host).release();
        await(host);
    }

    /** Everybody stops where they are. */
    void end() {
        isOver = true;
        turns.forEach(Semaphore::release);
    }

    void requireNotOver() {
        if (isOver) {
            throw new Over();
        }
    }
}
