package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.BillingCycle.Settled;
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
 * Rule B6: charges everything that is due, account by account, each in a unit of work of its own. Safe to repeat, to stop at any
 * point, and to run in several places at once. An account that fails is set aside and never stops the others. Thread-safe.
 */
public final class BillingRun {

    private static final Logger LOG = LoggerFactory.getLogger(BillingRun.class);
    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final DueAccounts dueAccounts;
    private final BillingCycle cycle;
    private final InstantSource clock;

    public BillingRun(UnitOfWork unitOfWork, DueAccounts dueAccounts, BillingCycle cycle, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.dueAccounts = dueAccounts;
        this.cycle = cycle;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param accounts how many accounts were looked at
     * @param paid how many periods were paid
     * @param pastDue how many organizations of these accounts have something due that was not covered
     * @param failed the accounts that could not be billed; each was logged with its cause, and is tried again by the next run
     * @param complete false if the thread was interrupted before everything had been looked at
     */
    public record Result(int accounts, int paid, int pastDue, List<AccountId> failed, boolean complete) {
        public Result {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Charges everything that is due now.
     *
     * @throws UnitOfWorkFault if a unit of work is open on this thread
     */
    public Result run() {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("the billing run");
        }
        Instant until = Moments.now(clock);
        Tally tally = new Tally();
        Optional<DueAccount> last = Optional.empty();
        List<DueAccount> batch;
        do {
            batch = dueAccounts.list(until, last, BATCH);
            for (DueAccount due : batch) {
                if (Thread.currentThread().isInterrupted()) {
                    return tally.result(false);
                }
                bill(due.account(), tally);
                last = Optional.of(due);
            }
        } while (batch.size() == BATCH);
        return tally.result(true);
    }

    private void bill(AccountId account, Tally tally) {
        tally.accounts++;
        try {
            Settled settled = unitOfWork.change(
                    account, () -> cycle.settle(new Change(account, Actor.system(), Moments.now(clock))));
            tally.paid += settled.paid();
            tally.pastDue += settled.pastDue();
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("account={} could not be billed and was set aside", account, e);
            tally.failed.add(account);
        }
    }

    private static final class Tally {

        private int accounts;
        private int paid;
        private int pastDue;
        private final List<AccountId> failed = new ArrayList<>();

        Result result(boolean complete) {
            return new Result(accounts, paid, pastDue, failed, complete);
        }
    }
}
