package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.store.BillingStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param stores makes an empty store for each simulation
 * @param wiring how the hosts are built
 * @param audit what judges
 */
record Setup(Supplier<? extends BillingStore> stores, Wiring wiring, AuditFactory audit) {

    /** Later than whatever a store has due. */
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /**
     * An empty store.
     *
     * @throws IllegalStateException if it has something due, to reconcile or to deliver, as every store has in which somebody has an account
     */
    BillingStore emptyStore() {
        BillingStore store = answered(stores.get(), "over(...)");
        boolean isEmpty = store.dueAccounts().list(LATEST, Optional.empty(), 1).isEmpty()
                && store.checks().list(LATEST, Optional.empty(), 1).isEmpty()
                && store.core().outbox().waiting(Optional.empty(), 1).isEmpty();
        if (!isEmpty) {
            throw new IllegalStateException(
                    "the store was not empty at the beginning: over(...) must answer with a new one each time");
        }
        return store;
    }

    /** A host. */
    WiredHost wired(WiringParts parts) {
        return answered(wiring.wire(parts), "the wiring");
    }

    private static <T> T answered(@Nullable T answer, String who) {
        if (answer == null) {
            throw new IllegalStateException(who + " answered null");
        }
        return answer;
    }
}
