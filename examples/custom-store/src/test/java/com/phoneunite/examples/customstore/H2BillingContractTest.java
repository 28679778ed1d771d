package com.phoneunite.examples.customstore;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.contract.BillingContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2BillingContractTest implements BillingContracts {

    @TempDir
    private static Path folder;

    private static H2Folder stores;

    @BeforeAll
    static void begin() {
        stores = new H2Folder(folder);
    }

    @Override
    public BillingStore billingStore() {
        return stores.create();
    }

    @Override
    public BillingStore reopened(BillingStore store) {
        return stores.reopened(store.core());
    }
}
