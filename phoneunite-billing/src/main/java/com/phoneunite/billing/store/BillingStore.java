package com.phoneunite.billing.store;

import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;

/**
 * Billing's ports over the same place as core's, all joining the same unit of work. Thread-safe. Each method answers with the same
 * object every time. A method that is given a limit is given one from 0, and lists nothing with that.
 */
public interface BillingStore {

    /** Core's ports. */
    Store core();

    /** Ledgers. */
    LedgerRepository ledger();

    /** Usage in one step, for a store that has one which is shorter than a unit of work. */
    default PlainUsage plainUsage() {
        return PlainUsage.NONE;
    }

    /** Subscriptions. */
    SubscriptionRepository subscriptions();

    /** Which accounts have something due. */
    DueAccounts dueAccounts();

    /** Arrears. */
    ArrearsRepository arrears();

    /** The usage refused last. */
    UsageNeeds usageNeeds();

    /** Why things were charged. */
    ChargeFacts chargeFacts();

    /** Payment attempts. */
    RechargeRepository recharges();

    /** What took captured money back. */
    ReversalRepository reversals();

    /** How auto-recharge stands. */
    AutoRechargeRepository autoRecharges();

    /** Which accounts have something to reconcile (rule P7), beside {@link #dueAccounts()} and apart from it. */
    DueAccounts checks();

    /** Billing's part of an embedded store; the same one every time. */
    static BillingStore in(InMemoryStore store) {
        return store.part(MemoryBillingStore.class, MemoryBillingStore::new);
    }
}
