package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Claims;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
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
 * several places at once: accounts are leased. An account that fails is set aside, each time for longer, and never stops the others. Thread-safe.
 */
public final class ReconciliationRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRun.class);

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
     * What a run did, and what it left.
     *
     * @param accounts how many accounts were looked at
     * @param checked how many attempts and refunds the gateway was asked about
     * @param left how many of them are still open, and are checked again later
     * @param inReview how many of them went to a person's review
     * @param failed the accounts that could not be reconciled; each was logged with its cause, is set aside for a while, and is then tried
     *     again by the next run
     * @param leftToOthers how many accounts were left, as another run has them or they are set aside
     * @param complete false if the thread was interrupted before everything had been looked at; the next run goes on
     */
    public record Result(
            int accounts,
            int checked,
            int left,
            int inReview,
            List<AccountId> failed,
            int leftToOthers,
            boolean complete) {
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
        Tally tally = new Tally();
        Claims claims = new Claims(checks, clock);
        try {
            boolean interrupted = Thread.currentThread().isInterrupted();
            Optional<Lease> next = interrupted ? Optional.empty() : claims.next();
            while (next.isPresent()) {
                reconcile(next.get(), tally);
                interrupted = Thread.currentThread().isInterrupted();
                next = interrupted ? Optional.empty() : claims.next();
            }
            return tally.result(claims.leftToOthers(), !interrupted);
        } finally {
            claims.giveBack();
        }
    }

    private void reconcile(Lease lease, Tally tally) {
        tally.accounts++;
        try {
            Reconciled done = reconciliation.reconcile(lease.account(), () -> checks.holds(lease));
            tally.reconciled = tally.reconciled.plus(done);
            checks.release(lease);
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("account={} could not be reconciled and was set aside", lease.account(), e);
            tally.failed.add(lease.account());
            setAside(lease);
        }
    }

    /** A lease that cannot be given back runs out by itself. */
    private void setAside(Lease lease) {
        try {
            Instant now = Moments.now(clock);
            checks.setAside(lease, now, now.plus(lease.backOff()));
        } catch (RuntimeException e) {
            LOG.warn("account={} stays leased until the lease runs out", lease.account(), e);
        }
    }

    private static final class Tally {

        private int accounts;
        private Reconciled reconciled = Reconciled.NOTHING;
        private final List<AccountId> failed = new ArrayList<>();

        Result result(int leftToOthers, boolean complete) {
            return new Result(
                    accounts,
                    reconciled.checked(),
                    reconciled.left(),
                    reconciled.inReview(),
                    failed,
                    leftToOthers,
                    complete);
        }
    }
}
