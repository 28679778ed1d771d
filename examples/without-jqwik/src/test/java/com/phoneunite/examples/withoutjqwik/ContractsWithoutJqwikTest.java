package com.phoneunite.examples.withoutjqwik;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.contract.AdapterFeature;
import com.phoneunite.testkit.contract.LedgerRepositoryContract;
import com.phoneunite.testkit.contract.UnitOfWorkContract;
import java.util.Set;

/** Contracts run with JUnit alone; a host answers with its own store. */
class ContractsWithoutJqwikTest implements UnitOfWorkContract, LedgerRepositoryContract {

    @Override
    public Store store() {
        return InMemoryStore.create();
    }

    @Override
    public BillingStore billingStore() {
        return BillingStore.in(InMemoryStore.create());
    }

    @Override
    public Set<AdapterFeature> missingFeatures() {
        return Set.of(AdapterFeature.DURABLE);
    }
}
