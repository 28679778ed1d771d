package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.event.DomainEvent;
import java.util.Optional;
import org.joda.money.Money;

/** What happens to payment attempts, refunds and auto-recharge. Money itself moves by entries of the ledger, which are events of their own. */
public sealed interface RechargeEvent extends DomainEvent {

    /**
     * Rule P5: an attempt was recorded, before the gateway is called.
     *
     * @param key its key
     * @param kind who brought it about
     * @param amount what the gateway is asked for
     */
    record Recorded(IdempotencyKey key, RechargeKind kind, Money amount) implements RechargeEvent {
        @Override
        public String type() {
            return "recharge.recorded";
        }
    }

    /**
     * Rule P7: the gateway is about to be asked about an attempt once more.
     *
     * @param key its key
     */
    record AskedAgain(IdempotencyKey key) implements RechargeEvent {
        @Override
        public String type() {
            return "recharge.asked_again";
        }
    }

    /**
     * Rule P6: an attempt came into another state, or something else became known of the same one.
     *
     * @param key its key
     * @param from the former state
     * @param to the new state; the same where only something else became known
     */
    record StateChanged(IdempotencyKey key, RechargeState from, RechargeState to) implements RechargeEvent {
        @Override
        public String type() {
            return "recharge.state_changed";
        }
    }

    /**
     * Rule P7: a person has decided about an attempt in review.
     *
     * @param key its key
     * @param credited what was credited; empty where nothing was
     * @param evidence what they know it by
     */
    record Resolved(IdempotencyKey key, Optional<Money> credited, String evidence) implements RechargeEvent {
        @Override
        public String type() {
            return "recharge.resolved";
        }
    }

    /**
     * Rule P4: auto-recharge was set.
     *
     * @param setting as it is now
     */
    record AutoRechargeSet(AutoRecharge setting) implements RechargeEvent {
        @Override
        public String type() {
            return "auto_recharge.set";
        }
    }

    /** Rule P4: auto-recharge was turned off. */
    record AutoRechargeRemoved() implements RechargeEvent {
        @Override
        public String type() {
            return "auto_recharge.removed";
        }
    }

    /**
     * Rule P10: auto-recharge has stopped.
     *
     * @param because why
     */
    record AutoRechargeStopped(AutoRechargeStanding.Stop because) implements RechargeEvent {
        @Override
        public String type() {
            return "auto_recharge.stopped";
        }
    }

    /** Rule P10: auto-recharge goes on after it had stopped. */
    record AutoRechargeResumed() implements RechargeEvent {
        @Override
        public String type() {
            return "auto_recharge.resumed";
        }
    }

    /**
     * Rule P4: an automatic recharge was left because of the cap of the month. Told once, until one is attempted.
     *
     * @param amount what it would have been
     */
    record AutoRechargeCapReached(Money amount) implements RechargeEvent {
        @Override
        public String type() {
            return "auto_recharge.cap_reached";
        }
    }

    /**
     * Rule P11: a refund of ours was recorded and deducted, before the gateway is asked.
     *
     * @param key its key
     * @param recharge the key of the attempt whose money it gives back
     * @param amount how much
     */
    record RefundRecorded(IdempotencyKey key, IdempotencyKey recharge, Money amount) implements RechargeEvent {
        @Override
        public String type() {
            return "refund.recorded";
        }
    }

    /**
     * Rule P11: a refund of ours came into another state.
     *
     * @param key its key
     * @param from the former state
     * @param to the new state
     */
    record RefundStateChanged(IdempotencyKey key, RefundState from, RefundState to) implements RechargeEvent {
        @Override
        public String type() {
            return "refund.state_changed";
        }
    }

    /**
     * Rule P7: a person has decided about a refund of ours in review.
     *
     * @param key its key
     * @param done whether the customer has the money
     * @param evidence what they know it by
     */
    record RefundResolved(IdempotencyKey key, boolean done, String evidence) implements RechargeEvent {
        @Override
        public String type() {
            return "refund.resolved";
        }
    }

    /**
     * Rule P11: a refund or dispute that the gateway reported was recorded.
     *
     * @param kind which of the two
     * @param reference the gateway's
     * @param recharge the key of the attempt whose money it takes back
     * @param amount how much, as reported
     * @param state where it stands
     */
    record ReversalRecorded(
            ReportedReversal.Kind kind, String reference, IdempotencyKey recharge, Money amount, ReversalState state)
            implements RechargeEvent {
        @Override
        public String type() {
            return "reversal.recorded";
        }
    }

    /**
     * Rule P11: a refund or dispute that the gateway reported came into another state.
     *
     * @param kind which of the two
     * @param reference the gateway's
     * @param from the former state
     * @param to the new state
     */
    record ReversalStateChanged(ReportedReversal.Kind kind, String reference, ReversalState from, ReversalState to)
            implements RechargeEvent {
        @Override
        public String type() {
            return "reversal.state_changed";
        }
    }

    /**
     * Rule P9: a person has decided about a refund or dispute in review.
     *
     * @param kind which of the two
     * @param reference the gateway's
     * @param taken what is taken; empty where nothing is
     * @param evidence what they know it by
     */
    record ReversalResolved(ReportedReversal.Kind kind, String reference, Optional<Money> taken, String evidence)
            implements RechargeEvent {
        @Override
        public String type() {
            return "reversal.resolved";
        }
    }
}
