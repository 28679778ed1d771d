package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.SandboxGateway;
import java.time.InstantSource;
import java.util.Optional;

/** Where a story is kept: its accounts, the payment provider's book, and how far it was told. */
public interface StoryKeeper extends AutoCloseable {

    /** The accounts. */
    BillingStore store();

    /**
     * The payment provider, who is somebody else and outlives the host.
     *
     * @param clock the time of the story
     */
    PaymentGateway gateway(InstantSource clock);

    /** Where the story is; empty if nothing of it was told. */
    Optional<Place> place();

    /**
     * Keeps where the story is, after each step. What was done in the step is kept before by the store: a host that is killed between the
     * two does the step again, and everything in it has a key, or is the same when it is done twice.
     */
    void keep(Place place);

    @Override
    void close();

    /** In memory: everything is lost with the process. */
    static StoryKeeper inMemory() {
        BillingStore store = BillingStore.in(InMemoryStore.create());
        SandboxGateway gateway = SandboxGateway.create();
        return new StoryKeeper() {

            @Override
            public BillingStore store() {
                return store;
            }

            @Override
            public PaymentGateway gateway(InstantSource clock) {
                return gateway;
            }

            @Override
            public Optional<Place> place() {
                return Optional.empty();
            }

            @Override
            public void keep(Place place) {
                // There is no other process that could go on.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
