package com.phoneunite.billing.cycle;

import java.util.Objects;

/**
 * The terms on which the period that was paid last is used now (rule B9). Immutable.
 *
 * @param terms plan, quantities and price; the quantities are those that were charged, whatever the plan
 * @param changes how often the plan was changed within the period
 * @param daysLeft how many days of the period are on these terms at most: all of them until the plan is changed within it
 */
public record PaidTerms(PeriodTerms terms, int changes, int daysLeft) {

    public PaidTerms {
        Objects.requireNonNull(terms, "terms");
        if (changes < 0 || daysLeft < 0) {
            throw new IllegalArgumentException("a period has days, and its changes count from 0");
        }
    }
}
