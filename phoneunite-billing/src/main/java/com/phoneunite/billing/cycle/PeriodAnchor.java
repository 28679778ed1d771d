package com.phoneunite.billing.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Rule B4: what the periods of an organization are counted from. Every period starts at {@code anchor + n months}, never at "the
 * previous period + 1 month", so that the 31st comes back after February. Immutable.
 *
 * @param number how many anchors the organization had before: 0 for the first, one more after each return from suspension
 * @param moment when the organization became billable, which is when period 0 starts
 * @param date the date of that moment in the billing time zone
 */
public record PeriodAnchor(int number, Instant moment, LocalDate date) {

    public PeriodAnchor {
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(date, "date");
        if (number < 0) {
            throw new IllegalArgumentException("anchors count from 0");
        }
    }

    /** The anchor of an organization that became billable at that moment. */
    public static PeriodAnchor at(int number, Instant moment, ZoneId zone) {
        return new PeriodAnchor(number, moment, LocalDate.ofInstant(moment, zone));
    }

    /**
     * When period <i>n</i> starts: period 0 at the moment of the anchor, every other at the start of the day in the zone. A day
     * that does not exist starts at the first moment after it ({@link LocalDate#atStartOfDay(ZoneId)}).
     *
     * @param n from 0
     * @param zone the account's billing time zone
     */
    public Instant startOf(int n, ZoneId zone) {
        if (n < 0) {
            throw new IllegalArgumentException("periods count from 0");
        }
        return n == 0 ? moment : date.plusMonths(n).atStartOfDay(zone).toInstant();
    }
}
