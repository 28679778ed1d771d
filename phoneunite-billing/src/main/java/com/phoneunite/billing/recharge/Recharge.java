package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rules P5 to P9: where a payment attempt stands. Immutable.
 *
 * @param attempt what it was recorded with, which never changes
 * @param state where it stands
 * @param calls how many calls of the gateway may have been sent under its key
 * @param askedAt when the last of them was made
 * @param changedAt when its state changed last; never before it was recorded
 * @param captured what the gateway says was captured, if anything
 * @param declined why it was declined, if it was
 * @param note the customer's next step, or why it was not sent or is not known; contains no secret
 * @param nextCheck when the gateway is asked about it again (rule P7); empty where nothing is open
 * @param hinted whether a notification about it has not been looked up yet (rule P8)
 * @param resolution what a person has decided about it
 */
public record Recharge(
        Attempt attempt,
        RechargeState state,
        int calls,
        Instant askedAt,
        Instant changedAt,
        Optional<Money> captured,
        Optional<DeclineReason> declined,
        Optional<String> note,
        Optional<Instant> nextCheck,
        boolean hinted,
        Optional<Resolution> resolution) {

    /** For how many minutes after a call that a gateway does not find it says nothing of that call, which may still be on its way. */
    static final int NOT_FOUND_AFTER_MINUTES = 5;

    private static final int MAX_NOTE = 2_000;

    public Recharge {
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(nextCheck, "nextCheck");
        note = note.map(text -> text.length() > MAX_NOTE ? text.substring(0, MAX_NOTE) : text);
        boolean tells = switch (state) {
            case SUCCEEDED -> captured.isPresent();
            case IN_REVIEW -> resolution.isEmpty();
            case CANCELLED -> captured.isEmpty() || resolution.isPresent();
            case RECORDED, UNKNOWN, PENDING, ACTION_REQUIRED -> captured.isEmpty();
            case DECLINED, NOT_ATTEMPTED -> captured.isEmpty();
        };
        boolean checks = nextCheck.isPresent() == (hinted || state.isUnresolved());
        if (!tells || !checks || declined.isPresent() != (state == RechargeState.DECLINED)) {
            throw new IllegalArgumentException("a recharge that is " + state + " tells what became of it");
        }
    }

    /** Rule P5: recorded before the gateway is called. */
    static Recharge recorded(Attempt attempt) {
        Instant at = attempt.recordedAt();
        return new Recharge(
                attempt,
                RechargeState.RECORDED,
                1,
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CheckSchedule.first(at)),
                false,
                Optional.empty());
    }

    /** The account. */
    public AccountId account() {
        return attempt.account();
    }

    /** Its key. */
    public IdempotencyKey key() {
        return attempt.key();
    }

    /** What the gateway is asked for. */
    public Money amount() {
        return attempt.amount();
    }

    /** What was credited, if anything: what was captured, or what a person has decided. */
    public Optional<Money> credited() {
        return state == RechargeState.SUCCEEDED
                ? resolution.map(Resolution::amount).orElse(captured)
                : Optional.empty();
    }

    PaymentRequest request() {
        return attempt.request();
    }

    /** What a gateway can be asked about an attempt. */
    enum Ask {
        /** To charge: the same key charges once. */
        CHARGE,
        /** What became of the attempt: charges nothing, whatever the gateway remembers. */
        LOOK_UP,
        /** Nothing. */
        NOTHING
    }

    /**
     * Rule P7: what the gateway may be asked about an attempt that is unresolved: to charge under the same key as long as it declares
     * that it remembers the key and that card is still on file; otherwise what became of it, where it can tell.
     */
    Ask ask(Instant now, GatewayCapabilities gateway, Optional<PaymentToken> onFile) {
        if (state.isUnresolved() && mayBeChargedAgain(now, gateway.remembersKeysFor(), onFile)) {
            return Ask.CHARGE;
        }
        return gateway.can(GatewayAbility.LOOK_UP) ? Ask.LOOK_UP : Ask.NOTHING;
    }

    private boolean mayBeChargedAgain(Instant now, Duration remembered, Optional<PaymentToken> onFile) {
        Duration age = Duration.between(attempt.recordedAt(), now);
        return onFile.filter(attempt.card()::equals).isPresent() && !age.isNegative() && age.compareTo(remembered) < 0;
    }

    /** Rules P5 and P7: whether the call that was decided on may still be sent. */
    boolean mayBeSent(Instant now, BoundedGateway gateway) {
        return OnItsWay.mayBegin(calls, attempt.recordedAt(), askedAt, now, gateway);
    }

    /** The same, about to be asked once more. */
    Recharge askedAgain(Instant at) {
        return new Recharge(
                attempt,
                state,
                calls + 1,
                Moments.later(askedAt, at),
                changedAt,
                captured,
                declined,
                note,
                nextCheck,
                hinted,
                resolution);
    }

    /**
     * Rules P6, P8 and P9: where the attempt stands after an answer of the gateway's. A capture counts however late it is told;
     * everything else only as long as nobody knows what became of the attempt.
     */
    Recharge after(PaymentOutcome answer, Instant at) {
        if (captured.isPresent()) {
            return this;
        }
        return answer.fold(
                succeeded -> captured(succeeded.captured(), at),
                no -> isOpen() ? became(RechargeState.DECLINED, at, Optional.of(no.reason()), Optional.empty()) : this,
                pending -> waiting(RechargeState.PENDING, at, Optional.empty()),
                action -> waiting(RechargeState.ACTION_REQUIRED, at, Optional.of(action.nextStep())),
                notSent -> state.isUnresolved() && calls == 1 ? notAttempted(notSent.why(), at) : this,
                unknown -> state == RechargeState.RECORDED
                        ? waiting(RechargeState.UNKNOWN, at, Optional.of(unknown.why()))
                        : this);
    }

    /**
     * Rule P7: where the attempt stands once the gateway has not found it. That is a no where the gateway says that its answer is
     * conclusive, and no call could still be on its way when it was asked.
     *
     * @param asked when it was asked
     */
    Recharge notFound(GatewayCapabilities gateway, Instant asked, Instant at) {
        boolean conclusive = gateway.can(GatewayAbility.CONCLUSIVE_NOT_FOUND) && OnItsWay.isOver(askedAt, asked);
        return conclusive && isOpen() && captured.isEmpty()
                ? notAttempted("the gateway does not know it", at)
                : after(new PaymentOutcome.Unknown("not found"), at);
    }

    /** Rule P5: where it stands once the gateway has confirmed that it is called off. */
    Recharge calledOff(Instant at) {
        return isOpen() && captured.isEmpty()
                ? became(RechargeState.CANCELLED, at, Optional.empty(), Optional.empty())
                : this;
    }

    /**
     * Rule P7: where it stands once it has been reconciled: what is still not settled is checked again in time, or needs review.
     *
     * @param answered whether the gateway has told what it knows
     * @param canBeAsked whether there was any way to ask
     * @param wasHinted whether a hint was known when it was asked: one that has come since is not answered by that
     */
    Recharge checked(Instant at, boolean answered, boolean canBeAsked, boolean wasHinted) {
        boolean hintLeft = hinted && canBeAsked && !(answered && wasHinted);
        if (!state.isUnresolved()) {
            return checkedNext(hintLeft ? Optional.of(CheckSchedule.hintAgain(at)) : Optional.empty(), hintLeft);
        }
        boolean goesOn = canBeAsked || at.isBefore(CheckSchedule.first(attempt.recordedAt()));
        Optional<Instant> next = goesOn ? CheckSchedule.after(attempt.recordedAt(), at) : Optional.empty();
        return next.isPresent()
                ? checkedNext(next, hintLeft)
                : new Recharge(
                        attempt,
                        RechargeState.IN_REVIEW,
                        calls,
                        askedAt,
                        changedAt(RechargeState.IN_REVIEW, at),
                        captured,
                        Optional.empty(),
                        note,
                        Optional.empty(),
                        false,
                        Optional.empty());
    }

    /** Rule P8: the same, to be looked up because of a notification. */
    Recharge hinted(Instant at) {
        return checkedNext(nextCheck.filter(check -> check.isBefore(at)).or(() -> Optional.of(at)), true);
    }

    /** Rules P7 and P9: where it stands once a person has decided. */
    Recharge resolved(Resolution decided) {
        return new Recharge(
                attempt,
                decided.amount().isPresent() ? RechargeState.SUCCEEDED : RechargeState.CANCELLED,
                calls,
                askedAt,
                Moments.later(changedAt, decided.at()),
                captured.or(decided::amount),
                Optional.empty(),
                Optional.empty(),
                hintCheck(),
                hinted,
                Optional.of(decided));
    }

    /** What the caller is told. */
    RechargeOutcome outcome() {
        return switch (state) {
            case RECORDED, UNKNOWN, PENDING -> new RechargeOutcome.Unresolved();
            case ACTION_REQUIRED -> new RechargeOutcome.ActionRequired(note.orElse(""));
            case SUCCEEDED -> new RechargeOutcome.Succeeded(credited().orElseThrow());
            case DECLINED -> new RechargeOutcome.Declined(declined.orElseThrow());
            case NOT_ATTEMPTED -> new RechargeOutcome.NotAttempted(note.orElse(""));
            case CANCELLED -> new RechargeOutcome.Cancelled();
            case IN_REVIEW -> new RechargeOutcome.NeedsReview(captured);
        };
    }

    /** Whether nobody knows what became of it: a definite no still settles it. */
    private boolean isOpen() {
        return state.isUnresolved() || state == RechargeState.IN_REVIEW;
    }

    /** Rule P9: another amount or currency than asked for is never credited silently. */
    private Recharge captured(Money money, Instant at) {
        RechargeState next = money.equals(attempt.amount()) ? RechargeState.SUCCEEDED : RechargeState.IN_REVIEW;
        return new Recharge(
                attempt,
                next,
                calls,
                askedAt,
                changedAt(next, at),
                Optional.of(money),
                Optional.empty(),
                Optional.empty(),
                hintCheck(),
                hinted,
                Optional.empty());
    }

    private Recharge notAttempted(String why, Instant at) {
        return became(RechargeState.NOT_ATTEMPTED, at, Optional.empty(), Optional.of(why));
    }

    /** Not to be told anything certain takes nothing back that was told before. */
    private Recharge waiting(RechargeState next, Instant at, Optional<String> because) {
        return state.isUnresolved() ? became(next, at, Optional.empty(), because) : this;
    }

    private Recharge became(RechargeState next, Instant at, Optional<DeclineReason> because, Optional<String> noted) {
        return new Recharge(
                attempt,
                next,
                calls,
                askedAt,
                changedAt(next, at),
                captured,
                because,
                noted,
                next.isUnresolved() ? nextCheck : hintCheck(),
                hinted,
                Optional.empty());
    }

    /** What is settled needs no check of its own; one that a notification asked for stays until it has been looked up. */
    private Optional<Instant> hintCheck() {
        return hinted ? nextCheck : Optional.empty();
    }

    private Recharge checkedNext(Optional<Instant> next, boolean hint) {
        return new Recharge(
                attempt, state, calls, askedAt, changedAt, captured, declined, note, next, hint, resolution);
    }

    /** Rule X2: never moved back, and left alone where the same state is told again. */
    private Instant changedAt(RechargeState next, Instant at) {
        return next == state ? changedAt : Moments.later(changedAt, at);
    }
}
