package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.cycle.Settlement.Pricing;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rule B8: the way from a shortage to suspension, and back. Runs in the unit of work that is open on the account, always as the
 * system.
 */
record Suspensions(CycleBooks books, Prices prices, Grace grace) {

    /** A suspended organization, and what its return would be: resumed free of charge, or charged for a first period. */
    private record Return(Organization organization, Subscription suspended, Instant moment) {

        /** Whether it was suspended for nothing but arrears, and what was paid before is not used up. */
        boolean isFree() {
            return suspended.nextDue().isAfter(moment);
        }

        /** What is charged for where it is not free. */
        Due due() {
            return new Due(organization, suspended.returned(moment));
        }
    }

    /**
     * Records that the first unpaid period of an organization is not covered.
     *
     * @return whether the organization is suspended by that
     */
    boolean shortage(Subscription unpaid, Change change) {
        boolean endsTrial = unpaid.nextPeriod() == 0; // Whoever had no trial has paid for the first period.
        Instant graceUntil = endsTrial ? change.at() : change.at().plus(grace.time());
        Subscription pastDue = unpaid.pastDue(change.at(), graceUntil);
        Shortage shortage = pastDue.shortage().orElseThrow();
        if (!shortage.graceUntil().isAfter(change.at()) && !waits(change)) {
            suspend(unpaid, change);
            return true;
        }
        if (!pastDue.equals(unpaid)) {
            books.save(unpaid, pastDue);
            books.record(
                    change,
                    pastDue.organization(),
                    new CycleEvent.ShortageRecorded(pastDue.next().reference(), shortage.graceUntil()));
        }
        books.become(pastDue, OrganizationState.PAST_DUE, change);
        return false;
    }

    /** Rule P11: arrears suspend every open organization. */
    void suspendAll(Change change) {
        AccountId account = change.account();
        int after = -1;
        List<Organization> some;
        do {
            some = books.ports().core().organizations().list(account, after, PageRequest.MAX_LIMIT);
            for (Organization organization : some) {
                after = organization.ordinal();
                if (organization.isOpen()) {
                    suspend(books.subscription(organization), change);
                }
            }
        } while (!some.isEmpty());
    }

    /**
     * Brings back whom the balance pays for, in the order of rule B7.
     *
     * @return how many came back
     */
    Returned bringBack(Change change) {
        int charged = 0;
        int resumed = 0;
        List<Return> returns = inOrder(change.account(), change.at());
        Pricing pricing = pricing(change.account(), returns);
        for (Return one : returns) {
            if (one.isFree()) {
                books.save(one.suspended(), one.suspended().resumed());
                books.become(one.suspended(), OrganizationState.ACTIVE, change);
                resumed++;
            } else {
                charged += charge(one.due(), pricing, change) ? 1 : 0;
            }
        }
        return new Returned(charged, resumed);
    }

    /** How many came back, and how. */
    record Returned(int charged, int resumed) {

        static final Returned NONE = new Returned(0, 0);

        int all() {
            return charged + resumed;
        }
    }

    /** What the returns would cost at that moment, in minor units. */
    long priceOfReturns(AccountId account, Instant at) {
        long sum = 0;
        List<Return> returns = inOrder(account, at);
        Pricing pricing = pricing(account, returns);
        for (Return one : returns) {
            if (!one.isFree()) {
                sum = Math.addExact(sum, terms(one.due(), pricing).priceMinor());
            }
        }
        return sum;
    }

    /** Whether the balance covers one of the returns at that moment, as it can right after a suspension. */
    boolean anyCovered(AccountId account, List<Due> suspended, Instant at) {
        long balance = books.head(account).balanceMinor();
        List<Return> returns = inOrder(suspended, at);
        Pricing pricing = pricing(account, returns);
        return returns.stream()
                .anyMatch(one -> one.isFree()
                        || BalanceLedger.covers(
                                balance, terms(one.due(), pricing).priceMinor()));
    }

    private Pricing pricing(AccountId account, List<Return> returns) {
        return prices.from(account, returns.stream().map(Return::due).toList());
    }

    private static PeriodTerms terms(Due returned, Pricing pricing) {
        return pricing.termsOf(returned, returned.subscription().next());
    }

    private boolean charge(Due due, Pricing pricing, Change change) {
        Subscription returned = due.subscription();
        PeriodTerms terms = terms(due, pricing);
        if (!books.covers(change.account(), terms.priceMinor())) {
            return false;
        }
        books.anchored(returned, change);
        books.pay(returned.next(), terms, change);
        books.save(returned, returned.paid(terms));
        books.become(returned, OrganizationState.ACTIVE, change);
        return true;
    }

    private void suspend(Subscription subscription, Change change) {
        if (!subscription.isSuspended()) {
            books.ports().subscriptions().save(subscription.suspended(change.at()));
            books.become(subscription, OrganizationState.SUSPENDED, change);
        }
    }

    /** Suspension waits for an unresolved attempt that was recorded before it. */
    private boolean waits(Change change) {
        return books.ports()
                .attempts()
                .unresolvedSince(change.account())
                .filter(recorded -> !recorded.isAfter(change.at()))
                .isPresent();
    }

    /** Never back before the suspension, by a clock that went backwards (rule X2). */
    private List<Return> inOrder(AccountId account, Instant at) {
        return inOrder(
                books.withOrganizations(account, books.ports().subscriptions().suspended(account)), at);
    }

    private static List<Return> inOrder(List<Due> suspended, Instant at) {
        List<Return> returns = new ArrayList<>();
        for (Due one : suspended) {
            Instant moment = Moments.later(one.subscription().suspendedSince().orElseThrow(), at);
            returns.add(new Return(one.organization(), one.subscription(), moment));
        }
        returns.sort(Comparator.comparing((Return one) -> one.suspended().nextDue())
                .thenComparing(one -> one.organization().ordinal()));
        return returns;
    }
}
