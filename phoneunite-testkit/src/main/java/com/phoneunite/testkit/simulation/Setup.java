package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.store.BillingStore;
import java.util.function.Supplier;

/**
 * What is simulated.
 *
 * @param stores makes an empty store for each simulation
 * @param wiring how the hosts are built
 * @param audit what judges
 */
record Setup(Supplier<? extends BillingStore> stores, Wiring wiring, AuditFactory audit) {}
