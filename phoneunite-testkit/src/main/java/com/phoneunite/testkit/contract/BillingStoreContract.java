package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;

/**
 * The base of the contracts of billing's ports. A host implements {@link #billingStore()}, and {@link #reopened} or that it lacks {@link
 * AdapterFeature#DURABLE}.
 */
public interface BillingStoreContract extends Contract {

    /** A new store with nothing in it. Called at the beginning of each test. */
    BillingStore billingStore();

    /**
     * Another store over the same place, as a process has it that starts anew: with nothing that the given one holds in the heap. Asked
     * for by tests that need {@link AdapterFeature#DURABLE}.
     *
     * @param store what {@link #billingStore()} answered with; it is not used any more
     * @throws AssertionError if the host does not say how: its test is not finished, and no rule is broken
     */
    default BillingStore reopened(BillingStore store) {
        throw new AssertionError(
                "implement reopened(store), or declare by missingFeatures() that the adapter lacks DURABLE");
    }
}
