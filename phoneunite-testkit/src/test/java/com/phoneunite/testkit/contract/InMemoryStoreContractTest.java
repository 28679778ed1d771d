package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;

/** The memory store keeps every contract of core's ports. */
class InMemoryStoreContractTest implements UnitOfWorkContract, OutboxContract, PhoneNumberRepositoryContract {

    @Override
    public Store store() {
        return InMemoryStore.create();
    }
}
