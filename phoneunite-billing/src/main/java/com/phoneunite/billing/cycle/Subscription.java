package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an organization has been paid for, and on which terms. Immutable.
 *
 * @param account the account that pays
 * @param organization the organization
 * @param zone the account's billing time zone
 * @param anchor what its periods are counted from; in a trial, the end of it
 * @param nextPeriod the number of the first period that is not paid
 * @param paid the terms of the period before that, which was paid last; empty where none is under this anchor
 * @param shortage that the first unpaid period was found not covered; empty while nothing is past due (rule B8)
 * @param suspendedSince when it was suspended; its unpaid periods lapse
 * @param planned the plans that take effect with periods that are not paid yet (rule B9)
 */
public record Subscription(
        AccountId account,
        OrganizationId organization,
        ZoneId zone,
        PeriodAnchor anchor,
        int nextPeriod,
        Optional<PaidTerms> paid,
        Optional<Shortage> shortage,
        Optional<Instant> suspendedSince,
        PlannedChanges planned) {

    public Subscription {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(shortage, "shortage");
        Objects.requireNonNull(suspendedSince, "suspendedSince");
        Objects.requireNonNull(planned, "planned");
        if (nextPeriod < 0) {
            throw new IllegalArgumentException("periods count from 0");
        }
        if (paid.isPresent() && nextPeriod == 0) {
            throw new IllegalArgumentException("before the first period none is paid");
        }
        if (shortage.isPresent() && suspendedSince.isPresent()) {
            throw new IllegalArgumentException(
                    "what is suspended is not past due: its unpaid periods have lapsed (B8)");
        }
    }

    /** Nothing paid yet, the first period due at the moment of the anchor. */
    public static Subscription from(AccountId account, OrganizationId organization, ZoneId zone, PeriodAnchor anchor) {
        return new Subscription(
                account,
                organization,
                zone,
                anchor,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlannedChanges.NONE);
    }

    /** The period with that number. */
    public BillingPeriod period(int n) {
        return new BillingPeriod(
                organization, anchor.number(), n, anchor.startOf(n, zone), anchor.startOf(n + 1, zone));
    }

    /** The first period that is not paid. */
    public BillingPeriod next() {
        return period(nextPeriod);
    }

    /** When the first period that is not paid is due, or was. */
    public Instant nextDue() {
        return anchor.startOf(nextPeriod, zone);
    }

    /**
     * Rule B9: when the last of its periods started that has begun and is not paid; by a clock that went backwards that is one whose
     * shortage is recorded (rule X2). Empty where none has begun, or what is not paid has lapsed.
     */
    Optional<Instant> lastBegun(Instant at) {
        int n = nextPeriod + (shortage.isPresent() ? 1 : 0);
        while (!isSuspended() && !anchor.startOf(n, zone).isAfter(at)) {
            n++;
        }
        return n == nextPeriod ? Optional.empty() : Optional.of(anchor.startOf(n - 1, zone));
    }

    /** Rule B8: when the shortage was recorded; empty while nothing is past due. */
    public Optional<Instant> pastDueSince() {
        return shortage.map(Shortage::since);
    }

    /** Whether it is suspended. */
    public boolean isSuspended() {
        return suspendedSince.isPresent();
    }

    /**
     * Rule B9: whether what was paid last still runs at that moment. By a clock that went backwards it does even before it began (rule
     * X2).
     */
    public boolean isChargedAt(Instant moment) {
        return paid.isPresent()
                && shortage.isEmpty()
                && suspendedSince.isEmpty()
                && nextDue().isAfter(moment);
    }

    /** The paid period that the moment falls into. */
    public Optional<BillingPeriod> paidPeriodAt(Instant moment) {
        for (int n = nextPeriod - 1; n >= 0; n--) {
            BillingPeriod period = period(n);
            if (period.contains(moment)) {
                return Optional.of(period);
            }
            if (period.end().isBefore(moment)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The same once the next period is paid on those terms. A plan that was planned for it is in force. */
    Subscription paid(PeriodTerms terms) {
        BillingPeriod period = next();
        return new Subscription(
                account,
                organization,
                zone,
                anchor,
                nextPeriod + 1,
                Optional.of(new PaidTerms(terms, 0, period.daysIn(zone))),
                shortage,
                suspendedSince,
                planned.after(period.start()));
    }

    /** Rule B9: the same, with the rest of the period that was paid last on other terms. */
    Subscription on(PaidTerms changed) {
        return new Subscription(
                account,
                organization,
                zone,
                anchor,
                nextPeriod,
                Optional.of(changed),
                shortage,
                suspendedSince,
                PlannedChanges.NONE);
    }

    /** Rule B9: the same with those plans planned, in place of any others. */
    Subscription planning(PlannedChanges changes) {
        return new Subscription(
                account, organization, zone, anchor, nextPeriod, paid, shortage, suspendedSince, changes);
    }

    /** Rule B8: past due from when the shortage of its first unpaid period is first recorded. */
    Subscription pastDue(Instant at, Instant graceUntil) {
        return shortage.filter(former -> former.period() == nextPeriod).isPresent()
                ? this
                : withShortage(Optional.of(new Shortage(nextPeriod, at, graceUntil)));
    }

    /** Nothing past due. */
    Subscription notPastDue() {
        return withShortage(Optional.empty());
    }

    /** Rule B8: suspended; what is not paid lapses. */
    Subscription suspended(Instant at) {
        return new Subscription(
                account, organization, zone, anchor, nextPeriod, paid, Optional.empty(), Optional.of(at), planned);
    }

    /** Rule B8: back in the period that was paid before it was suspended for nothing but arrears. */
    Subscription resumed() {
        return new Subscription(
                account, organization, zone, anchor, nextPeriod, paid, shortage, Optional.empty(), planned);
    }

    /** Rule B8: back from suspension at that moment under the next anchor, with its first period still to be paid. */
    Subscription returned(Instant at) {
        PeriodAnchor next = PeriodAnchor.at(anchor.number() + 1, at, zone);
        return from(account, organization, zone, next).planning(planned);
    }

    private Subscription withShortage(Optional<Shortage> next) {
        return new Subscription(account, organization, zone, anchor, nextPeriod, paid, next, suspendedSince, planned);
    }
}
