package com.phoneunite.billing.cycle;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.Settlement.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** When an account is to be looked at next, and what it owes until then. Runs in the unit of work that is open on the account. */
record Timetable(CycleBooks books, Prices prices, Suspensions suspensions, ArrearsBook arrears) {

    /** How long a return that is not covered, and might be, is left alone. */
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    /** Lists the account from when on something is to be done: a due, the end of a grace, a return, an automatic recharge. */
    void schedule(Change change) {
        AccountId account = change.account();
        SubscriptionRepository subscriptions = books.ports().subscriptions();
        Optional<Instant> next = Stream.of(
                        subscriptions.nextDue(account),
                        subscriptions.nextPastDueAfter(account, change.at()),
                        subscriptions.nextGraceEnd(account),
                        nextReturn(account, change.at()),
                        nextFunding(account, change.at()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        books.ports().dueAccounts().schedule(account, next);
    }

    /** Lists the account from now on: the next run looks at it. */
    void scheduleNow(Change change) {
        books.ports().dueAccounts().schedule(change.account(), Optional.of(change.at()));
    }

    /** Rule B10: lists the account from now on if auto-recharge may answer to usage; asks for no prices, as usage is frequent. */
    void scheduleForUsage(Change change, long refusedMinor) {
        Supplier<Owed> owed = () -> new Owed(books.head(change.account()).balanceMinor(), 0, 0, refusedMinor);
        if (books.ports().terms().nextTry(change.account(), owed, change.at()).isPresent()) {
            scheduleNow(change);
        }
    }

    /** Whether an automatic recharge is to be tried before a shortage counts. */
    boolean mayBeFunded(Change change) {
        return nextFunding(change.account(), change.at())
                .filter(next -> !next.isAfter(change.at()))
                .isPresent();
    }

    /** Rule P4: what the account owes. */
    Owed owed(AccountId account, Instant at) {
        long returns = arrears.anyOpen(account) ? 0 : suspensions.priceOfReturns(account, at);
        return new Owed(books.head(account).balanceMinor(), priceOfDues(account, at), returns, refusedMinor(account));
    }

    /** Rule B10: how much the usage was that was refused last and is not covered yet. */
    long refusedMinor(AccountId account) {
        return books.ports().usageNeeds().find(account).map(UsageNeed::minor).orElse(0L);
    }

    /**
     * Rule B8: what a return costs falls without any credit: when less is held, when a plan that was planned comes into force, when a lower
     * price does. Where nothing is left, it can become free, on a plan without a monthly price when nothing is held any more, and by a plan
     * or price that is known and comes into force.
     */
    private Optional<Instant> nextReturn(AccountId account, Instant at) {
        List<Due> suspended = arrears.anyOpen(account)
                ? List.of()
                : books.withOrganizations(account, books.ports().subscriptions().suspended(account));
        if (suspended.isEmpty()) {
            return Optional.empty();
        }
        if (suspensions.anyCovered(account, suspended, at)) {
            return Optional.of(at);
        }
        if (books.head(account).balanceMinor() > 0
                || suspended.stream()
                        .anyMatch(one -> prices.areForHoldingsOnly(at, one.organization(), one.subscription()))) {
            return Optional.of(at.plus(BETWEEN_LOOKS));
        }
        return suspended.stream()
                .flatMap(one -> prices.changesAfter(at, one.organization(), one.subscription()))
                .min(Comparator.naturalOrder());
    }

    /** Rule O7: nothing is brought in for an account that is closed. */
    private Optional<Instant> nextFunding(AccountId account, Instant at) {
        return books.ports()
                .terms()
                .nextTry(account, () -> owed(account, at), at)
                .filter(next -> books.ports()
                        .core()
                        .accounts()
                        .find(account)
                        .filter(Account::isOpen)
                        .isPresent());
    }

    private long priceOfDues(AccountId account, Instant at) {
        long sum = 0;
        List<Due> dues =
                books.withOrganizations(account, books.ports().subscriptions().due(account, at));
        Settlement.Pricing pricing = prices.from(account, dues);
        for (Due due : dues) {
            Subscription subscription = due.subscription();
            int n = subscription.nextPeriod();
            while (!subscription.period(n).start().isAfter(at)) {
                PeriodTerms terms = pricing.termsOf(due, subscription.period(n));
                sum = Math.addExact(sum, terms.priceMinor());
                n++;
            }
        }
        return sum;
    }
}
