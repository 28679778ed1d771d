package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.DerivedId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule P11: a refund that we make. Recharge, key and amount never change. Immutable.
 *
 * @param account the account
 * @param key the caller's key
 * @param recharge the attempt under which the money was captured
 * @param amount what the customer is given back
 * @param actor who asked for it
 * @param state where it stands
 * @param calls how many calls of the gateway may have been sent under its key
 * @param recordedAt when it was recorded and deducted, before the first call
 * @param askedAt when the last call was made
 * @param changedAt when its state changed last
 * @param nextCheck when the gateway is asked about it again; empty where nothing is open
 * @param resolution what a person has decided about it
 */
public record Refund(
        AccountId account,
        IdempotencyKey key,
        IdempotencyKey recharge,
        Money amount,
        Actor actor,
        RefundState state,
        int calls,
        Instant recordedAt,
        Instant askedAt,
        Instant changedAt,
        Optional<Instant> nextCheck,
        Optional<Resolution> resolution) {

    public Refund {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(recharge, "recharge");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(resolution, "resolution");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is of more than nothing");
        }
        if (nextCheck.isPresent() != state.isUnresolved()) {
            throw new IllegalArgumentException("a refund is checked as long as it is unresolved");
        }
    }

    static Refund recorded(Change change, IdempotencyKey key, IdempotencyKey recharge, Money amount) {
        return new Refund(
                change.account(),
                key,
                recharge,
                amount,
                change.actor(),
                RefundState.RECORDED,
                1,
                change.at(),
                change.at(),
                change.at(),
                Optional.of(CheckSchedule.first(change.at())),
                Optional.empty());
    }

    /** What the gateway tells it apart by. */
    String gatewayKey() {
        return "refund/" + DerivedId.of("refund", account + "/" + key);
    }

    /** What the gateway is asked, each time in the same words. */
    RefundRequest request(Recharge charged) {
        return new RefundRequest(charged.request(), gatewayKey(), amount);
    }

    /** Rule P7: what the gateway may be asked about it, as about a recharge. */
    Recharge.Ask ask(Instant now, GatewayCapabilities gateway) {
        Duration age = Duration.between(recordedAt, now);
        if (!age.isNegative() && age.compareTo(gateway.remembersKeysFor()) < 0) {
            return Recharge.Ask.CHARGE;
        }
        return gateway.can(GatewayAbility.LOOK_UP) ? Recharge.Ask.LOOK_UP : Recharge.Ask.NOTHING;
    }

    /** Rules P5 and P7: whether the call that was decided on may still be sent. */
    boolean mayBeSent(Instant now, BoundedGateway bounded) {
        return OnItsWay.mayBegin(calls, recordedAt, askedAt, now, bounded);
    }

    Refund askedAgain(Instant at) {
        return new Refund(
                account,
                key,
                recharge,
                amount,
                actor,
                state,
                calls + 1,
                recordedAt,
                Moments.later(askedAt, at),
                changedAt,
                nextCheck,
                resolution);
    }

    /** Rule P11: where it stands after an answer; only a definite no gives it back. */
    Refund after(RefundOutcome answer, Instant at) {
        if (!isOpen()) {
            return this;
        }
        return answer.fold(
                done -> became(RefundState.DONE, at),
                declined -> became(RefundState.GIVEN_BACK, at),
                notSent -> calls == 1 && state.isUnresolved() ? became(RefundState.GIVEN_BACK, at) : this,
                unknown -> state == RefundState.RECORDED ? became(RefundState.UNKNOWN, at) : this);
    }

    /** Rule P11: where it stands once the gateway tells that the money has come back to us. */
    Refund failedAfterAll(Instant at) {
        return became(RefundState.GIVEN_BACK, at);
    }

    /** Rule P7: where it stands once the gateway has not found it. */
    Refund notFound(GatewayCapabilities gateway, Instant asked, Instant at) {
        boolean conclusive = gateway.can(GatewayAbility.CONCLUSIVE_NOT_FOUND) && OnItsWay.isOver(askedAt, asked);
        return conclusive && isOpen()
                ? became(RefundState.GIVEN_BACK, at)
                : after(new RefundOutcome.Unknown("not found"), at);
    }

    /** Rule P7: where it stands once it has been reconciled. */
    Refund checked(Instant at, boolean canBeAsked) {
        if (!state.isUnresolved()) {
            return this;
        }
        Optional<Instant> next = canBeAsked ? CheckSchedule.after(recordedAt, at) : Optional.empty();
        return with(next.isPresent() ? state : RefundState.IN_REVIEW, at, next, resolution);
    }

    /** Where it stands once a person has decided. */
    Refund resolved(Resolution decided) {
        RefundState next = decided.amount().isPresent() ? RefundState.DONE : RefundState.GIVEN_BACK;
        return with(next, decided.at(), Optional.empty(), Optional.of(decided));
    }

    /** What the caller is told. */
    RefundResult result() {
        return switch (state) {
            case RECORDED, UNKNOWN -> new RefundResult.Unresolved();
            case DONE -> new RefundResult.Done(amount);
            case GIVEN_BACK -> new RefundResult.GivenBack();
            case IN_REVIEW -> new RefundResult.NeedsReview();
        };
    }

    private boolean isOpen() {
        return state.isUnresolved() || state == RefundState.IN_REVIEW;
    }

    private Refund became(RefundState next, Instant at) {
        return with(next, at, next.isUnresolved() ? nextCheck : Optional.empty(), resolution);
    }

    private Refund with(RefundState next, Instant at, Optional<Instant> check, Optional<Resolution> decided) {
        return new Refund(
                account,
                key,
                recharge,
                amount,
                actor,
                next,
                calls,
                recordedAt,
                askedAt,
                next == state ? changedAt : Moments.later(changedAt, at),
                check,
                decided);
    }
}
