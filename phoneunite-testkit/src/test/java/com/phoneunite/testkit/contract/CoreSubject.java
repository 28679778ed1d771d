package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A host's test of an adapter, as it runs all contracts of core: impatient, so that what is broken is rejected soon.
 *
 * @param stores makes a new store
 * @param again opens a store anew
 * @param seed what is drawn from
 * @param missingFeatures what the adapter lacks
 */
record CoreSubject(Supplier<Store> stores, UnaryOperator<Store> again, long seed, Set<AdapterFeature> missingFeatures)
        implements StoreContracts {

    /** A host whose adapter lacks nothing, and keeps its stores as they are. */
    static CoreSubject of(Supplier<Store> stores) {
        return new CoreSubject(stores, UnaryOperator.identity(), 1, Set.of());
    }

    CoreSubject withSeed(long other) {
        return new CoreSubject(stores, again, other, missingFeatures);
    }

    @Override
    public Store store() {
        return stores.get();
    }

    @Override
    public Store reopened(Store store) {
        return again.apply(store);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(250);
    }
}
