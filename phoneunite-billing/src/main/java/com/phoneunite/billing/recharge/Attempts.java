package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.Moments;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules P5 to P9: what a payment attempt goes through, whoever brings it about: it is recorded; the gateway is asked with nothing open; the
 * answer is applied, credited exactly once, and settles what is due. Each step is safe to repeat. Thread-safe.
 */
public final class Attempts {

    /** Rule X5: a recharge that would bring the balance above this many minor units is not begun. */
    public static final long MAX_BALANCE_MINOR = 100_000_000_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Store core;
    private final LedgerRepository ledger;
    private final RechargeRepository recharges;
    private final BoundedGateway gateway;
    private final InstantSource clock;
    private final BillingCycle cycle;
    private final AutoRechargeBook autoRecharge;
    private final Checks checks;
    private final ReportedReversals reversals;

    Attempts(PaymentPorts ports, BillingCycle cycle, AutoRechargeBook autoRecharge, ReportedReversals reversals) {
        this.core = ports.core();
        this.ledger = ports.ledger();
        this.recharges = ports.recharges();
        this.gateway = ports.gateway();
        this.clock = ports.clock();
        this.cycle = cycle;
        this.autoRecharge = autoRecharge;
        this.checks = ports.directory();
        this.reversals = reversals;
    }

    /**
     * What the gateway has answered about an attempt.
     *
     * @param told the outcome; empty where the gateway does not know the attempt
     * @param asked when it was asked
     */
    record Answer(Optional<PaymentOutcome> told, Instant asked) {

        static final Answer NONE = of(new PaymentOutcome.Unknown("not asked"));

        /** An outcome, which counts whenever it was asked for. */
        static Answer of(PaymentOutcome told) {
            return new Answer(Optional.of(told), Instant.EPOCH);
        }

        /** Whether it tells what the gateway knows. */
        boolean isOne() {
            return told.filter(one -> one instanceof PaymentOutcome.Unknown).isEmpty();
        }

        Recharge appliedTo(Recharge recharge, GatewayCapabilities gateway, Instant at) {
            return told.map(one -> recharge.after(one, at)).orElseGet(() -> recharge.notFound(gateway, asked, at));
        }
    }

    BoundedGateway gateway() {
        return gateway;
    }

    /** How many entries the ledger has: more of them, and there may be something to settle. Runs inside a unit of work. */
    long entries(AccountId account) {
        return ledger.head(account).orElseThrow().entries();
    }

    /** Rule X5: whether so much more fits into a balance. */
    boolean fits(AccountId account, long moreMinor) {
        return ledger.head(account).orElseThrow().balanceMinor() <= MAX_BALANCE_MINOR - moreMinor;
    }

    /** Rule P5: the attempt, recorded. Runs inside a unit of work. */
    Recharge record(Change change, IdempotencyKey key, RechargeKind kind, Money amount, PaymentToken card) {
        Recharge recorded = Recharge.recorded(Attempt.of(change, key, kind, amount, card));
        save(recorded);
        core.outbox().append(change, Optional.empty(), new RechargeEvent.Recorded(key, kind, amount));
        return recorded;
    }

    /** What the gateway may be asked about an unresolved attempt now. Runs inside a unit of work. */
    Recharge.Ask askable(Recharge recharge, Instant now) {
        return recharge.ask(now, gateway.capabilities(), recharges.card(recharge.account()));
    }

    /** Rule P7: the attempt, about to be charged once more under its key. Runs inside a unit of work. */
    Recharge askedAgain(Recharge recharge, Change change) {
        Recharge asked = recharge.askedAgain(change.at());
        save(asked);
        core.outbox().append(change, Optional.empty(), new RechargeEvent.AskedAgain(recharge.key()));
        return asked;
    }

    /** Asks the gateway, with nothing open. */
    Answer ask(Recharge recharge, Recharge.Ask ask) {
        return switch (ask) {
            case CHARGE -> Answer.of(charge(recharge));
            case LOOK_UP -> {
                Instant asked = Moments.now(clock);
                yield new Answer(gateway.find(recharge.request()), asked);
            }
            case NOTHING -> Answer.NONE;
        };
    }

