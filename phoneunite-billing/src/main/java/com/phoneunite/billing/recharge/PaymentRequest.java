package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rule P5: what a gateway is asked to charge. The same key always comes with the same amount and card.
 *
 * @param account the account that pays
 * @param key unique over all accounts: what the gateway tells two requests apart by, which is not the key that the caller gave; at most 200 visible ASCII characters
 * @param card the card
 * @param amount how much, more than 0
 */
public record PaymentRequest(AccountId account, String key, PaymentToken card, Money amount) {

    public PaymentRequest {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(card, "card");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a payment is of more than nothing");
        }
    }
}
