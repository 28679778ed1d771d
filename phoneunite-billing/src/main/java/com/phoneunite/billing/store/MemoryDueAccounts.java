package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Each account's own fact is transactional; the directory over all accounts follows it once it is committed. */
final class MemoryDueAccounts implements DueAccounts {

    private final InMemoryStore store;
    private final MemoryValue<Optional<Instant>> scheduled;
    private final NavigableSet<DueAccount> directory = new ConcurrentSkipListSet<>();
    private final ConcurrentMap<AccountId, Claim> claims = new ConcurrentHashMap<>();
    private final AtomicLong fences = new AtomicLong();

    MemoryDueAccounts(InMemoryStore store) {
        this.store = store;
        this.scheduled = store.value();
    }

    /** A lease, or a setting aside, which is a lease that nobody holds. */
    private record Claim(long fence, int failures, Instant since, Instant until) {

        boolean isInForceAt(Instant now) {
            Duration length = Duration.between(since, until);
            return now.isBefore(until) && !now.isBefore(since.minus(length));
        }
    }

    @Override
    public void schedule(AccountId account, Optional<Instant> due) {
        Optional<Instant> former = scheduled.get(account).flatMap(one -> one);
        if (former.equals(due)) {
            return;
        }
        scheduled.set(account, due);
        store.afterCommit(account, () -> {
            due.ifPresent(moment -> directory.add(new DueAccount(moment, account)));
            former.ifPresent(moment -> directory.remove(new DueAccount(moment, account)));
        });
    }

    @Override
    public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
        NavigableSet<DueAccount> behind =
                after.map(one -> directory.tailSet(one, false)).orElse(directory);
        return behind.stream()
                .takeWhile(one -> !one.due().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
        return accounts.stream()
                .flatMap(account -> lease(account, now, until).stream())
                .toList();
    }

    private Optional<Lease> lease(AccountId account, Instant now, Instant until) {
        long fence = fences.incrementAndGet();
        Claim claim = claims.compute(
                account,
                (id, former) -> isInForce(former, now)
                        ? former
                        : new Claim(fence, former == null ? 0 : former.failures(), now, until));
        return claim.fence() == fence ? Optional.of(new Lease(account, fence, claim.failures())) : Optional.empty();
    }

    private static boolean isInForce(@Nullable Claim claim, Instant now) {
        return claim != null && claim.isInForceAt(now);
    }

    @Override
    public boolean holds(Lease lease) {
        Claim claim = claims.get(lease.account());
        return claim != null && claim.fence() == lease.fence();
    }

    @Override
    public void release(Lease lease) {
        claims.computeIfPresent(lease.account(), (id, claim) -> claim.fence() == lease.fence() ? null : claim);
    }

    @Override
    public void setAside(Lease lease, Instant now, Instant until) {
        claims.computeIfPresent(
                lease.account(),
                (id, claim) -> claim.fence() == lease.fence()
                        ? new Claim(fences.incrementAndGet(), lease.failures() + 1, now, until)
                        : claim);
    }
}
