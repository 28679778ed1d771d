package com.phoneunite.billing;

import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** What amounts and references given to billing must be. */
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

    /** A reference of the host's own. */
    public static final class Reference implements InputRule<String> {

        private static final Pattern REFERENCE = Pattern.compile("[!-~]{1," + Posting.MAX_REFERENCE + "}");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!REFERENCE.matcher(value).matches()) {
                report.accept("NOT_A_REFERENCE", "must be 1 to " + Posting.MAX_REFERENCE + " visible ASCII characters");
            }
        }
    }

    private static void checkSize(Money value, BiConsumer<String, String> report) {
        if (value.isGreaterThan(Money.ofMinor(value.getCurrencyUnit(), Posting.MAX_MINOR))) {
            report.accept("TOO_LARGE", "must be at most " + Posting.MAX_MINOR + " minor units");
        }
    }
}
