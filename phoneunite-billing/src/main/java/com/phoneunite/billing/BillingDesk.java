package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.cycle.ChargeOutcome;
import com.phoneunite.billing.cycle.Funding;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.recharge.CardOnFile;
import com.phoneunite.billing.recharge.Payments;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRefusal;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.Recharging;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.input.InputValidator;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.User;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.paging.Page;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/** What all doors of one {@link Billing} share. */
record BillingDesk(BillingStore store, PlanCatalog plans, InstantSource clock, BillingCycle cycle, Payments payments) {

    Funding funding() {
        return payments.autoRecharging();
    }

    CardOnFile cardOnFile() {
        return payments.cardOnFile();
    }

    Recharging recharging() {
        return payments.recharging();
    }

    /** Rule X4: before anything is read. */
    static <I> I valid(I input) {
        RefusedException.throwIf(InputValidator.check(input));
        return input;
    }

    /** Rule X4: something that is not there is refused like any other bad input. */
    static <T> T given(String path, T value) {
        RefusedException.throwIf(InputValidator.required(path, value));
        return value;
    }

    Store core() {
        return store.core();
    }

    Change change(AccountId account, Actor actor) {
        return new Change(account, actor, Moments.now(clock));
    }

    /** Rule A2: the account, where the viewer is its owner. Runs inside a unit of work. */
    Account ownedBy(UserRef viewer) {
        Account account = accountOf(viewer);
        RefusedException.granted(Roster.owner(account, user(viewer)));
        return account;
    }

    /** The account of an active user. Runs inside a unit of work. */
    Account accountOf(UserRef viewer) {
        RefusedException.granted(Roster.active(user(viewer)));
        return core().accounts()
                .find(viewer.account())
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
    }

    /** The account that an operator names. Runs inside a unit of work. */
    Account account(AccountId id) {
        return core().accounts().find(id).orElseThrow(() -> new RefusedException(new AccountRefusal.AccountNotFound()));
    }

    LedgerHead ledger(AccountId account) {
        return store.ledger()
                .head(account)
                .orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
    }

    /** Rules A2 and O7: the account, where the viewer is its owner and it is open. Runs inside a unit of work. */
    Account openAndOwnedBy(UserRef viewer) {
        Account account = ownedBy(viewer);
        if (!account.isOpen()) {
            throw new RefusedException(new AccountRefusal.AccountClosed());
        }
        return account;
    }

    /**
     * Rules O5 and B9: refused for now, and a recharge may help. While one is not settled, nobody knows whether the balance is too low.
     */
    BillingOpinion forNow(AccountId account, ChargeOutcome.NotCovered notCovered) {
        return unresolved(account)
                .<BillingOpinion>map(BillingOpinion.Refused::new)
                .orElseGet(() -> new BillingOpinion.RefusedForNow(notCovered.refusal(), () -> {
                    funding().fund(account, notCovered.priceMinor());
                    return Optional.empty();
                }));
    }

    /** A page of the account's recharges. Runs inside a unit of work. */
    Page<RechargeSummary> recharges(Account account, Optional<RechargeCursor> after, int limit) {
        return Page.of(
                        store.recharges().list(account.id(), after, limit + 1),
                        limit,
                        one -> RechargeCursor.of(one).toString())
                .map(RechargeSummary::of);
    }

    /** That an attempt of the account is not settled, if it is so. */
    Optional<Refusal> unresolved(AccountId account) {
        return store.recharges()
                .findUnresolved(account)
                .map(recharge -> new RechargeRefusal.RechargeUnresolved(recharge.key()));
    }

    private Optional<User> user(UserRef viewer) {
        return core().users().find(viewer.account(), viewer.user());
    }
}
