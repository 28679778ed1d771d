package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.store.CommitUnknownFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A caller of a {@link UsageQueue}, who waits until somebody has called the database for it, or it is its own turn to do so. Where it
 * stands is guarded by the queue's lock; to wait and to be woken is not.
 */
final class UsageCaller {

    /** Where a caller stands. */
    enum Standing {
        /** In the queue: nobody calls the database for it. */
        WAITING,
        /** In a call that is being made. */
        UNDER_WAY,
        /** In none any more: it was told what came of it. */
        TOLD,
        /** In none any more: it was not posted, and goes alone. */
        LEFT
    }

    private final Posting posting;
    private final long came = System.nanoTime();
    private final Semaphore woken = new Semaphore(0);
    private Standing standing = Standing.WAITING;
    private long wentAt;
    private Optional<LedgerEntry> entry = Optional.empty();
    private Optional<Throwable> cause = Optional.empty();

    UsageCaller(Posting posting) {
        this.posting = posting;
    }

    Posting posting() {
        return posting;
    }

    AccountId account() {
        return posting.account();
    }

    Standing standing() {
        return standing;
    }

    /** Whether nothing has come of it yet. */
    boolean isPending() {
        return standing == Standing.WAITING || standing == Standing.UNDER_WAY;
    }

    /** Since when it has been in the queue. */
    long came() {
        return came;
    }

    /** Since when it has been in a call. */
    long wentAt() {
        return wentAt;
    }

    void go(long now) {
        standing = Standing.UNDER_WAY;
        wentAt = now;
    }

    void leave() {
        standing = Standing.LEFT;
    }

    /** What was entered by its call; nothing, where that takes more than one step. */
    void tell(Optional<LedgerEntry> entered) {
        standing = Standing.TOLD;
        entry = entered;
    }

    /** That nobody knows whether it was posted. */
    void lose(Throwable how) {
        standing = Standing.TOLD;
        cause = Optional.of(how);
    }

    /** What was entered; nothing, where nothing was, or nothing is known yet. A fault is its own: that of the call is another's. */
    Optional<LedgerEntry> answer() {
        cause.ifPresent(how -> {
            throw new CommitUnknownFault(
                    "it is not known whether usage was kept that shared a call; the same again under its key is safe",
                    how);
        });
        return entry;
    }

    /** Lets its thread look again, now or when it would begin to wait. */
    void wake() {
        woken.release();
    }

    /**
     * Waits until it is woken, and no longer than that. An interrupt does not end it: what is under way is not called back by one.
     *
     * @return whether it was woken
     */
    boolean await(Duration atMost) {
        boolean isInterrupted = Thread.interrupted();
        try {
            return woken.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            isInterrupted = true;
            return false;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
