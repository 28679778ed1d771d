package com.phoneunite.examples.customstore;

import com.phoneunite.billing.store.BillingStore;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A host's own store: all ports over H2, and sounds as files beside it. What it makes is safe for any number of threads. */
public final class H2Store {

    private H2Store() {}

    /** Kept in that folder, which is made where it is not there; what was kept before is there again. For one process at a time. */
    public static BillingStore in(Path folder) {
        return over(H2Database.in(folder), folder.resolve("sounds"));
    }

    /**
     * Kept in memory as long as the process lives. For tests.
     *
     * @param name two stores of one name are the same
     * @param sounds where files are put once there are sounds
     */
    public static BillingStore inMemory(String name, Path sounds) {
        return over(H2Database.inMemory(name), sounds);
    }

    private static BillingStore over(DataSource database, Path sounds) {
        H2UnitOfWork work = new H2UnitOfWork(database);
        return MoneyStore.over(work, CoreStore.over(work, sounds));
    }
}
