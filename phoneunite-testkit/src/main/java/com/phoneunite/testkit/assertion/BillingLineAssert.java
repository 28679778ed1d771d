package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.page.BillingPage;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** Says what a billing page tells of one organization (rule B11). */
public final class BillingLineAssert extends SpokenAssert<BillingLineAssert, BillingPage.Line> {

    BillingLineAssert(BillingPage.Line actual) {
        super(actual, BillingLineAssert.class);
    }

    /** Its state, to go on with. */
    public OrganizationStateAssert state() {
        isNotNull();
        return new OrganizationStateAssert(actual.state(), name());
    }

    /** The plan that it is on. */
    public BillingLineAssert isOnPlan(String plan) {
        isNotNull();
        return holds(
                actual.plan().value().equals(plan),
                name() + " to be on " + plan,
                "it is on " + actual.plan().value());
    }

    /**
     * The day on which its next unpaid period is due, or was, in the billing time zone.
     *
     * @param date in ISO 8601, for example {@code "2026-02-28"}
     */
    public BillingLineAssert isDueOn(String date) {
        isNotNull();
        LocalDate expected = LocalDate.parse(date);
        return holds(
                actual.nextDueOn().equals(expected),
                name() + " to be due on " + expected,
                "it is due on " + actual.nextDueOn());
    }

    /** What its next unpaid period costs: {@code "USD 20.00"}. */
    public BillingLineAssert costs(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return holds(
                actual.nextAmount().equals(Optional.of(expected)),
                name() + " to cost " + expected,
                "it costs "
                        + actual.nextAmount()
                                .map(Money::toString)
                                .orElse("nobody knows what, as the catalogue does not know its plan"));
    }

    /** What was spent on it in the current month. */
    public BillingLineAssert hasSpent(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return holds(
                actual.spentThisMonth().equals(expected),
                name() + " to have spent " + expected + " this month",
                "it has spent " + actual.spentThisMonth());
    }

    private String name() {
        return actual.name().value();
    }
}
