package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Leases in a table of their own, as a host would write them first; a fault overrides one decision. */
class Leases implements DueAccounts {

    final Map<AccountId, Claim> claims = new ConcurrentHashMap<>();
    private final DueAccounts behind;
    private final AtomicLong fences = new AtomicLong();

    Leases(DueAccounts behind) {
        this.behind = behind;
    }

    record Claim(long fence, int failures, Instant since, Instant until) {}

    boolean counts(Claim claim, Instant now) {
        Duration length = Duration.between(claim.since(), claim.until());
        return now.isBefore(claim.until()) && !now.isBefore(claim.since().minus(length));
    }

    long fenceAfter(Claim former) {
        return fences.updateAndGet(last -> Math.max(last, former == null ? 0 : former.fence()) + 1);
    }

    static List<AccountId> accounts(Object given) {
        return ((List<?>) given).stream().map(AccountId.class::cast).toList();
    }

    @Override
    public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
        List<Lease> leases = new ArrayList<>();
        for (AccountId account : accounts) {
            Claim former = claims.get(account);
            if (former == null || !counts(former, now)) {
                int failures = former == null ? 0 : former.failures();
                Claim claim = new Claim(fenceAfter(former), failures, now, until);
                claims.put(account, claim);
                leases.add(new Lease(account, claim.fence(), failures));
            }
        }
        return leases;
    }

    @Override
    public boolean holds(Lease lease) {
        Claim claim = claims.get(lease.account());
        return claim != null && claim.fence() == lease.fence();
    }

    @Override
    public void release(Lease lease) {
        if (holds(lease)) {
            claims.remove(lease.account());
        }
    }

    @Override
    public void setAside(Lease lease, Instant now, Instant until) {
        if (holds(lease)) {
            claims.put(
                    lease.account(),
                    new Claim(fenceAfter(claims.get(lease.account())), lease.failures() + 1, now, until));
        }
    }

    @Override
    public void schedule(AccountId account, Optional<Instant> due) {
        behind.schedule(account, due);
    }

    @Override
    public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
        return behind.list(until, after, limit);
    }
}
