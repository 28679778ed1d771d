package com.phoneunite.examples.customstore;

import com.phoneunite.store.Store;
import com.phoneunite.testkit.contract.StoreContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

// tag::contracts
class H2StoreContractTest implements StoreContracts {

    @TempDir
    private static Path folder;

    private static H2Folder stores;

    @BeforeAll
    static void begin() {
        stores = new H2Folder(folder);
    }

    @Override
    public Store store() {
        return stores.create().core();
    }

    @Override
    public Store reopened(Store store) {
        return stores.reopened(store).core();
    }
}
// end::contracts
