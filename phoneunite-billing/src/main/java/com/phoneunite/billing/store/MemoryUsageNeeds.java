package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.util.Optional;

final class MemoryUsageNeeds implements UsageNeeds {

    private final MemoryValue<Optional<UsageNeed>> needs;

    MemoryUsageNeeds(InMemoryStore store) {
        needs = store.value();
    }

    @Override
    public Optional<UsageNeed> find(AccountId account) {
        return needs.get(account).flatMap(one -> one);
    }

    @Override
    public void save(AccountId account, Optional<UsageNeed> need) {
        if (!find(account).equals(need)) {
            needs.set(account, need);
        }
    }
}
