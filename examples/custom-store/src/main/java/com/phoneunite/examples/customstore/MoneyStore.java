package com.phoneunite.examples.customstore;

import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;

/** Billing's ports, over the same unit of work as core's. */
record MoneyStore(
        Store core,
        LedgerRepository ledger,
        SubscriptionRepository subscriptions,
        DueAccounts dueAccounts,
        ArrearsRepository arrears,
        UsageNeeds usageNeeds,
        ChargeFacts chargeFacts,
        RechargeRepository recharges,
        ReversalRepository reversals,
        AutoRechargeRepository autoRecharges,
        DueAccounts checks)
        implements BillingStore {

    static MoneyStore over(H2UnitOfWork work, Store core) {
        return new MoneyStore(
                core,
                new Ledgers(work, core.outbox()),
                new Subscriptions(work),
                new DueDirectory(work, "BILLING"),
                new Arrears(work),
                new RefusedUsage(work),
                new Reasons(work),
                new Recharges(work),
                new Reversals(work),
                new AutoRecharges(work),
                new DueDirectory(work, "CHECKS"));
    }
}
