package com.phoneunite.billing.recharge;

import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.FundingTerms;
import com.phoneunite.billing.cycle.OpenAttempts;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.store.Store;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What payment works with.
 *
 * @param core core's ports
 * @param ledger ledgers
 * @param recharges payment attempts
 * @param reversals what took captured money back
 * @param autoRecharges how auto-recharge stands
 * @param checks which accounts have something to reconcile
 * @param gateway the gateway
 * @param clock the clock
 */
public record PaymentPorts(
        Store core,
        LedgerRepository ledger,
        RechargeRepository recharges,
        ReversalRepository reversals,
        AutoRechargeRepository autoRecharges,
        DueAccounts checks,
        BoundedGateway gateway,
        InstantSource clock) {

    public PaymentPorts {
        Objects.requireNonNull(core, "core");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(recharges, "recharges");
        Objects.requireNonNull(reversals, "reversals");
        Objects.requireNonNull(autoRecharges, "autoRecharges");
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(clock, "clock");
    }

    /** What the cycle has to know of auto-recharge. */
    public FundingTerms terms() {
        return planner();
    }

    /** What the cycle has to know of payment attempts. */
    public OpenAttempts openAttempts() {
        return account ->
                recharges.findUnresolved(account).map(one -> one.attempt().recordedAt());
    }

    AutoRechargePlanner planner() {
        return new AutoRechargePlanner(core, recharges, book(), gateway.capabilities());
    }

    AutoRechargeBook book() {
        return new AutoRechargeBook(core.outbox(), autoRecharges, recharges);
    }

    Checks directory() {
        return new Checks(checks, recharges, reversals);
    }
}
