package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.input.Moments;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/**
 * Rule P11: refunds that we make, in three steps of which each is safe to repeat: the refund is deducted and recorded; the gateway is asked
 * with nothing open; what it says is recorded, and given back to the balance only on a definite no. Thread-safe.
 */
public final class Refunds {

    private final Store core;
    private final LedgerRepository ledger;
    private final RechargeRepository recharges;
    private final ReversalRepository reversals;
    private final BoundedGateway gateway;
    private final InstantSource clock;
    private final BillingCycle cycle;
    private final Checks checks;
    private final Attempts attempts;
    private final ReportedReversals reported;

    Refunds(PaymentPorts ports, Attempts attempts, BillingCycle cycle, ReportedReversals reported) {
        this.core = ports.core();
        this.ledger = ports.ledger();
        this.recharges = ports.recharges();
        this.reversals = ports.reversals();
        this.gateway = ports.gateway();
        this.clock = ports.clock();
        this.cycle = cycle;
        this.checks = ports.directory();
        this.attempts = attempts;
        this.reported = reported;
    }

    /** What is left to do about a refund. */
    record Step(Refund refund, Recharge recharge, Recharge.Ask ask) {}

    /**
     * What the gateway has answered about a refund.
     *
     * @param told the outcome; empty where the gateway does not know it
     * @param asked when it was asked
     */
    record Answer(Optional<RefundOutcome> told, Instant asked) {

        /** An outcome, which counts whenever it was asked for. */
        static Answer of(RefundOutcome told) {
            return new Answer(Optional.of(told), Instant.EPOCH);
        }

        Refund appliedTo(Refund refund, GatewayCapabilities gateway, Instant at) {
            return told.map(one -> refund.after(one, at)).orElseGet(() -> refund.notFound(gateway, asked, at));
        }
    }

    /**
     * Refunds, or finishes what was begun under the key.
     *
     * @param account reads the account, inside the unit of work in which it is used
     * @param changes makes the change for each unit of work
     * @param key the caller's key
     * @param recharge the attempt whose money is given back
     * @param amount how much, more than 0
     */
    public Decision<RefundResult> refund(
            AccountId id,
            Supplier<Account> account,
            Supplier<Change> changes,
            IdempotencyKey key,
            IdempotencyKey recharge,
            Money amount) {
        gateway.requireNothingOpen();
        Decision<Step> begun =
                core.unitOfWork().change(id, () -> begin(account.get(), changes.get(), key, recharge, amount));
        return begun.fold(step -> Decision.granted(finish(step, changes).result()), Decision::refused);
    }

    private Decision<Step> begin(
            Account account, Change change, IdempotencyKey key, IdempotencyKey recharge, Money amount) {
        if (!amount.getCurrencyUnit().equals(account.currency())) {
            return Decision.refused(new LedgerRefusal.CurrencyMismatch(account.currency(), amount.getCurrencyUnit()));
        }
        Optional<Recharge> charged = recharges.find(account.id(), recharge);
        if (charged.isEmpty()) {
            return Decision.refused(new RechargeRefusal.RechargeNotFound());
        }
        Optional<Refund> known = reversals.findRefund(account.id(), key);
        return known.map(refund -> goOn(refund, charged.get(), amount, change))
                .orElseGet(() -> start(charged.get(), key, amount, change));
    }

    private Decision<Step> goOn(Refund refund, Recharge charged, Money amount, Change change) {
        if (!refund.amount().equals(amount) || !refund.recharge().equals(charged.key())) {
            return Decision.refused(new AccountRefusal.IdempotencyKeyReused(refund.key()));
        }
        return Decision.granted(
                refund.state().isUnresolved()
                        ? next(refund, charged, change)
                        : new Step(refund, charged, Recharge.Ask.NOTHING));
    }

    private Decision<Step> start(Recharge charged, IdempotencyKey key, Money amount, Change change) {
        if (!gateway.capabilities().can(GatewayAbility.REFUNDS)) {
            return Decision.refused(new RechargeRefusal.NotSupportedByGateway(GatewayAbility.REFUNDS));
        }
        long remaining = remainingMinor(charged);
        if (amount.getAmountMinorLong() > remaining) {
            return Decision.refused(
                    new RechargeRefusal.RefundExceedsRecharge(Money.ofMinor(amount.getCurrencyUnit(), remaining)));
        }
        Refund refund = Refund.recorded(change, key, charged.key(), amount);
        Optional<Refusal> tooLow =
                post(refund, EntryKind.REFUND, change).fold(entry -> Optional.empty(), Optional::empty, Optional::of);
        if (tooLow.isPresent()) {
            return Decision.refused(tooLow.get());
        }
        save(refund);
        core.outbox().append(change, Optional.empty(), new RechargeEvent.RefundRecorded(key, charged.key(), amount));
        return Decision.granted(new Step(refund, charged, Recharge.Ask.CHARGE));
    }

