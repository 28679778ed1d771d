package com.phoneunite.postgresql;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.testkit.contract.DueAccountsContract;
import com.phoneunite.testkit.contract.LedgerRepositoryContract;
import com.phoneunite.testkit.contract.OutboxContract;
import com.phoneunite.testkit.contract.PhoneNumberRepositoryContract;
import com.phoneunite.testkit.contract.UnitOfWorkContract;

/** What every store promises, on PostgreSQL and as a login that row-level security holds. */
class PostgresContractTest
        implements UnitOfWorkContract,
                OutboxContract,
                PhoneNumberRepositoryContract,
                LedgerRepositoryContract,
                DueAccountsContract {

    @Override
    public Store store() {
        return PostgresStore.on(TestDatabase.empty().host());
    }

    @Override
    public BillingStore billingStore() {
        return PostgresStore.on(TestDatabase.empty().host());
    }
}
