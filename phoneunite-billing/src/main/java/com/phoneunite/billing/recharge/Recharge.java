package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rules P5 to P9: a payment attempt. Amount, card and key never change. Immutable.
 *
 * @param account the account
 * @param key the caller's key
 * @param amount what the gateway is asked for
 * @param card the card that is charged
 * @param actor who asked for it
 * @param state where it stands
 * @param calls how many calls of the gateway may have been sent under this key
 * @param recordedAt when it was recorded, before the first call
 * @param changedAt when its state changed last; never before {@code recordedAt}
 * @param captured what was captured, if anything
 * @param declined why it was declined, if it was
 * @param note the customer's next step, or why it was not sent or is not known; contains no secret
 */
public record Recharge(
        AccountId account,
        IdempotencyKey key,
        Money amount,
        PaymentToken card,
        Actor actor,
        RechargeState state,
        int calls,
        Instant recordedAt,
        Instant changedAt,
        Optional<Money> captured,
        Optional<DeclineReason> declined,
        Optional<String> note) {

    private static final int MAX_NOTE = 2_000;

    public Recharge {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(card, "card");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        note = note.map(text -> text.length() > MAX_NOTE ? text.substring(0, MAX_NOTE) : text);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a recharge is of more than nothing");
        }
        boolean isCaptured = state == RechargeState.SUCCEEDED || state == RechargeState.IN_REVIEW;
        if (captured.isPresent() != isCaptured || declined.isPresent() != (state == RechargeState.DECLINED)) {
            throw new IllegalArgumentException("a recharge that is " + state + " tells what became of it");
        }
    }

    /** Rule P5: recorded before the gateway is called. */
    static Recharge recorded(Change change, IdempotencyKey key, Money amount, PaymentToken card) {
        return new Recharge(
                change.account(),
                key,
                amount,
                card,
                change.actor(),
                RechargeState.RECORDED,
                1,
                change.at(),
                change.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the gateway is asked, each time in the same words. */
    PaymentRequest request() {
        return new PaymentRequest(account, account + "/" + key, card, amount);
    }

    /**
     * Rule P7: whether the gateway may be asked to charge again under the same key: as long as it declares that it remembers the key, and
     * that card is still on file.
     */
    boolean mayBeChargedAgain(Instant now, Duration remembered, Optional<PaymentToken> onFile) {
        Duration age = Duration.between(recordedAt, now);
        return onFile.filter(card::equals).isPresent() && !age.isNegative() && age.compareTo(remembered) < 0;
    }

    /** The same, about to be asked once more. */
    Recharge askedAgain() {
        return new Recharge(
                account, key, amount, card, actor, state, calls + 1, recordedAt, changedAt, captured, declined, note);
    }

    /**
     * Rules P6, P8 and P9: where the attempt stands after an answer of the gateway's. A capture counts however late it is told;
     * everything else only as long as the attempt is unresolved.
     */
    Recharge after(PaymentOutcome answer, Instant at) {
        if (captured.isPresent()) {
            return this;
        }
        Recharge told = answer.fold(
                succeeded -> captured(succeeded.captured(), at),
                declinedNow -> became(RechargeState.DECLINED, at, Optional.of(declinedNow.reason()), Optional.empty()),
                pending -> unresolved(RechargeState.PENDING, at, Optional.empty()),
                action -> unresolved(RechargeState.ACTION_REQUIRED, at, Optional.of(action.nextStep())),
                notAttempted -> notAttempted(notAttempted.why(), at),
                unknown -> unknown(unknown.why(), at));
        return state.isUnresolved() || told.captured().isPresent() ? told : this;
    }

    /** What the caller is told. */
    RechargeOutcome outcome() {
        return switch (state) {
            case RECORDED, UNKNOWN, PENDING -> new RechargeOutcome.Unresolved();
            case ACTION_REQUIRED -> new RechargeOutcome.ActionRequired(note.orElse(""));
            case SUCCEEDED -> new RechargeOutcome.Succeeded(captured.orElseThrow());
            case DECLINED -> new RechargeOutcome.Declined(declined.orElseThrow());
            case NOT_ATTEMPTED -> new RechargeOutcome.NotAttempted(note.orElse(""));
            case IN_REVIEW -> new RechargeOutcome.NeedsReview(captured.orElseThrow());
        };
    }

    /** Rule P9: another amount or currency than asked for is never credited silently. */
    private Recharge captured(Money money, Instant at) {
        RechargeState next = money.equals(amount) ? RechargeState.SUCCEEDED : RechargeState.IN_REVIEW;
        return new Recharge(
                account,
                key,
                amount,
                card,
                actor,
                next,
                calls,
                recordedAt,
                changedAt(next, at),
                Optional.of(money),
                Optional.empty(),
                Optional.empty());
    }

    /** That this call was never sent says nothing of an earlier one. */
    private Recharge notAttempted(String why, Instant at) {
        return calls == 1 ? became(RechargeState.NOT_ATTEMPTED, at, Optional.empty(), Optional.of(why)) : this;
    }

    /** Not to be told anything takes nothing back that was told before, and told twice it changes nothing. */
    private Recharge unknown(String why, Instant at) {
        return state == RechargeState.RECORDED ? unresolved(RechargeState.UNKNOWN, at, Optional.of(why)) : this;
    }

    private Recharge unresolved(RechargeState next, Instant at, Optional<String> because) {
        return became(next, at, Optional.empty(), because);
    }

    private Recharge became(RechargeState next, Instant at, Optional<DeclineReason> because, Optional<String> noted) {
        return new Recharge(
                account,
                key,
                amount,
                card,
                actor,
                next,
                calls,
                recordedAt,
                changedAt(next, at),
                Optional.empty(),
                because,
                noted);
    }

    /** Rule X2: never moved back, and left alone where the same state is told again. */
    private Instant changedAt(RechargeState next, Instant at) {
        return next == state ? changedAt : Moments.later(changedAt, at);
    }
}
