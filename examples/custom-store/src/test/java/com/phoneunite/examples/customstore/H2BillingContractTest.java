package com.phoneunite.examples.customstore;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.contract.AdapterFeature;
import com.phoneunite.testkit.contract.BillingContracts;
import java.nio.file.Path;
import java.util.Set;
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

    /** Usage takes a unit of work here, as everything else does. */
    @Override
    public Set<AdapterFeature> missingFeatures() {
        return Set.of(AdapterFeature.ONE_STEP);
    }

    @Override
    public BillingStore reopened(BillingStore store) {
        return stores.reopened(store.core());
    }
}
