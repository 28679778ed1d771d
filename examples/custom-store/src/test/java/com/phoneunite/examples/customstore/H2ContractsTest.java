package com.phoneunite.examples.customstore;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.testkit.contract.DueAccountsContract;
import com.phoneunite.testkit.contract.LedgerRepositoryContract;
import com.phoneunite.testkit.contract.OutboxContract;
import com.phoneunite.testkit.contract.PhoneNumberRepositoryContract;
import com.phoneunite.testkit.contract.UnitOfWorkContract;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class H2ContractsTest
        implements UnitOfWorkContract,
                OutboxContract,
                PhoneNumberRepositoryContract,
                LedgerRepositoryContract,
                DueAccountsContract {

    private static final AtomicInteger STORES = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    public Store store() {
        return billingStore().core();
    }

    @Override
    public BillingStore billingStore() {
        return H2Store.inMemory("contracts-" + STORES.incrementAndGet(), folder);
    }
}
