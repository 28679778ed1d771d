package com.phoneunite.billing.cycle;

import com.phoneunite.account.Actor;
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

    /** With the first period that starts later. The plan that it is on drops what was planned. */
    void atNextPeriod(Organization settled, PlanName plan, Change change) {
        Organization organization = onPlanOfThePeriod(settled, change);
        Subscription subscription = books.subscription(organization);
        Optional<PlannedChange> former = subscription.planned();
        if (organization.plan().equals(plan)) {
            books.save(subscription, drop(subscription, change));
        } else if (former.filter(one -> one.plan().equals(plan)).isEmpty()) {
            books.save(subscription, subscription.planning(Optional.of(new PlannedChange(plan, change.at()))));
            books.record(change, organization.id(), new CycleEvent.PlanChangePlanned(plan));
        }
    }

    /** A period that has begun and is not paid keeps the plan that was planned for it, whatever is planned then. */
    private Organization onPlanOfThePeriod(Organization organization, Change change) {
        Subscription subscription = books.subscription(organization);
        Instant start = subscription.next().start();
        boolean hasBegun = !subscription.isSuspended() && !start.isAfter(change.at());
        Optional<PlanName> inForce = subscription
                .planned()
                .filter(one -> hasBegun && one.isInForceAt(start))
                .map(PlannedChange::plan);
        inForce.ifPresent(plan -> {
            books.save(subscription, subscription.planning(Optional.empty()));
            books.put(organization.id(), plan, new Change(change.account(), Actor.system(), change.at()));
        });
        return inForce.map(organization::onPlan).orElse(organization);
    }

    /** At once. Where the current period is not charged, the plan is replaced and nothing is posted. */
    ChargeOutcome now(Organization organization, PlanName plan, boolean anyPastDue, Change change) {
        Subscription subscription = books.subscription(organization);
        if (organization.plan().equals(plan) || !subscription.isChargedAt(change.at())) {
            books.save(subscription, drop(subscription, change));
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
        books.save(subscription, drop(subscription, change).on(proration.paid()));
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

    private Subscription drop(Subscription subscription, Change change) {
        subscription
                .planned()
                .ifPresent(former -> books.record(
                        change, subscription.organization(), new CycleEvent.PlanChangeDropped(former.plan())));
        return subscription.planning(Optional.empty());
    }

    private Money money(Change change, long minor) {
        return Money.ofMinor(books.head(change.account()).currency(), minor);
    }
}
