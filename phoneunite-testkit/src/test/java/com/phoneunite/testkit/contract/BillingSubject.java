package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A host's test of a store of billing.
 *
 * @param made makes the store
 * @param anew opens it again
 * @param seed what facts are drawn from
 */
record BillingSubject(Supplier<BillingStore> made, UnaryOperator<BillingStore> anew, long seed)
        implements BillingContracts {

    /** Of a store whose place is there as long as the process lives: reopened, it is the same. */
    static BillingSubject of(Supplier<BillingStore> made) {
        return new BillingSubject(made, store -> store, 1);
    }

    static BillingStore memory() {
        return BillingStore.in(InMemoryStore.create());
    }

    @Override
    public BillingStore billingStore() {
        return made.get();
    }

    @Override
    public BillingStore reopened(BillingStore store) {
        return anew.apply(store);
    }
}
