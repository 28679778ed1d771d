package com.phoneunite.postgresql;

import com.phoneunite.store.Store;
import com.phoneunite.testkit.contract.StoreContracts;

/** What every store of core promises, on PostgreSQL and as a login that row-level security holds. */
class PostgresStoreContractTest implements StoreContracts {

    @Override
    public Store store() {
        return PostgresStore.on(TestDatabase.empty().host());
    }

    @Override
    public Store reopened(Store store) {
        return PostgresStore.on(TestDatabase.asItIs().host());
    }
}
