package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;

class MemoryDueAccountsContractTest implements DueAccountsContract {

    @Override
    public BillingStore billingStore() {
        return BillingStore.in(InMemoryStore.create());
    }
}
