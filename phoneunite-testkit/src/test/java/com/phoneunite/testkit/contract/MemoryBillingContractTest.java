package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Set;

/** The memory store keeps every contract of billing's ports, as long as its process lives. */
class MemoryBillingContractTest implements BillingContracts {

    @Override
    public BillingStore billingStore() {
        return BillingStore.in(InMemoryStore.create());
    }

    @Override
    public Set<AdapterFeature> missingFeatures() {
        return Set.of(AdapterFeature.DURABLE);
    }
}
