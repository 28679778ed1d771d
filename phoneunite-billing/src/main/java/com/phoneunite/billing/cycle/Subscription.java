package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an organization has been paid for. Immutable.
 *
 * @param account the account that pays
 * @param organization the organization
 * @param zone the account's billing time zone
 * @param anchor what its periods are counted from; in a trial, the end of it
 * @param nextPeriod the number of the first period that is not paid
 * @param pastDueSince when a shortage was recorded; empty while nothing is past due (rule B8)
 */
public record Subscription(
        AccountId account,
        OrganizationId organization,
        ZoneId zone,
        PeriodAnchor anchor,
        int nextPeriod,
        Optional<Instant> pastDueSince) {

    public Subscription {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(pastDueSince, "pastDueSince");
        if (nextPeriod < 0) {
            throw new IllegalArgumentException("periods count from 0");
        }
    }

    /** Nothing paid yet, the first period due at the moment of the anchor. */
    public static Subscription from(AccountId account, OrganizationId organization, ZoneId zone, PeriodAnchor anchor) {
        return new Subscription(account, organization, zone, anchor, 0, Optional.empty());
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

    /** The same once the next period is paid. */
    Subscription paid() {
        return new Subscription(account, organization, zone, anchor, nextPeriod + 1, pastDueSince);
    }

    /** Rule B8: past due from when the shortage is first recorded; nothing past due once it is paid. */
    Subscription pastDue(boolean isPastDue, Instant at) {
        Optional<Instant> since = isPastDue ? Optional.of(pastDueSince.orElse(at)) : Optional.empty();
        return new Subscription(account, organization, zone, anchor, nextPeriod, since);
    }
}
