package com.phoneunite.billing.cycle;

import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** Rule B9: carries out plan changes, in the unit of work that is open on the account, once what is due was settled. */
record PlanChanges(CycleBooks books, Prices prices) {

    /** The plan that the last period is on that has begun and is not paid; where there is none, the organization's. */
    PlanName current(Organization organization, Instant at) {
        return current(organization, books.subscription(organization), at);
    }

    private static PlanName current(Organization organization, Subscription subscription, Instant at) {
        return subscription
                .lastBegun(at)
                .flatMap(subscription.planned()::planAt)
                .orElse(organization.plan());
    }

    /**
     * With the first period that starts later. Periods that have begun and are not paid keep what was planned for them. The plan that the
     * last of these is on, or the organization where there are none, drops what was planned for later.
     */
    void atNextPeriod(Organization organization, PlanName plan, Change change) {
        Subscription subscription = books.subscription(organization);
        Optional<Instant> begun = subscription.lastBegun(change.at());
        PlannedChanges kept = begun.map(subscription.planned()::before).orElse(PlannedChanges.NONE);
        PlannedChanges open = begun.map(subscription.planned()::after).orElse(subscription.planned());
        if (current(organization, subscription, change.at()).equals(plan)) {
            drop(open, subscription, change);
            books.save(subscription, subscription.planning(kept));
        } else if (open.last().filter(one -> one.plan().equals(plan)).isEmpty()) {
            Instant from = begun.filter(start -> start.isAfter(change.at())).orElse(change.at());
            books.save(subscription, subscription.planning(kept.and(new PlannedChange(plan, from))));
            books.record(change, organization.id(), new CycleEvent.PlanChangePlanned(plan));
        }
    }

    /** At once. Where the current period is not charged, the plan is replaced and nothing is posted. */
    ChargeOutcome now(Organization organization, PlanName plan, boolean anyPastDue, Change change) {
        Subscription subscription = books.subscription(organization);
        if (organization.plan().equals(plan) || !subscription.isChargedAt(change.at())) {
            drop(subscription.planned(), subscription, change);
            books.save(subscription, subscription.planning(PlannedChanges.NONE));
            books.put(organization.id(), plan, change);
            return new ChargeOutcome.Charged(money(change, 0));
        }
        return exchange(organization, subscription, plan, anyPastDue, change);
    }

    private ChargeOutcome exchange(
            Organization organization, Subscription subscription, PlanName plan, boolean anyPastDue, Change change) {
        PaidTerms paid = subscription.paid().orElseThrow();
        BillingPeriod period = subscription.period(subscription.nextPeriod() - 1);
        PeriodTerms next = prices.of(organization, plan, paid.terms().held(), period.start());
        Proration proration = Proration.of(
                paid, next, period.daysLeft(change.at(), subscription.zone()), period.daysIn(subscription.zone()));
        long difference = proration.differenceMinor();
        LedgerHead head = books.head(change.account());
        if (difference > 0 && anyPastDue) {
            return new ChargeOutcome.Refused(new CycleRefusal.AccountPastDue());
        }
        if (difference > 0 && !BalanceLedger.covers(head.balanceMinor(), difference)) {
            return new ChargeOutcome.NotCovered(BalanceLedger.tooLow(head, difference), difference);
        }
        drop(subscription.planned(), subscription, change);
        books.save(subscription, subscription.on(proration.paid()));
        books.put(organization.id(), plan, change);
        books.ports()
                .chargeFacts()
                .save(new PlanExchange(
                        change.account(),
                        period,
                        proration.paid().changes(),
                        paid.terms().plan(),
                        paid.terms().price(),
                        plan,
                        books.version(next),
                        next.held(),
                        proration.paid().daysLeft(),
                        period.daysIn(subscription.zone())));
        books.post(
                change,
                difference > 0 ? EntryKind.PLAN_CHARGE : EntryKind.PLAN_CREDIT,
                Optional.of(organization.id()),
                money(change, Math.abs(difference)),
                period.reference() + "/" + proration.paid().changes(),
                change.at());
        return new ChargeOutcome.Charged(money(change, difference));
    }

    /** What was asked for last is dropped first. */
    private void drop(PlannedChanges changes, Subscription subscription, Change change) {
        for (int i = changes.all().size() - 1; i >= 0; i--) {
            PlanName plan = changes.all().get(i).plan();
            books.record(change, subscription.organization(), new CycleEvent.PlanChangeDropped(plan));
        }
    }

    private Money money(Change change, long minor) {
        return Money.ofMinor(books.head(change.account()).currency(), minor);
    }
}
