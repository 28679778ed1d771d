package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.CommitUnknownFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A caller of a {@link UsageQueue}, who waits until somebody has called the database for it, or it is its own turn to do so. Where it
 * stands in the queue is guarded by the queue's lock; what it is told may be asked for by any thread.
 */
final class UsageCaller {

    private final Posting posting;
    private final Semaphore woken = new Semaphore(0);
    private boolean isWaiting = true;
    private boolean goesAlone;
    private volatile @Nullable Told told;

    /** What came of it: what was posted, or how that failed. */
    private record Told(Optional<LedgerEntry> posted, Optional<RuntimeException> fault) {}

    UsageCaller(Posting posting) {
        this.posting = posting;
    }

    Posting posting() {
        return posting;
    }

    AccountId account() {
        return posting.account();
    }

    /** Whether it stands in the queue, and nobody calls the database for it. */
    boolean isWaiting() {
        return isWaiting;
    }

    /** Whether it is not to go with others any more. */
    boolean goesAlone() {
        return goesAlone;
    }

    void leaveQueue() {
        isWaiting = false;
    }

    /** Stands in the queue again, for a call of its own. */
    void returnAlone() {
        isWaiting = true;
        goesAlone = true;
    }

    void tell(Optional<LedgerEntry> posted) {
        told = new Told(posted, Optional.empty());
    }

    void fail(RuntimeException fault) {
        told = new Told(Optional.empty(), Optional.of(fault));
    }

    boolean isTold() {
        return told != null;
    }

    /** Lets its thread look again, now or when it would begin to wait. */
    void wake() {
        woken.release();
    }

    /** Waits until it is woken, and no longer than that. An interrupt does not end it: what is under way is not called back by one. */
    void await(Duration atMost) {
        boolean isInterrupted = Thread.interrupted();
        try {
            woken.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it was told. A fault is thrown with the trace of its own thread, as that of the call may be another's. */
    Optional<LedgerEntry> answer() {
        Told answer = told;
        if (answer == null) {
            throw new IllegalStateException("nothing was told yet");
        }
        RuntimeException fault = answer.fault().orElse(null);
        if (fault instanceof CommitUnknownFault) {
            throw new CommitUnknownFault(String.valueOf(fault.getMessage()), fault);
        }
        if (fault instanceof PhoneUniteFault) {
            throw new PhoneUniteFault(String.valueOf(fault.getMessage()), fault);
        }
        if (fault != null) {
            throw fault;
        }
        return answer.posted();
    }
}
