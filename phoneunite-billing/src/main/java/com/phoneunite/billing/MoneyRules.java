package com.phoneunite.billing;

import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.InputRule;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/** What amounts and moments given to billing must be. */
final class MoneyRules {

    private MoneyRules() {}

    /** More than zero, and not more than one posting can carry. */
    public static final class Positive implements InputRule<Money> {
        @Override
        public void check(Money value, BiConsumer<String, String> report) {
            if (!value.isPositive()) {
                report.accept("NOT_POSITIVE", "must be more than zero");
            }
            checkSize(value, report);
        }
    }

    /** Zero or more, and not more than one posting can carry. */
    public static final class NotNegative implements InputRule<Money> {
        @Override
        public void check(Money value, BiConsumer<String, String> report) {
            if (value.isNegative()) {
                report.accept("NEGATIVE", "must not be negative");
            }
            checkSize(value, report);
        }
    }

    /** A moment that every store can keep. */
    public static final class Happened implements InputRule<Instant> {

        private static final Instant FIRST = Instant.EPOCH;
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

        @Override
        public void check(Instant value, BiConsumer<String, String> report) {
            if (value.isBefore(FIRST) || value.isAfter(LAST)) {
                report.accept("OUT_OF_RANGE", "must be from the year 1970 to the year 9999");
            }
        }
    }

    private static void checkSize(Money value, BiConsumer<String, String> report) {
        if (value.isGreaterThan(Money.ofMinor(value.getCurrencyUnit(), Posting.MAX_MINOR))) {
            report.accept("TOO_LARGE", "must be at most " + Posting.MAX_MINOR + " minor units");
        }
    }
}
