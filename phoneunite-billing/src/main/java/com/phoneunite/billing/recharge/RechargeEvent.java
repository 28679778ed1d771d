package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.event.DomainEvent;
import org.joda.money.Money;

/** What happens to payment attempts. The credit itself is an entry of the ledger, which is an event of its own. */
public sealed interface RechargeEvent extends DomainEvent {

    /**
     * Rule P5: an attempt was recorded, before the gateway is called.
     *
     * @param key its key
     * @param amount what the gateway is asked for
     */
    record Recorded(IdempotencyKey key, Money amount) implements RechargeEvent {
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
}
