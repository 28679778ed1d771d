package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;

/** The base of the contracts of billing's ports. A host implements {@link #billingStore()}. */
public interface BillingStoreContract extends Contract {

    /** A new store with nothing in it. Called at the beginning of each test. */
    BillingStore billingStore();
}
