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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule B6: charges everything that is due, account by account, each in units of work of its own, which a store may keep together: what is covered is settled; where
 * something is not, or the balance is below the threshold, auto-recharge is tried with nothing open; then what is still not covered is
 * recorded. Safe to repeat, to stop at any point, and to run in several places at once: accounts are leased. An account that fails is set
 * aside, each time for longer, and never stops the others. Thread-safe.
 */
public final class BillingRun {

    private static final Logger LOG = LoggerFactory.getLogger(BillingRun.class);

    private final UnitOfWork unitOfWork;
    private final DueAccounts dueAccounts;
    private final BillingCycle cycle;
    private final Funding funding;
    private final InstantSource clock;

    public BillingRun(
            UnitOfWork unitOfWork, DueAccounts dueAccounts, BillingCycle cycle, Funding funding, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.dueAccounts = dueAccounts;
        this.cycle = cycle;
        this.funding = funding;
        this.clock = clock;
    }

    /**
     * How a run is made.
     *
     * @param workers how many accounts are billed at the same time, 1 to {@value #MAX_WORKERS}
     * @param listener is told after each account what was done so far, by one worker at a time; what it throws is logged and otherwise
     *     ignored
     */
    public record Options(int workers, Consumer<? super Progress> listener) {

        /** The most workers of a run. */
        public static final int MAX_WORKERS = 64;

        /** One worker, and nobody who listens. */
        public static final Options STANDARD = new Options(1, progress -> {});

        public Options {
            Objects.requireNonNull(listener, "listener");
            if (workers < 1 || workers > MAX_WORKERS) {
                throw new IllegalArgumentException("a run has 1 to " + MAX_WORKERS + " workers");
            }
        }

        /** The same with so many workers. */
        public Options workers(int count) {
            return new Options(count, listener);
        }

        /** The same, telling this one what was done so far. */
        public Options reportingTo(Consumer<? super Progress> other) {
            return new Options(workers, other);
        }
    }

    /**
     * What a run has done so far.
     *
     * @param accounts how many accounts were looked at
     * @param paid how many periods were paid
     * @param pastDue how many organizations of these accounts have something due that was not covered, and work on
     * @param suspended how many organizations were suspended
     * @param returned how many organizations came back from suspension
     * @param funded how many accounts an automatic recharge brought money to
     * @param failed how many accounts could not be billed
     */
    public record Progress(int accounts, int paid, int pastDue, int suspended, int returned, int funded, int failed) {}

    /**
     * What a run did, and what it left.
     *
     * @param done what it did
     * @param failed the accounts that could not be billed; each was logged with its cause, is set aside for a while, and is then tried
     *     again by the next run
     * @param leftToOthers how many accounts that are due were left, as another run has them or they are set aside
     * @param complete false if the run was interrupted before everything had been looked at; the next one goes on
     */
    public record Result(Progress done, List<AccountId> failed, int leftToOthers, boolean complete) {
        public Result {
            failed = List.copyOf(failed);
        }

        /** How many accounts were looked at. */
        public int accounts() {
            return done.accounts();
        }

        /** How many periods were paid. */
        public int paid() {
            return done.paid();
        }

        /** How many organizations have something due that was not covered, and work on. */
        public int pastDue() {
            return done.pastDue();
        }
    }

    /**
     * Charges everything that is due now.
     *
     * @throws UnitOfWorkFault if a unit of work is open on this thread
     */
    public Result run(Options options) {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("the billing run");
        }
        Tally tally = new Tally(options.listener());
        Claims claims = new Claims(dueAccounts, clock);
        try {
            boolean complete = Workers.run(options.workers(), () -> {
                List<Lease> some = claims.next(unitOfWork.mostTogether());
                bill(some, tally);
                return !some.isEmpty();
            });
            return tally.result(claims.leftToOthers(), complete);
        } finally {
            claims.giveBack();
        }
    }

    /** Settles together what can be, and leaves to an account of its own what is left, fails, or is to be funded. */
    private void bill(List<Lease> leases, Tally tally) {
        Map<AccountId, Optional<Settled>> settled = together(leases);
        Predicate<Lease> isDone = lease -> Optional.ofNullable(settled.get(lease.account()))
                .filter(one -> !mayBeFunded(one))
                .isPresent();
        List<Lease> done = leases.stream().filter(isDone).toList();
        if (!done.isEmpty()) {
            end(done.get(0).account(), () -> dueAccounts.releaseAll(done));
            done.forEach(lease -> tally.add(settled.getOrDefault(lease.account(), Optional.empty()), false));
        }
        leases.stream()
                .filter(isDone.negate())
                .forEach(lease -> bill(lease, Optional.ofNullable(settled.get(lease.account())), tally));
    }

    private Map<AccountId, Optional<Settled>> together(List<Lease> leases) {
        if (leases.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, Lease> byAccount =
                leases.stream().collect(Collectors.toMap(Lease::account, Function.identity()));
        try {
            return unitOfWork.together(
                    List.copyOf(byAccount.keySet()),
                    account -> settle(Objects.requireNonNull(byAccount.get(account)), cycle::settle));
        } catch (RuntimeException e) {
            LOG.warn("{} accounts could not be billed together: each is billed alone", leases.size(), e);
            return Map.of();
        }
    }

    private void bill(Lease lease, Optional<Optional<Settled>> before, Tally tally) {
        AccountId account = lease.account();
        try {
            Optional<Settled> settled = before.isPresent() ? before.get() : within(lease, cycle::settle);
            boolean funded = false;
            if (mayBeFunded(settled)) {
                funded = funding.fund(account, 0).fold(done -> true, unresolved -> false, notFunded -> false);
                Optional<Settled> first = settled;
                settled =
                        within(lease, cycle::conclude).map(after -> first.get().and(after));
            }
            end(account, () -> dueAccounts.release(lease));
            tally.add(settled, funded);
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("account={} could not be billed and was set aside", account, e);
            Instant now = Moments.now(clock);
            end(account, () -> dueAccounts.setAside(lease, now, now.plus(lease.backOff())));
            tally.fail(account);
        }
    }

    private static boolean mayBeFunded(Optional<Settled> settled) {
        return settled.filter(Settled::mayBeFunded).isPresent();
    }

    private Optional<Settled> within(Lease lease, Function<Change, Settled> work) {
        return unitOfWork.change(lease.account(), () -> settle(lease, work));
    }

    /** A worker that wakes after it lost its lease leaves the account to whoever has it now. */
    private Optional<Settled> settle(Lease lease, Function<Change, Settled> work) {
        Change change = new Change(lease.account(), Actor.system(), Moments.now(clock));
        return dueAccounts.holds(lease) ? Optional.of(work.apply(change)) : Optional.empty();
    }

    /** A lease that cannot be given back runs out by itself. */
    private static void end(AccountId account, Runnable release) {
        try {
            release.run();
        } catch (RuntimeException e) {
            LOG.warn("account={} stays leased until the lease runs out", account, e);
        }
    }
}
