package com.phoneunite.testkit.contract;

import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** What every contract has: the features that the adapter under test declares missing. */
public interface Contract {

    /** What the adapter lacks. Nothing, unless a host says so. */
    default Set<AdapterFeature> missingFeatures() {
        return Set.of();
    }

    /**
     * Goes on where the adapter has the feature.
     *
     * @throws org.opentest4j.TestAbortedException if it is declared missing: JUnit reports the test as skipped, with this reason
     */
    default void needs(AdapterFeature feature) {
        Assumptions.assumeFalse(
                missingFeatures().contains(feature), () -> "not proved: the adapter declares that it lacks " + feature);
    }
}
