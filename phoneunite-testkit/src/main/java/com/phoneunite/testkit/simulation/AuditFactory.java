package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.audit.Audit;

/** Makes what judges a simulation. */
@FunctionalInterface
public interface AuditFactory {

    /**
     * An audit of one simulation, which reads and writes nothing.
     *
     * @param store the store, without faults
     * @param book what really happened at the gateway
     * @param terms what was configured
     */
    Audit over(BillingStore store, GatewayBook book, SimulatedTerms terms);
}