    private PaymentOutcome charge(Recharge recharge) {
        if (recharge.mayBeSent(Moments.now(clock), gateway)) {
            return gateway.charge(recharge.request());
        }
        LOG.warn("account={} a charge was not sent, as it would have come too late", recharge.account());
        return new PaymentOutcome.NotAttempted("too late to be sent");
    }

    /** Applies the answer, and settles what it paid for. Runs outside of a unit of work. */
    Recharge finish(Recharge asked, Answer answer, Supplier<Change> changes) {
        Recharge concluded = core.unitOfWork().change(asked.account(), () -> conclude(asked, answer, changes.get()));
        if (concluded.state() == RechargeState.SUCCEEDED) {
            settle(asked.account(), changes);
        }
        return concluded;
    }

    /**
     * Rule P8: the answer is applied to where the attempt stands now, which another answer may have settled meanwhile. Runs inside a unit of
     * work.
     */
    Recharge conclude(Recharge asked, Answer answer, Change change) {
        Recharge current = current(asked);
        return become(current, answer.appliedTo(current, gateway.capabilities(), change.at()), change);
    }

    /** The attempt as it is now; an attempt that has begun anew under its key is another one. Runs inside a unit of work. */
    Recharge current(Recharge asked) {
        return recharges
                .find(asked.account(), asked.key())
                .orElseThrow(() -> new PhoneUniteFault(
                        "recharge " + asked.key() + " of account " + asked.account() + " is not there any more"));
    }

    /** Keeps what has become of an attempt, with all that follows from it. Runs inside a unit of work. */
    Recharge become(Recharge current, Recharge next, Change change) {
        if (next.equals(current)) {
            return current;
        }
        save(next);
        if (next.state() != current.state() || !next.note().equals(current.note())) {
            core.outbox()
                    .append(
                            change,
                            Optional.empty(),
                            new RechargeEvent.StateChanged(next.key(), current.state(), next.state()));
        }
        if (next.state() != current.state()) {
            autoRecharge.heed(next, change);
            next.credited().ifPresentOrElse(credited -> credit(next, credited, change), () -> lookAgain(change));
        }
        return next;
    }

    /** Rule P7: keeps what a person has decided. Runs inside a unit of work. */
    Recharge resolve(Recharge inReview, Recharge resolved, Resolution decided, Change change) {
        core.outbox()
                .append(
                        change,
                        Optional.empty(),
                        new RechargeEvent.Resolved(resolved.key(), decided.amount(), decided.evidence()));
        return become(inReview, resolved, change);
    }

    void save(Recharge recharge) {
        recharges.save(recharge);
        checks.schedule(recharge.account());
    }

    private void lookAgain(Change change) {
        if (autoRecharge.isOn(change.account())) {
            cycle.reschedule(change);
        }
    }

    private void credit(Recharge recharge, Money credited, Change change) {
        Posting posting = new Posting(
                change,
                EntryKind.RECHARGE,
                Optional.empty(),
                credited,
                recharge.key().value(),
                change.at());
        ledger.post(posting).fold(entry -> entry, () -> recharge, refusal -> {
            throw new PhoneUniteFault("recharge " + recharge.key() + " of account " + recharge.account()
                    + " was captured, and its credit refused as " + refusal.code());
        });
        reversals.credited(recharge, change);
        cycle.credited(change);
    }

    /**
     * Rule B8: a credit settles at once. It is kept by then: what keeps an account from being billed does not take back money that was
     * captured, and leaves the account to the next run.
     */
    public void settle(AccountId account, Supplier<Change> changes) {
        try {
            if (!settledInOneStep(account, changes)) {
                core.unitOfWork().change(account, () -> cycle.settle(changes.get()));
            }
        } catch (RuntimeException e) {
            LOG.error("account={} was credited, and could not be settled", account, e);
        }
    }

    /** What a store can keep in one step takes it as many round trips for many organizations as for one. */
    private boolean settledInOneStep(AccountId account, Supplier<Change> changes) {
        UnitOfWork unitOfWork = core.unitOfWork();
        try {
            return !unitOfWork.isOpen()
                    && unitOfWork
                            .together(List.of(account), one -> cycle.settle(changes.get()))
                            .containsKey(account);
        } catch (RuntimeException e) {
            LOG.warn("account={} could not be settled in one step", account, e);
            return false;
        }
    }
}
