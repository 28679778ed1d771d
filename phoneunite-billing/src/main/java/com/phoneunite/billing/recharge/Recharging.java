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
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.Store;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules P4 to P9 for a recharge by hand, in three steps of which each is safe to repeat: the attempt is recorded; the gateway is
 * called with nothing open; the outcome is recorded, credited exactly once, and settles what is due. Thread-safe.
 */
public final class Recharging {

    /** Rule X5: a recharge that would bring the balance above this many minor units is refused. */
    public static final long MAX_BALANCE_MINOR = 100_000_000_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Recharging.class);

    private final Store core;
    private final Outbox outbox;
    private final LedgerRepository ledger;
    private final RechargeRepository recharges;
    private final BoundedGateway gateway;
    private final BillingCycle cycle;

    public Recharging(
            Store core,
            LedgerRepository ledger,
            RechargeRepository recharges,
            BoundedGateway gateway,
            BillingCycle cycle) {
        this.core = core;
        this.outbox = core.outbox();
        this.ledger = ledger;
        this.recharges = recharges;
        this.gateway = gateway;
        this.cycle = cycle;
    }

    /** Who asks: reads the account and the asker's right to it, inside the unit of work in which it is used. */
    @FunctionalInterface
    public interface Authority {

        /** The account; throws where the asker has no right to it. */
        Account account();
    }

    /** What is left to do once an attempt has been looked at: the call, or nothing but the answer. */
    private record Step(Recharge recharge, Ask ask) {}

    /** What the gateway is asked for. */
    private enum Ask {
        /** To charge: the same key charges once. */
        CHARGE,
        /** What became of the attempt: charges nothing, whatever the gateway remembers. */
        LOOK_UP,
        /** Nothing: the attempt is settled. */
        NOTHING
    }

    /**
     * Recharges, or finishes what was begun under the key.
     *
     * @param authority who asks, read again in each unit of work
     * @param changes makes the change for each unit of work
     * @param key the caller's key
     * @param amount how much, more than 0 and at most {@value Posting#MAX_MINOR} minor units
     */
    public Decision<RechargeOutcome> recharge(
            AccountId account, Authority authority, Supplier<Change> changes, IdempotencyKey key, Money amount) {
        gateway.requireNothingOpen();
        Decision<Step> begun =
                core.unitOfWork().change(account, () -> begin(authority.account(), changes.get(), key, amount));
        return begun.fold(step -> Decision.granted(finish(step, changes)), Decision::refused);
    }

    private RechargeOutcome finish(Step step, Supplier<Change> changes) {
        Recharge recharge = step.recharge();
        if (step.ask() == Ask.NOTHING) {
            return recharge.outcome();
        }
        PaymentOutcome answer =
                step.ask() == Ask.CHARGE ? gateway.charge(recharge.request()) : gateway.find(recharge.request());
        Recharge concluded =
                core.unitOfWork().change(recharge.account(), () -> conclude(recharge, answer, changes.get()));
        if (concluded.state() == RechargeState.SUCCEEDED) {
            settle(recharge.account(), changes);
        }
        return concluded.outcome();
    }

    private Decision<Step> begin(Account account, Change change, IdempotencyKey key, Money amount) {
        if (!amount.getCurrencyUnit().equals(account.currency())) {
            return Decision.refused(new LedgerRefusal.CurrencyMismatch(account.currency(), amount.getCurrencyUnit()));
        }
        Optional<Recharge> known =
                recharges.find(account.id(), key).filter(one -> one.state() != RechargeState.NOT_ATTEMPTED);
        return known.map(recharge -> goOn(recharge, change, amount))
                .orElseGet(() -> start(account, change, key, amount));
    }

    /** The key is known: the same request goes on where it was, another one is refused. */
    private Decision<Step> goOn(Recharge recharge, Change change, Money amount) {
        if (!recharge.amount().equals(amount)) {
            return Decision.refused(new AccountRefusal.IdempotencyKeyReused(recharge.key()));
        }
        if (!recharge.state().isUnresolved()) {
            return Decision.granted(new Step(recharge, Ask.NOTHING));
        }
        if (!recharge.mayBeChargedAgain(change.at(), gateway.remembersKeysFor(), recharges.card(change.account()))) {
            return Decision.granted(new Step(recharge, Ask.LOOK_UP));
        }
        Recharge asked = recharge.askedAgain();
        recharges.save(asked);
        outbox.append(change, Optional.empty(), new RechargeEvent.AskedAgain(recharge.key()));
        return Decision.granted(new Step(asked, Ask.CHARGE));
    }

    private Decision<Step> start(Account account, Change change, IdempotencyKey key, Money amount) {
        if (!account.isOpen()) {
            return Decision.refused(new AccountRefusal.AccountClosed());
        }
        Optional<PaymentToken> card = recharges.card(account.id());
        if (card.isEmpty()) {
            return Decision.refused(new AccountRefusal.PaymentMethodRequired());
        }
        Optional<Recharge> unresolved = recharges.findUnresolved(account.id());
        if (unresolved.isPresent()) {
            return Decision.refused(
                    new RechargeRefusal.RechargeUnresolved(unresolved.get().key()));
        }
        long balance = ledger.head(account.id()).orElseThrow().balanceMinor();
        if (balance + amount.getAmountMinorLong() > MAX_BALANCE_MINOR) {
            return Decision.refused(new RechargeRefusal.BalanceLimitExceeded(MAX_BALANCE_MINOR));
        }
        Recharge recorded = Recharge.recorded(change, key, amount, card.get());
        recharges.save(recorded);
        outbox.append(change, Optional.empty(), new RechargeEvent.Recorded(key, amount));
        return Decision.granted(new Step(recorded, Ask.CHARGE));
    }

    /** Rule P8: the answer is applied to where the attempt stands now, which another answer may have settled meanwhile. */
    private Recharge conclude(Recharge asked, PaymentOutcome answer, Change change) {
        Recharge current = recharges
                .find(asked.account(), asked.key())
                .orElseThrow(() -> new PhoneUniteFault(
                        "recharge " + asked.key() + " of account " + asked.account() + " is not there any more"));
        Recharge concluded = current.after(answer, change.at());
        if (concluded.equals(current)) {
            return current;
        }
        recharges.save(concluded);
        outbox.append(
                change,
                Optional.empty(),
                new RechargeEvent.StateChanged(concluded.key(), current.state(), concluded.state()));
        if (concluded.state() == RechargeState.SUCCEEDED) {
            credit(concluded, change);
        }
        return concluded;
    }

    private void credit(Recharge recharge, Change change) {
        Posting posting = new Posting(
                change,
                EntryKind.RECHARGE,
                Optional.empty(),
                recharge.amount(),
                recharge.key().value(),
                change.at());
        ledger.post(posting).fold(entry -> entry, () -> recharge, refusal -> {
            throw new PhoneUniteFault("recharge " + recharge.key() + " of account " + recharge.account()
                    + " was captured, and its credit refused as " + refusal.code());
        });
        cycle.credited(change);
    }

    /**
     * Rule B8: a credit settles at once. It is kept by then: what keeps an account from being billed does not take back money that was
     * captured, and leaves the account to the next run.
     */
    private void settle(AccountId account, Supplier<Change> changes) {
        try {
            core.unitOfWork().change(account, () -> cycle.settle(changes.get()));
        } catch (RuntimeException e) {
            LOG.error("account={} was credited, and could not be settled", account, e);
        }
    }
}
