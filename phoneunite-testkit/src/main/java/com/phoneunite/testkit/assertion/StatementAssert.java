package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.page.Statement;
import java.util.List;
import org.joda.money.Money;

/** Says what a statement of a month is (rule B12). */
public final class StatementAssert extends SpokenAssert<StatementAssert, Statement> {

    StatementAssert(Statement actual) {
        super(actual, StatementAssert.class);
    }

    /** The balance when the month began: {@code "USD 100.00"}. */
    public StatementAssert opensWith(String balance) {
        isNotNull();
        Money expected = Money.parse(balance);
        return holds(
                actual.opening().equals(expected),
                month() + " to open with " + expected,
                "it opens with " + actual.opening());
    }

    /** The balance when the month ended: {@code "USD 60.00"}. */
    public StatementAssert closesWith(String balance) {
        isNotNull();
        Money expected = Money.parse(balance);
        return holds(
                actual.closing().equals(expected),
                month() + " to close with " + expected,
                "it closes with " + actual.closing());
    }

    /** How many entries were recorded in the month. */
    public StatementAssert hasEntries(long count) {
        isNotNull();
        return holds(actual.entries() == count, month() + " with " + count + " entries", "it has " + actual.entries());
    }

    /** Rule B12: the opening balance and the totals of these sections, which are all of them, are the closing balance. */
    public StatementAssert addsUpWith(List<Statement.Section> sections) {
        isNotNull();
        Money sum = sections.stream().map(Statement.Section::total).reduce(actual.opening(), Money::plus);
        return holds(
                sum.equals(actual.closing()),
                month() + " to add up to " + actual.closing() + " (B12)",
                actual.opening() + " and " + sections.size() + " sections make " + sum);
    }

    private String month() {
        return "the statement of " + actual.month().month();
    }
}
