package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rule P5: what a payment attempt is recorded with before the gateway is called, and keeps for good. Immutable.
 *
 * @param account the account
 * @param key the caller's key, or that of the automatic attempt
 * @param kind who brought it about
 * @param amount what the gateway is asked for
 * @param card the card that is charged: a secret wherever the attempt is kept (rule P2)
 * @param actor who asked for it
 * @param recordedAt when it was recorded, before the first call
 */
public record Attempt(
        AccountId account,
        IdempotencyKey key,
        RechargeKind kind,
        Money amount,
        PaymentToken card,
        Actor actor,
        Instant recordedAt) {

    public Attempt {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(card, "card");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a recharge is of more than nothing");
        }
    }

    static Attempt of(Change change, IdempotencyKey key, RechargeKind kind, Money amount, PaymentToken card) {
        return new Attempt(change.account(), key, kind, amount, card, change.actor(), change.at());
    }

    /** What the gateway is asked, each time in the same words. */
    PaymentRequest request() {
        return new PaymentRequest(account, account + "/" + key, card, amount);
    }
}
