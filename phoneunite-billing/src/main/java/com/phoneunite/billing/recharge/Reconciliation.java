package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.input.Moments;
import com.phoneunite.store.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Rule P7: settles what a gateway left open in one account, as far as it is time for that: each attempt and each refund in three steps, of
 * which each is safe to repeat. Thread-safe.
 */
final class Reconciliation {

    private final UnitOfWork unitOfWork;
    private final RechargeRepository recharges;
    private final ReversalRepository reversals;
    private final Attempts attempts;
    private final Refunds refunds;
    private final LookUps lookUps;
    private final InstantSource clock;

    Reconciliation(PaymentPorts ports, Attempts attempts, Refunds refunds, LookUps lookUps) {
        this.unitOfWork = ports.core().unitOfWork();
        this.recharges = ports.recharges();
        this.reversals = ports.reversals();
        this.attempts = attempts;
        this.refunds = refunds;
        this.lookUps = lookUps;
        this.clock = ports.clock();
    }

    /**
     * What was reconciled.
     *
     * @param checked how many attempts and refunds the gateway was asked about
     * @param left how many of them are still open
     * @param inReview how many of them went to a person's review
     */
    record Reconciled(int checked, int left, int inReview) {

        static final Reconciled NOTHING = new Reconciled(0, 0, 0);

        Reconciled plus(Reconciled other) {
            return new Reconciled(checked + other.checked, left + other.left, inReview + other.inReview);
        }

        static Reconciled of(boolean isOpen, boolean isInReview) {
            return new Reconciled(1, isOpen ? 1 : 0, isInReview ? 1 : 0);
        }
    }

    private record Due(List<Recharge> recharges, List<Refund> refunds) {}

    private record Question(Recharge recharge, Recharge.Ask ask) {}

    /**
     * Reconciles the account. Runs with nothing open.
     *
     * @param isStillMine whether the account is still left to the caller alone, asked inside the unit of work that the answer is for. Who has
     *     lost it asks nothing more; what was answered by then is a fact, and is kept
     */
    Reconciled reconcile(AccountId account, BooleanSupplier isStillMine) {
        attempts.gateway().requireNothingOpen();
        Due due = unitOfWork.view(
                account,
                () -> new Due(
                        recharges.toCheck(account, Moments.now(clock)),
                        reversals.refundsToCheck(account, Moments.now(clock))));
        Reconciled all = Reconciled.NOTHING;
        for (Recharge recharge : due.recharges()) {
            all = all.plus(reconcile(recharge, isStillMine));
        }
        for (Refund refund : due.refunds()) {
            all = all.plus(reconcile(refund, isStillMine));
        }
        return all;
    }

    private Reconciled reconcile(Recharge listed, BooleanSupplier isStillMine) {
        AccountId account = listed.account();
        Optional<Question> question = unitOfWork.change(
                account, () -> isStillMine.getAsBoolean() ? question(listed, changeNow(account)) : Optional.empty());
        return question.map(one -> lookUps.look(one.recharge(), one.ask(), () -> changeNow(account)))
                .map(now -> Reconciled.of(now.nextCheck().isPresent(), now.state() == RechargeState.IN_REVIEW))
                .orElse(Reconciled.NOTHING);
    }

    /** What to ask about it; nothing where somebody else has just asked. */
    private Optional<Question> question(Recharge listed, Change change) {
        Recharge current = attempts.current(listed);
        if (current.nextCheck().filter(check -> !check.isAfter(change.at())).isEmpty()) {
            return Optional.empty();
        }
        Recharge.Ask ask = attempts.askable(current, change.at());
        return Optional.of(
                new Question(ask == Recharge.Ask.CHARGE ? attempts.askedAgain(current, change) : current, ask));
    }

    private Reconciled reconcile(Refund listed, BooleanSupplier isStillMine) {
        AccountId account = listed.account();
        Optional<Refunds.Step> step = unitOfWork.change(
                account, () -> isStillMine.getAsBoolean() ? step(listed, changeNow(account)) : Optional.empty());
        if (step.isEmpty()) {
            return Reconciled.NOTHING;
        }
        Refunds.Answer answer = refunds.ask(step.get());
        Refund now = unitOfWork.change(account, () -> {
            Change change = changeNow(account);
            Refund concluded = refunds.conclude(step.get().refund(), answer, change);
            boolean canBeAsked = step.get().ask() != Recharge.Ask.NOTHING;
            return refunds.become(concluded, concluded.checked(change.at(), canBeAsked), change);
        });
        refunds.settle(now, () -> changeNow(account));
        return Reconciled.of(now.state().isUnresolved(), now.state() == RefundState.IN_REVIEW);
    }

    private Optional<Refunds.Step> step(Refund listed, Change change) {
        Refund current = refunds.current(listed);
        if (current.nextCheck().filter(check -> !check.isAfter(change.at())).isEmpty()) {
            return Optional.empty();
        }
        Recharge charged = recharges.find(current.account(), current.recharge()).orElseThrow();
        return Optional.of(refunds.next(current, charged, change));
    }

    private Change changeNow(AccountId account) {
        return new Change(account, Actor.system(), Moments.now(clock));
    }
}
