package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.recharge.Reconciliation.Reconciled;
import com.phoneunite.input.Moments;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule P7: reconciles all accounts that have something to check, account by account. Safe to repeat, to stop at any point, and to run in
 * several places at once. An account that fails is set aside and never stops the others. Thread-safe.
 */
public final class ReconciliationRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRun.class);
    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final DueAccounts checks;
    private final Reconciliation reconciliation;
    private final InstantSource clock;

    ReconciliationRun(PaymentPorts ports, Reconciliation reconciliation) {
        this.unitOfWork = ports.core().unitOfWork();
        this.checks = ports.checks();
        this.reconciliation = reconciliation;
        this.clock = ports.clock();
    }

    /**
     * What a run did.
     *
     * @param accounts how many accounts were looked at
     * @param checked how many attempts and refunds the gateway was asked about
     * @param left how many of them are still open, and are checked again later
     * @param inReview how many of them went to a person's review
     * @param failed the accounts that could not be reconciled; each was logged with its cause, and is tried again later
     * @param complete false if the thread was interrupted before everything had been looked at
     */
    public record Result(int accounts, int checked, int left, int inReview, List<AccountId> failed, boolean complete) {
        public Result {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Reconciles what it is time for now.
     *
     * @throws UnitOfWorkFault if a unit of work is open on this thread
     */
    public Result run() {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("reconciliation");
        }
        Instant until = Moments.now(clock);
        Tally tally = new Tally();
        Optional<DueAccount> last = Optional.empty();
        List<DueAccount> batch;
        do {
            batch = checks.list(until, last, BATCH);
            for (DueAccount due : batch) {
                if (Thread.currentThread().isInterrupted()) {
                    return tally.result(false);
                }
                reconcile(due.account(), tally);
                last = Optional.of(due);
            }
        } while (batch.size() == BATCH);
        return tally.result(true);
    }

    private void reconcile(AccountId account, Tally tally) {
        tally.accounts++;
        try {
            tally.reconciled = tally.reconciled.plus(reconciliation.reconcile(account));
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("account={} could not be reconciled and was set aside", account, e);
            tally.failed.add(account);
        }
    }

    private static final class Tally {

        private int accounts;
        private Reconciled reconciled = Reconciled.NOTHING;
        private final List<AccountId> failed = new ArrayList<>();

        Result result(boolean complete) {
            return new Result(
                    accounts, reconciled.checked(), reconciled.left(), reconciled.inReview(), failed, complete);
        }
    }
}
