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
     * Rule P6: an attempt came into another state.
     *
     * @param key its key
     * @param from the former state
     * @param to the new state
     */
    record StateChanged(IdempotencyKey key, RechargeState from, RechargeState to) implements RechargeEvent {
        @Override
        public String type() {
            return "recharge.state_changed";
        }
    }
}
