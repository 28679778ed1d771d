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

final class MemoryBillingStore implements BillingStore {

    private final InMemoryStore core;
    private final LedgerRepository ledger;
    private final SubscriptionRepository subscriptions;
    private final DueAccounts dueAccounts;
    private final ArrearsRepository arrears;
    private final UsageNeeds usageNeeds;
    private final ChargeFacts chargeFacts;
    private final RechargeRepository recharges;
    private final ReversalRepository reversals;
    private final AutoRechargeRepository autoRecharges;
    private final DueAccounts checks;
    private final PlainUsage plainUsage;

    MemoryBillingStore(InMemoryStore core) {
        this.core = core;
        this.ledger = new MemoryLedger(core);
        this.subscriptions = new MemorySubscriptions(core);
        this.dueAccounts = new MemoryDueAccounts(core);
        this.arrears = new MemoryArrears(core);
        this.usageNeeds = new MemoryUsageNeeds(core);
        this.chargeFacts = new MemoryChargeFacts(core);
        this.recharges = new MemoryRecharges(core);
        this.reversals = new MemoryReversals(core);
        this.autoRecharges = new MemoryAutoRecharges(core);
        this.checks = new MemoryDueAccounts(core);
        this.plainUsage = new MemoryPlainUsage(core, ledger, autoRecharges);
    }

    @Override
    public Store core() {
        return core;
    }

    @Override
    public LedgerRepository ledger() {
        return ledger;
    }

    @Override
    public PlainUsage plainUsage() {
        return plainUsage;
    }

    @Override
    public SubscriptionRepository subscriptions() {
        return subscriptions;
    }

    @Override
    public DueAccounts dueAccounts() {
        return dueAccounts;
    }

    @Override
    public ArrearsRepository arrears() {
        return arrears;
    }

    @Override
    public UsageNeeds usageNeeds() {
        return usageNeeds;
    }

    @Override
    public ChargeFacts chargeFacts() {
        return chargeFacts;
    }

    @Override
    public RechargeRepository recharges() {
        return recharges;
    }

    @Override
    public ReversalRepository reversals() {
        return reversals;
    }

    @Override
    public AutoRechargeRepository autoRecharges() {
        return autoRecharges;
    }

    @Override
    public DueAccounts checks() {
        return checks;
    }
}
