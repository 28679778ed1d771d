package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;

/**
 * The base of the contracts of core's ports. A host implements {@link #store()}, and may implement several contracts with one class:
 * no two tests have the same name.
 */
public interface StoreContract extends Contract {

    /** A new store with nothing in it. Called at the beginning of each test. */
    Store store();
}
