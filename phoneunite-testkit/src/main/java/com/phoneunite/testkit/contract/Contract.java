package com.phoneunite.testkit.contract;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** What every contract has: the features that the adapter under test declares missing, and what its tests are drawn from. */
public interface Contract {

    /** What the adapter lacks. Nothing, unless a host says so. */
    default Set<AdapterFeature> missingFeatures() {
        return Set.of();
    }

    /** What names, moments and orders are drawn from: the same seed, the same test. A host may try others, for example in a loop. */
    default long seed() {
        return 1;
    }

    /**
     * How long is waited for what a right adapter does at once, before it is rejected: 5 seconds. Longer where the machine that tests
     * is slow; nobody waits for so long whose adapter is right.
     */
    default Duration patience() {
        return Duration.ofSeconds(5);
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
