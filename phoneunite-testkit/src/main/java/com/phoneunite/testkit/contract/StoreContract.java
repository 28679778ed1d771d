package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;

/**
 * The base of the contracts of core's ports. A host implements {@link #store()}, and {@link #reopened} or that it lacks {@link
 * AdapterFeature#DURABLE}. It may implement several contracts with one class: no two tests have the same name.
 */
public interface StoreContract extends Contract {

    /** A new store with nothing in it. Called at the beginning of each test. */
    Store store();

    /**
     * Another store over the same place, as a process has it that starts anew: with nothing that the given one holds in the heap. Asked
     * for by tests that need {@link AdapterFeature#DURABLE}.
     *
     * @param store what {@link #store()} answered with; it is not used any more
     * @throws AssertionError if the host does not say how: its test is not finished, and no rule is broken
     */
    default Store reopened(Store store) {
        throw new AssertionError(
                "implement reopened(store), or declare by missingFeatures() that the adapter lacks DURABLE");
    }
}
