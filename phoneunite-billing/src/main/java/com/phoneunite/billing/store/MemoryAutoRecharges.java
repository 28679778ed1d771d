package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.util.Optional;

final class MemoryAutoRecharges implements AutoRechargeRepository {

    private final MemoryValue<AutoRechargeStanding> standings;

    MemoryAutoRecharges(InMemoryStore store) {
        standings = store.value();
    }

    @Override
    public Optional<AutoRechargeStanding> find(AccountId account) {
        return standings.get(account);
    }

    @Override
    public void save(AutoRechargeStanding standing) {
        standings.set(standing.account(), standing);
    }
}
