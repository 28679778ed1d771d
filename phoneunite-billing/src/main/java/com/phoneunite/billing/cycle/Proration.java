package com.phoneunite.billing.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rule B9: what changing the plan within a charged period costs. Values in, outcome out. As each part is rounded by itself, the price
 * of a plan for fewer days is never more than for more days: no sequence of changes brings back more than was charged.
 *
 * @param paid the terms that the rest of the period is on once it is changed
 * @param differenceMinor what is charged, or credited where negative, in minor units
 */
record Proration(PaidTerms paid, long differenceMinor) {

    /**
     * Exchanges the terms for what is left of the period.
     *
     * @param now the terms until now
     * @param next the terms from now on
     * @param daysLeft how many days of the period are left, today included; never more than at the last change (rule X2)
     * @param days how many days the period has
     */
    static Proration of(PaidTerms now, PeriodTerms next, int daysLeft, int days) {
        int left = Math.min(daysLeft, now.daysLeft());
        long difference = part(next.priceMinor(), left, days) - part(now.terms().priceMinor(), left, days);
        return new Proration(new PaidTerms(next, now.changes() + 1, left), difference);
    }

    /** The price of so many days of a period, rounded half-even to a minor unit. */
    static long part(long priceMinor, int daysLeft, int days) {
        return BigDecimal.valueOf(priceMinor)
                .multiply(BigDecimal.valueOf(daysLeft))
                .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
