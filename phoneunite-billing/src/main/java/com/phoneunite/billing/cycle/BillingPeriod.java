package com.phoneunite.billing.cycle;

import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * Rule B5: a month of an organization, identified by organization, anchor and <i>n</i>, and charged at most once. Immutable.
 *
 * @param organization the organization
 * @param anchor the number of the anchor that it is counted from
 * @param n its number under that anchor, from 0
 * @param start its first moment
 * @param end the first moment after it, which is the start of the next one
 */
public record BillingPeriod(OrganizationId organization, int anchor, int n, Instant start, Instant end) {

    public BillingPeriod {
        Objects.requireNonNull(organization, "organization");
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it starts");
        }
    }

    /** What its charge is posted under, unique in the account. */
    public String reference() {
        return organization + "/" + anchor + "/" + n;
    }

    /** Whether the moment falls into it. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** Rule B9: how many days it has in the zone. */
    public int daysIn(ZoneId zone) {
        return days(LocalDate.ofInstant(start, zone), zone);
    }

    /** Rule B9: how many of its days are left at a moment within it, that day included. */
    public int daysLeft(Instant moment, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return days(today.isBefore(first) ? first : today, zone);
    }

    private int days(LocalDate from, ZoneId zone) {
        LocalDate until = LocalDate.ofInstant(end, zone);
        if (!from.isBefore(until)) {
            return 0;
        }
        return (int) (ChronoUnit.DAYS.between(from, until) - skipped(from, zone));
    }

    /** A date that the zone skips is no day: none of its moments came, as Samoa had no 30 December 2011. */
    private long skipped(LocalDate from, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        long skipped = 0;
        ZoneOffsetTransition change =
                rules.nextTransition(from.minusDays(1).atStartOfDay(zone).toInstant());
        while (change != null && !change.getInstant().isAfter(end)) {
            LocalDate gone =
                    change.getDateTimeBefore().minusNanos(1).toLocalDate().plusDays(1);
            skipped += Math.max(
                    0, ChronoUnit.DAYS.between(gone, change.getDateTimeAfter().toLocalDate()));
            change = rules.nextTransition(change.getInstant());
        }
        return skipped;
    }
}
