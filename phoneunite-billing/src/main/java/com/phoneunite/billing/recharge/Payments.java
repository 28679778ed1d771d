package com.phoneunite.billing.recharge;

import com.phoneunite.billing.cycle.BillingCycle;

/** All that brings money in and takes it back, put together over one set of ports. Thread-safe. */
public final class Payments {

    private final CardOnFile cardOnFile;
    private final Recharging recharging;
    private final AutoRecharging autoRecharging;
    private final Refunds refunds;
    private final LookUps lookUps;
    private final Review review;
    private final Notifications notifications;
    private final ReconciliationRun reconciliation;
    private final Attempts attempts;

    public Payments(PaymentPorts ports, BillingCycle cycle) {
        AutoRechargeBook book = ports.book();
        ReportedReversals reported =
                new ReportedReversals(ports.core().outbox(), ports.ledger(), ports.reversals(), cycle, book);
        attempts = new Attempts(ports, cycle, book, reported);
        cardOnFile = new CardOnFile(ports, cycle, book);
        recharging = new Recharging(ports, attempts);
        autoRecharging = new AutoRecharging(ports, attempts, cycle, book);
        refunds = new Refunds(ports, attempts, cycle, reported);
        lookUps = new LookUps(ports.core().unitOfWork(), attempts, refunds, reported);
        review = new Review(ports, attempts, refunds, reported);
        notifications = new Notifications(ports, attempts, lookUps);
        reconciliation = new ReconciliationRun(ports, new Reconciliation(ports, attempts, refunds, lookUps));
    }

    /** The card. */
    public CardOnFile cardOnFile() {
        return cardOnFile;
    }

    /** Recharging by hand. */
    public Recharging recharging() {
        return recharging;
    }

    /** Recharging by itself. */
    public AutoRecharging autoRecharging() {
        return autoRecharging;
    }

    /** Refunds of ours. */
    public Refunds refunds() {
        return refunds;
    }

    /** What a gateway or an operator reports. */
    public LookUps lookUps() {
        return lookUps;
    }

    /** What a person decides. */
    public Review review() {
        return review;
    }

    /** What a gateway says unasked. */
    public Notifications notifications() {
        return notifications;
    }

    /** What settles what was left open. */
    public ReconciliationRun reconciliation() {
        return reconciliation;
    }

    /** What settles after money has come in. */
    public Attempts attempts() {
        return attempts;
    }
}
