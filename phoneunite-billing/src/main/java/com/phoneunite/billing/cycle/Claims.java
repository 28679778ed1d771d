package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** The due accounts of one run, leased a batch at a time and handed to its workers one by one. Thread-safe. */
public final class Claims {

    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final DueAccounts dueAccounts;
    private final InstantSource clock;
    private final Instant until;
    private final Queue<Lease> leases = new ArrayDeque<>();
    private Optional<DueAccount> last = Optional.empty();
    private Instant leasedUntil = Instant.MIN;
    private boolean atEnd;
    private int leftToOthers;

    /** The accounts that are due now. */
    public Claims(DueAccounts dueAccounts, InstantSource clock) {
        this.dueAccounts = dueAccounts;
        this.clock = clock;
        this.until = Moments.now(clock);
    }

    /** The next account to bill, if there is one left. */
    public synchronized Optional<Lease> next() {
        while (!leases.isEmpty() || !atEnd) {
            Lease lease = leases.poll();
            if (lease == null) {
                leaseNextBatch();
            } else if (clock.instant().isBefore(leasedUntil)) {
                return Optional.of(lease);
            } else {
                Optional<Lease> again = leaseAgain(lease);
                if (again.isPresent()) {
                    return again;
                }
            }
        }
        return Optional.empty();
    }

    /** The next accounts to bill: so many of those that are leased already, or one where none is. */
    public synchronized List<Lease> next(int most) {
        List<Lease> some = new ArrayList<>();
        do {
            next().ifPresent(some::add);
        } while (some.size() < most && !leases.isEmpty());
        return some;
    }

    /** How many due accounts were leased by others, or set aside. */
    public synchronized int leftToOthers() {
        return leftToOthers;
    }

    /** Gives back what no worker has taken. */
    public synchronized void giveBack() {
        if (!leases.isEmpty()) {
            dueAccounts.releaseAll(List.copyOf(leases));
            leases.clear();
        }
    }

    private void leaseNextBatch() {
        List<DueAccount> batch = dueAccounts.list(until, last, BATCH);
        atEnd = batch.size() < BATCH;
        if (!batch.isEmpty()) {
            last = Optional.of(batch.get(batch.size() - 1));
            lease(batch.stream().map(DueAccount::account).toList());
        }
    }

    private void lease(List<AccountId> accounts) {
        Instant now = Moments.now(clock);
        leasedUntil = now.plus(LEASE);
        List<Lease> leased = dueAccounts.lease(accounts, now, leasedUntil);
        leases.addAll(leased);
        leftToOthers += accounts.size() - leased.size();
    }

    /** A worker took long, and the lease has run out meanwhile. */
    private Optional<Lease> leaseAgain(Lease lease) {
        Instant now = Moments.now(clock);
        Optional<Lease> again = dueAccounts.lease(List.of(lease.account()), now, now.plus(LEASE)).stream()
                .findFirst();
        leftToOthers += again.isPresent() ? 0 : 1;
        return again;
    }
}
