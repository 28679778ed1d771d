package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule P11: a refund or dispute that a gateway reported as done. What was reported first never changes. Immutable.
 *
 * @param account the account
 * @param kind refund or dispute
 * @param reference the gateway's, unique in the account for the kind
 * @param recharge the attempt whose money it takes back
 * @param amount how much, as reported
 * @param state where it stands
 * @param recordedAt when it was recorded
 * @param resolution what a person has decided about it
 */
public record Reversal(
        AccountId account,
        ReportedReversal.Kind kind,
        String reference,
        IdempotencyKey recharge,
        Money amount,
        ReversalState state,
        Instant recordedAt,
        Optional<Resolution> resolution) {

    public Reversal {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(recharge, "recharge");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(resolution, "resolution");
    }

    /** What is taken: as reported, or as a person has decided. */
    public Money taken() {
        return resolution.flatMap(Resolution::amount).orElse(amount);
    }

    /** What its arrears are kept under: unique in the account. */
    String arrears() {
        return kind + "/" + reference;
    }

    Reversal become(ReversalState next) {
        return new Reversal(account, kind, reference, recharge, amount, next, recordedAt, resolution);
    }

    Reversal resolved(ReversalState next, Resolution decided) {
        return new Reversal(account, kind, reference, recharge, amount, next, recordedAt, Optional.of(decided));
    }
}
