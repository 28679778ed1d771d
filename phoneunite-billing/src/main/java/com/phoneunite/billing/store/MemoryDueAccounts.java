package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/** Each account's own fact is transactional; the directory over all accounts follows it once it is committed. */
final class MemoryDueAccounts implements DueAccounts {

    private final InMemoryStore store;
    private final MemoryValue<Optional<Instant>> scheduled;
    private final NavigableSet<DueAccount> directory = new ConcurrentSkipListSet<>();

    MemoryDueAccounts(InMemoryStore store) {
        this.store = store;
        this.scheduled = store.value();
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
}
