package com.phoneunite.billing.page;

import com.phoneunite.input.InputRule;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Rule B12: a calendar month of an account's billing time zone. It begins with the first moment of its first day there, and ends
 * where the next one begins, so that months neither overlap nor leave a gap. Immutable.
 *
 * @param month the month, of the years 1970 to 9999
 * @param zone the billing time zone
 */
public record BillingMonth(YearMonth month, ZoneId zone) {

    public BillingMonth {
        Objects.requireNonNull(zone, "zone");
        new Rule().require(month);
    }

    /** The month into which the moment falls. */
    public static BillingMonth at(Instant moment, ZoneId zone) {
        return new BillingMonth(YearMonth.from(moment.atZone(zone)), zone);
    }

    /** Its first moment. */
    public Instant from() {
        return startOf(month);
    }

    /** The first moment after it, with which the next one begins. */
    public Instant until() {
        return startOf(month.plusMonths(1));
    }

    private Instant startOf(YearMonth one) {
        return one.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The months of which there are statements. */
    public static final class Rule implements InputRule<YearMonth> {

        @Override
        public void check(YearMonth value, BiConsumer<String, String> report) {
            if (value.getYear() < 1970 || value.getYear() > 9999) {
                report.accept("OUT_OF_RANGE", "must be a month of the years 1970 to 9999");
            }
        }
    }
}
