package com.phoneunite.testkit.crash;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rule X1: cuts an operation short at any point of a store. There is a point before and after every call of a port, and between the work
 * of a change and its commit. A test counts the points that an operation passes, and then does it once for each of them, cut there: it must
 * not have happened, or be finished by doing it again.
 *
 * <pre>{@code
 * CrashPoints points = CrashPoints.killing();
 * BillingStore store = points.over(BillingStore.in(InMemoryStore.create()));
 * points.crashAfter(17);
 * }</pre>
 *
 * <p>Counts the calls of all threads together; a point is the same one each time only where one thread works at a time.
 */
public final class CrashPoints {

    private static final long NEVER = Long.MAX_VALUE;

    private final boolean kills;
    private final AtomicLong passed = new AtomicLong();
    private volatile long armedAt = NEVER;
    private volatile Runnable spark = () -> {};
    private volatile boolean isDead;
    private volatile boolean wasReached;

    private CrashPoints(boolean kills) {
        this.kills = kills;
    }

    /** One call fails, and what comes after it works again. */
    public static CrashPoints once() {
        return new CrashPoints(false);
    }

    /** The process is killed: nothing works any more until it is {@linkplain #restart started again}. */
    public static CrashPoints killing() {
        return new CrashPoints(true);
    }

    /** Thrown where an operation is cut. */
    public static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Crash() {
            super("cut here by a test", null, false, false);
        }
    }

    /** That store, with these points in it. */
    public Store over(Store store) {
        return PortWatch.over(store, new Points());
    }

    /** That store, with these points in it. */
    public BillingStore over(BillingStore store) {
        return PortWatch.over(store, new Points());
    }

    /** How many points were passed so far. */
    public long passed() {
        return passed.get();
    }

    /**
     * Crashes at the next point but so many.
     *
     * @param points how many are passed before it, from 0
     */
    public void crashAfter(long points) {
        arm(points, this::crash);
    }

    /**
     * Something else comes in between, instead of a crash.
     *
     * @param points how many are passed before it, from 0
     * @param other what is done then, on the thread of the call
     */
    public void comesBetweenAfter(long points, Runnable other) {
        arm(points, other);
    }

    private void arm(long points, Runnable other) {
        wasReached = false;
        spark = other;
        armedAt = passed.get() + points + 1;
    }

    /** Whether the point that was last asked for has been reached. */
    public boolean wasReached() {
        return wasReached;
    }

    /** Everything works again, and does not crash any more until told otherwise. */
    public void restart() {
        armedAt = NEVER;
        isDead = false;
    }

    private void crash() {
        isDead = kills;
        throw new Crash();
    }

    private void pass() {
        if (isDead) {
            throw new Crash();
        }
        if (passed.incrementAndGet() == armedAt) {
            wasReached = true;
            armedAt = NEVER;
            spark.run();
        }
    }

    private final class Points implements PortWatch {

        @Override
        public void before(Method call) {
            pass();
        }

        @Override
        public void after(Method call) {
            pass();
        }

        @Override
        public void beforeCommit() {
            pass();
        }
    }
}
