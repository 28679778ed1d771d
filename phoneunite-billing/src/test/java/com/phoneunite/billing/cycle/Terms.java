package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.cents;

import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.PlanName;

/** Terms of periods for tests that care for nothing but the price. */
final class Terms {

    private Terms() {}

    static PeriodTerms terms(long minor) {
        return new PeriodTerms(new PlanName("standard"), 1, Holdings.Counts.NONE, cents(minor));
    }

    static Subscription paidUpTo(Subscription subscription, int periods) {
        Subscription paid = subscription;
        for (int i = 0; i < periods; i++) {
            paid = paid.paid(terms(100));
        }
        return paid;
    }
}
