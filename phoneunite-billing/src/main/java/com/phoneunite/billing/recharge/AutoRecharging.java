package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.cycle.Funding;
import com.phoneunite.billing.cycle.FundingOutcome;
import com.phoneunite.billing.cycle.TopUps;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.recharge.AutoRechargePlanner.Left;
import com.phoneunite.billing.recharge.AutoRechargePlanner.Plan;
import com.phoneunite.input.Moments;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rules P4 and P10: recharges by itself where that is set, needed and allowed. It is the system's doing, whoever brought the occasion.
 * Thread-safe.
 */
public final class AutoRecharging implements Funding {

    private final Store core;
    private final RechargeRepository recharges;
    private final AutoRechargeBook book;
    private final AutoRechargePlanner planner;
    private final Attempts attempts;
    private final BillingCycle cycle;
    private final InstantSource clock;

    AutoRecharging(PaymentPorts ports, Attempts attempts, BillingCycle cycle, AutoRechargeBook book) {
        this.core = ports.core();
        this.recharges = ports.recharges();
        this.book = book;
        this.planner = ports.planner();
        this.attempts = attempts;
        this.cycle = cycle;
        this.clock = ports.clock();
    }

    /** An attempt that was recorded, or why there is none. */
    private record Begun(Optional<Recharge> attempt, Optional<Left> left) {}

    @Override
    public FundingOutcome fund(AccountId account, long furtherDueMinor) {
        attempts.gateway().requireNothingOpen();
        Begun begun = core.unitOfWork().change(account, () -> begin(changeNow(account), furtherDueMinor));
        return begun.attempt()
                .map(this::finish)
                .orElseGet(() -> notAttempted(begun.left().orElseThrow()));
    }

    /** Rule P4: sets it, or turns it off. Runs inside a unit of work. */
    public Optional<Refusal> set(Account account, Optional<AutoRecharge> setting, Change change) {
        if (setting.filter(one -> !one.currency().equals(account.currency())).isPresent()) {
            return Optional.of(new LedgerRefusal.CurrencyMismatch(
                    account.currency(), setting.get().currency()));
        }
        if (setting.isPresent() && !account.isOpen()) {
            return Optional.of(new AccountRefusal.AccountClosed());
        }
        if (setting.isPresent() && recharges.card(account.id()).isEmpty()) {
            return Optional.of(new AccountRefusal.PaymentMethodRequired());
        }
        AutoRechargeStanding standing = book.of(account.id());
        if (!standing.setting().equals(setting)) {
            if (standing.setting().isEmpty()) {
                cycle.forgetRefusedUsage(change);
            }
            book.keep(standing.set(setting), change);
            core.outbox()
                    .append(
                            change,
                            Optional.empty(),
                            setting.<RechargeEvent>map(RechargeEvent.AutoRechargeSet::new)
                                    .orElseGet(RechargeEvent.AutoRechargeRemoved::new));
            cycle.reschedule(change);
        }
        return Optional.empty();
    }

    /** How it stands. Runs inside a unit of work. */
    public AutoRechargeStanding standing(AccountId account) {
        return book.of(account);
    }

    /** Rule B11: what it would attempt at moments to come. Runs inside a unit of work. */
    public TopUps foreseen(Account account) {
        return new ForeseenRecharges(planner, account);
    }

    private Begun begin(Change change, long furtherDueMinor) {
        Plan plan =
                planner.plan(change.account(), cycle.owed(change.account(), change.at()), furtherDueMinor, change.at());
        if (plan.left().filter(why -> why == Left.CAP_REACHED).isPresent()) {
            tellOfTheCap(plan.amount().orElseThrow(), change);
        }
        if (plan.leavesUsage()) {
            cycle.forgetRefusedUsage(change);
        }
        return new Begun(plan.intent().map(intent -> record(intent, change)), plan.left());
    }

    private Recharge record(AutoRechargePlanner.Intent intent, Change change) {
        book.keep(book.of(change.account()).attempted(intent.key()), change);
        Recharge recorded =
                attempts.record(change, intent.key(), RechargeKind.AUTOMATIC, intent.amount(), intent.card());
        cycle.reschedule(change);
        return recorded;
    }

    private void tellOfTheCap(Money amount, Change change) {
        AutoRechargeStanding standing = book.of(change.account());
        if (!standing.capReached()) {
            book.keep(standing.left(true), change);
            core.outbox().append(change, Optional.empty(), new RechargeEvent.AutoRechargeCapReached(amount));
        }
    }

    private FundingOutcome finish(Recharge recorded) {
        return attempts.finish(
                        recorded, attempts.ask(recorded, Recharge.Ask.CHARGE), () -> changeNow(recorded.account()))
                .outcome()
                .fold(
                        succeeded -> new FundingOutcome.Funded(),
                        declined -> new FundingOutcome.NotFunded("declined: " + declined.reason()),
                        actionRequired -> new FundingOutcome.Unresolved(),
                        unresolved -> new FundingOutcome.Unresolved(),
                        notAttempted -> new FundingOutcome.NotFunded("not sent: " + notAttempted.why()),
                        cancelled -> new FundingOutcome.NotFunded("cancelled"),
                        needsReview -> new FundingOutcome.NotFunded(Left.IN_REVIEW.name()));
    }

    private static FundingOutcome notAttempted(Left why) {
        return why == Left.UNRESOLVED ? new FundingOutcome.Unresolved() : new FundingOutcome.NotFunded(why.name());
    }

    private Change changeNow(AccountId account) {
        return new Change(account, Actor.system(), Moments.now(clock));
    }
}
