package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Set;

/** The memory store keeps every contract of core's ports, but that it ends with its process. */
class InMemoryStoreContractTest implements StoreContracts {

    @Override
    public Store store() {
        return InMemoryStore.create();
    }

    @Override
    public Set<AdapterFeature> missingFeatures() {
        return Set.of(AdapterFeature.DURABLE);
    }
}
