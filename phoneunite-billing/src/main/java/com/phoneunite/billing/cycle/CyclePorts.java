package com.phoneunite.billing.cycle;

import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.store.Store;
import java.util.Objects;

/**
 * What the cycle works with.
 *
 * @param core core's ports
 * @param ledger ledgers
 * @param subscriptions subscriptions
 * @param dueAccounts which accounts have something due
 * @param arrears arrears
 * @param usageNeeds the usage refused last
 * @param chargeFacts why things were charged
 * @param plans the plans
 * @param attempts what is known of payment attempts
 * @param terms what is known of auto-recharge
 */
public record CyclePorts(
        Store core,
        LedgerRepository ledger,
        SubscriptionRepository subscriptions,
        DueAccounts dueAccounts,
        ArrearsRepository arrears,
        UsageNeeds usageNeeds,
        ChargeFacts chargeFacts,
        PlanCatalog plans,
        OpenAttempts attempts,
        FundingTerms terms) {

    public CyclePorts {
        Objects.requireNonNull(core, "core");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(subscriptions, "subscriptions");
        Objects.requireNonNull(dueAccounts, "dueAccounts");
        Objects.requireNonNull(arrears, "arrears");
        Objects.requireNonNull(usageNeeds, "usageNeeds");
        Objects.requireNonNull(chargeFacts, "chargeFacts");
        Objects.requireNonNull(plans, "plans");
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(terms, "terms");
    }
}
