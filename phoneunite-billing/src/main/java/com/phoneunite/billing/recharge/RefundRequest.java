package com.phoneunite.billing.recharge;

import java.util.Objects;
import org.joda.money.Money;

/**
 * Rule P11: what a gateway is asked to give back. The same key always comes with the same charge and amount.
 *
 * @param charge the request under which the money was captured
 * @param key unique over all accounts, and never the key of a charge: at most 200 visible ASCII characters
 * @param amount how much, more than 0
 */
public record RefundRequest(PaymentRequest charge, String key, Money amount) {

    public RefundRequest {
        Objects.requireNonNull(charge, "charge");
        Objects.requireNonNull(key, "key");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is of more than nothing");
        }
    }
}
