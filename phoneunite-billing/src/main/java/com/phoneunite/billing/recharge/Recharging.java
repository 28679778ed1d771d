package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.UnitOfWork;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/** Rules P4 and P5 by hand: recharging, and cancelling what waits for the owner's action. Thread-safe. */
public final class Recharging {

    private final UnitOfWork unitOfWork;
    private final RechargeRepository recharges;
    private final Attempts attempts;

    Recharging(PaymentPorts ports, Attempts attempts) {
        this.unitOfWork = ports.core().unitOfWork();
        this.recharges = ports.recharges();
        this.attempts = attempts;
    }

    /** Who asks: reads the account and the asker's right to it, inside the unit of work in which it is used. */
    @FunctionalInterface
    public interface Authority {

        /** The account; throws where the asker has no right to it. */
        Account account();
    }

    /** What is left to do once an attempt has been looked at: the call, or nothing but the answer. */
    private record Step(Recharge recharge, Recharge.Ask ask) {}

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
        attempts.gateway().requireNothingOpen();
        Decision<Step> begun = unitOfWork.change(account, () -> begin(authority.account(), changes.get(), key, amount));
        return begun.fold(step -> Decision.granted(finish(step, changes)), Decision::refused);
    }

    /**
     * Rule P5: calls off an attempt that waits for the owner's action, once the gateway confirms. What has been called off already is
     * answered so again.
     */
    public Decision<RechargeOutcome> cancel(
            AccountId account, Authority authority, Supplier<Change> changes, IdempotencyKey key) {
        attempts.gateway().requireNothingOpen();
        Decision<Recharge> waiting =
                unitOfWork.view(account, () -> cancellable(authority.account().id(), key));
        return waiting.fold(recharge -> Decision.granted(cancel(recharge, changes)), Decision::refused);
    }

    private Decision<Recharge> cancellable(AccountId account, IdempotencyKey key) {
        Optional<Recharge> known = recharges.find(account, key);
        if (known.isEmpty()) {
            return Decision.refused(new RechargeRefusal.RechargeNotFound());
        }
        Recharge recharge = known.get();
        if (recharge.state() == RechargeState.CANCELLED) {
            return Decision.granted(recharge);
        }
        if (recharge.state() != RechargeState.ACTION_REQUIRED) {
            return Decision.refused(new RechargeRefusal.RechargeNotCancellable(recharge.state()));
        }
        return attempts.gateway().capabilities().can(GatewayAbility.CANCELLING)
                ? Decision.granted(recharge)
                : Decision.refused(new RechargeRefusal.NotSupportedByGateway(GatewayAbility.CANCELLING));
    }

    private RechargeOutcome cancel(Recharge waiting, Supplier<Change> changes) {
        if (waiting.state() == RechargeState.CANCELLED) {
            return waiting.outcome();
        }
        return attempts.gateway()
                .cancel(waiting.request())
                .fold(
                        cancelled -> unitOfWork.change(waiting.account(), () -> calledOff(waiting, changes.get())),
                        tooLate -> attempts.finish(waiting, Attempts.Answer.of(tooLate.instead()), changes),
                        unknown -> waiting)
                .outcome();
    }

    private Recharge calledOff(Recharge waiting, Change change) {
        Recharge current = attempts.current(waiting);
        return attempts.become(current, current.calledOff(change.at()), change);
    }

    private RechargeOutcome finish(Step step, Supplier<Change> changes) {
        return step.ask() == Recharge.Ask.NOTHING
                ? step.recharge().outcome()
                : attempts.finish(step.recharge(), attempts.ask(step.recharge(), step.ask()), changes)
                        .outcome();
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
            return Decision.granted(new Step(recharge, Recharge.Ask.NOTHING));
        }
        Recharge.Ask ask = attempts.askable(recharge, change.at());
        return Decision.granted(
                new Step(ask == Recharge.Ask.CHARGE ? attempts.askedAgain(recharge, change) : recharge, ask));
    }

    private Decision<Step> start(Account account, Change change, IdempotencyKey key, Money amount) {
        if (!account.isOpen()) {
            return Decision.refused(new AccountRefusal.AccountClosed());
        }
        Optional<PaymentToken> card = recharges.card(account.id());
        if (card.isEmpty()) {
            return Decision.refused(new AccountRefusal.PaymentMethodRequired());
        }
        return unresolved(account.id())
                .or(() -> tooLarge(account.id(), amount))
                .map(Decision::<Step>refused)
                .orElseGet(() -> Decision.granted(new Step(
                        attempts.record(change, key, RechargeKind.MANUAL, amount, card.get()), Recharge.Ask.CHARGE)));
    }

    private Optional<Refusal> unresolved(AccountId account) {
        return recharges.findUnresolved(account).map(one -> new RechargeRefusal.RechargeUnresolved(one.key()));
    }

    private Optional<Refusal> tooLarge(AccountId account, Money amount) {
        return attempts.fits(account, amount.getAmountMinorLong())
                ? Optional.empty()
                : Optional.of(new RechargeRefusal.BalanceLimitExceeded(Attempts.MAX_BALANCE_MINOR));
    }
}
