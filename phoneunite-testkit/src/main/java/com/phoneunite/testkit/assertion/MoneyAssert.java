package com.phoneunite.testkit.assertion;

import org.joda.money.Money;

/** Says what an amount of money is. A balance is one. */
public final class MoneyAssert extends SpokenAssert<MoneyAssert, Money> {

    MoneyAssert(Money actual) {
        super(actual, MoneyAssert.class);
    }

    /**
     * It is this amount, in this currency.
     *
     * @param amount for example {@code "USD 20.00"}
     */
    public MoneyAssert isAmount(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return holds(actual.equals(expected), expected.toString(), told());
    }

    /** It is zero. */
    public MoneyAssert isZero() {
        isNotNull();
        return holds(actual.isZero(), "zero", told());
    }

    /** It is more than zero, as a balance is once it was recharged (rule B2). */
    public MoneyAssert isAboveZero() {
        isNotNull();
        return holds(actual.isPositive(), "more than zero (B2)", told());
    }

    /**
     * Rule B2: as a balance it covers that deduction, which leaves it above zero, or is zero.
     *
     * @param amount in the same currency, zero or more
     */
    public MoneyAssert covers(String amount) {
        isNotNull();
        Money deduction = requireSameCurrency(amount);
        boolean covered = deduction.isZero() || actual.isGreaterThan(deduction);
        return holds(covered, "a balance that covers " + deduction + " and stays above zero (B2)", told());
    }

    /**
     * Rule B2: as a balance it does not cover that deduction.
     *
     * @param amount in the same currency, zero or more
     */
    public MoneyAssert doesNotCover(String amount) {
        isNotNull();
        Money deduction = requireSameCurrency(amount);
        boolean covered = deduction.isZero() || actual.isGreaterThan(deduction);
        return holds(!covered, "a balance that " + deduction + " is too much for (B2)", told());
    }

    private Money requireSameCurrency(String amount) {
        Money other = Money.parse(amount);
        if (!other.getCurrencyUnit().equals(actual.getCurrencyUnit())) {
            holds(false, "an amount in " + other.getCurrencyUnit(), told());
        }
        return other;
    }

    private String told() {
        return "it is " + actual;
    }
}
