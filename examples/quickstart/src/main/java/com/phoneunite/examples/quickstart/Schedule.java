package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.Billing;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The time of a story, and what its host does by it. A host that was killed in a run has left accounts that are leased to it: the next
 * one waits until these leases have run out, and the whole story is that much later from then on, so that nothing that is counted in
 * hours comes out differently. Not thread-safe.
 */
final class Schedule {

    /** Longer than a lease, which is 10 minutes. */
    private static final Duration UNTIL_LEASES_HAVE_RUN_OUT = Duration.ofMinutes(11);

    /** What happens in a story happens on its day, however late: the latest of it is at 9 in the morning. */
    private static final Duration LATEST = Duration.ofHours(14);

    private final MutableClock clock;
    private final Billing billing;
    private final Runnable waited;
    private Duration late;

    /**
     * Keeps to a story that is late by so much.
     *
     * @param waited is told once the story has become later, before anything is done by it
     */
    Schedule(MutableClock clock, Billing billing, Duration late, Runnable waited) {
        this.clock = clock;
        this.billing = billing;
        this.late = late;
        this.waited = waited;
    }

    /** Billing as the host runs it. */
    Billing billing() {
        return billing;
    }

    /** How late the story is. */
    Duration late() {
        return late;
    }

    void turnTo(Instant moment) {
        clock.set(moment.plus(late));
    }

    /** Asks what has become of open payments, and says how many there were. */
    int reconcile() {
        return all(() -> {
                    var done = billing.reconcile();
                    return new Done(
                            done.checked(),
                            0,
                            done.leftToOthers(),
                            done.failed().size());
                })
                .looked();
    }

    /** Takes what is due. */
    Done run() {
        return all(() -> {
            var done = billing.run();
            return new Done(
                    done.accounts(),
                    done.paid(),
                    done.leftToOthers(),
                    done.failed().size());
        });
    }

    /**
     * What was done.
     *
     * @param looked how many accounts, or payments, were looked at
     * @param paid how many periods were paid
     * @param left how many accounts were left, as another host has them
     * @param failed how many accounts failed
     */
    record Done(int looked, int paid, int left, int failed) {}

    /** One part of the work of a host. */
    @FunctionalInterface
    private interface Part {
        Done work();
    }

    private Done all(Part part) {
        List<Done> parts = new ArrayList<>(List.of(succeeded(part.work())));
        while (parts.get(parts.size() - 1).left() > 0 && late.compareTo(LATEST) < 0) {
            late = late.plus(UNTIL_LEASES_HAVE_RUN_OUT);
            clock.advance(UNTIL_LEASES_HAVE_RUN_OUT);
            waited.run();
            parts.add(succeeded(part.work()));
        }
        return new Done(sum(parts, Done::looked), sum(parts, Done::paid), 0, 0);
    }

    /** A story has no account that cannot be billed, so it is the store that fails. */
    private static Done succeeded(Done done) {
        if (done.failed() > 0) {
            throw new PhoneUniteFault(done.failed() + " accounts could not be billed");
        }
        return done;
    }

    private static int sum(List<Done> parts, ToIntFunction<Done> what) {
        return parts.stream().mapToInt(what).sum();
    }
}