    /** Rule P11: what of a recharge is neither refunded, nor about to be, nor taken back. */
    private long remainingMinor(Recharge charged) {
        long refunded = reversals.refundsOf(charged.account(), charged.key()).stream()
                .filter(one -> one.state() != RefundState.GIVEN_BACK)
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
        long credited = charged.credited().map(Money::getAmountMinorLong).orElse(0L);
        return Math.max(0, credited - refunded - reported.takenMinor(charged));
    }

    /** What is done next about a refund that is unresolved. Runs inside a unit of work. */
    Step next(Refund refund, Recharge charged, Change change) {
        Recharge.Ask ask = refund.ask(change.at(), gateway.capabilities());
        if (ask != Recharge.Ask.CHARGE) {
            return new Step(refund, charged, ask);
        }
        Refund asked = refund.askedAgain(change.at());
        save(asked);
        return new Step(asked, charged, ask);
    }

    /** Asks the gateway, with nothing open. */
    Answer ask(Step step) {
        RefundRequest request = step.refund().request(step.recharge());
        return switch (step.ask()) {
            case CHARGE ->
                Answer.of(
                        step.refund().mayBeSent(Moments.now(clock), gateway)
                                ? gateway.refund(request)
                                : new RefundOutcome.NotAttempted("too late to be sent"));
            case LOOK_UP -> {
                Instant asked = Moments.now(clock);
                yield new Answer(gateway.findRefund(request), asked);
            }
            case NOTHING -> Answer.of(new RefundOutcome.Unknown("not asked"));
        };
    }

    private Refund finish(Step step, Supplier<Change> changes) {
        if (step.ask() == Recharge.Ask.NOTHING) {
            return step.refund();
        }
        Answer answer = ask(step);
        Refund concluded =
                core.unitOfWork().change(step.refund().account(), () -> conclude(step.refund(), answer, changes.get()));
        settle(concluded, changes);
        return concluded;
    }

    /** What was given back settles at once. Runs outside of a unit of work. */
    void settle(Refund refund, Supplier<Change> changes) {
        if (refund.state() == RefundState.GIVEN_BACK) {
            attempts.settle(refund.account(), changes);
        }
    }

    /** The answer is applied to where the refund stands now. Runs inside a unit of work. */
    Refund conclude(Refund asked, Answer answer, Change change) {
        Refund current = current(asked);
        return become(current, answer.appliedTo(current, gateway.capabilities(), change.at()), change);
    }

    Refund current(Refund asked) {
        return reversals
                .findRefund(asked.account(), asked.key())
                .orElseThrow(() -> new PhoneUniteFault(
                        "refund " + asked.key() + " of account " + asked.account() + " is not there any more"));
    }

    /** Keeps what has become of a refund, with all that follows from it. Runs inside a unit of work. */
    Refund become(Refund current, Refund next, Change change) {
        if (next.equals(current)) {
            return current;
        }
        save(next);
        if (next.state() != current.state()) {
            core.outbox()
                    .append(
                            change,
                            Optional.empty(),
                            new RechargeEvent.RefundStateChanged(next.key(), current.state(), next.state()));
            if (next.state() == RefundState.GIVEN_BACK) {
                post(next, EntryKind.REFUND_RETURNED, change).fold(entry -> next, () -> next, refusal -> {
                    throw new PhoneUniteFault("refund " + next.key() + " of account " + next.account()
                            + " was given back, and refused as " + refusal.code());
                });
                cycle.credited(change);
            }
        }
        return next;
    }

    /** Rule P7: keeps what a person has decided. Runs inside a unit of work. */
    Refund resolve(Refund inReview, Resolution decided, Change change) {
        core.outbox()
                .append(
                        change,
                        Optional.empty(),
                        new RechargeEvent.RefundResolved(
                                inReview.key(), decided.amount().isPresent(), decided.evidence()));
        return become(inReview, inReview.resolved(decided), change);
    }

    private void save(Refund refund) {
        reversals.save(refund);
        checks.schedule(refund.account());
    }

    private PostingOutcome post(Refund refund, EntryKind kind, Change change) {
        return ledger.post(new Posting(
                change, kind, Optional.empty(), refund.amount(), refund.key().value(), change.at()));
    }

    /**
     * Rule P11: what a gateway reports under the key of a refund of ours is that refund.
     *
     * @return whether that is all; false where it is to be recorded as any other: it is none of ours, one that was given back before, or
     *     one whose money has come back, so that an older report which comes later takes nothing
     */
    boolean isOurs(Recharge charged, ReportedReversal told, Change change) {
        Optional<Refund> ours = told.kind() == ReportedReversal.Kind.REFUND
                ? reversals.refundsOf(charged.account(), charged.key()).stream()
                        .filter(one -> one.gatewayKey().equals(told.reference()))
                        .findFirst()
                : Optional.empty();
        if (ours.isEmpty()) {
            return false;
        }
        Refund refund = ours.get();
        if (told.returned()) {
            become(refund, refund.failedAfterAll(change.at()), change);
            return false;
        }
        become(refund, refund.after(new RefundOutcome.Done(), change.at()), change);
        return refund.state() != RefundState.GIVEN_BACK;
    }
}
