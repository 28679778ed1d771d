package com.phoneunite.postgresql;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.contract.BillingContracts;

/** What every store of billing promises, on PostgreSQL and as a login that row-level security holds. */
class PostgresBillingContractTest implements BillingContracts {

    @Override
    public BillingStore billingStore() {
        return PostgresStore.on(TestDatabase.empty().host());
    }

    @Override
    public BillingStore reopened(BillingStore store) {
        return PostgresStore.on(TestDatabase.asItIs().host());
    }
}
