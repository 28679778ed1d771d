package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.LedgerEntry;
import java.util.Optional;
import org.joda.money.Money;

/** Says what has become of a usage (rule B10). */
public final class UsageOutcomeAssert extends SpokenAssert<UsageOutcomeAssert, UsageOutcome> {

    UsageOutcomeAssert(UsageOutcome actual) {
        super(actual, UsageOutcomeAssert.class);
    }

    /** It was deducted now, so much of it: {@code "USD 0.25"}. */
    public UsageOutcomeAssert wasDeducted(String amount) {
        isNotNull();
        return holds(
                actual instanceof UsageOutcome.Deducted && takes(amount),
                "a usage that was deducted, " + amount,
                told());
    }

    /** It was deducted before under its reference, so much of it, and nothing changed now. */
    public UsageOutcomeAssert wasDeductedBefore(String amount) {
        isNotNull();
        return holds(
                actual instanceof UsageOutcome.DeductedBefore && takes(amount),
                "a usage that was deducted before, " + amount,
                told());
    }

    /** Its amount was zero, which posts no entry. */
    public UsageOutcomeAssert wasNothingToDeduct() {
        isNotNull();
        return holds(actual instanceof UsageOutcome.NothingToDeduct, "a usage that was nothing to deduct", told());
    }

    /** A rule said no, with that code. */
    public UsageOutcomeAssert wasRefused(String code) {
        isNotNull();
        boolean refused = actual.refusal().filter(no -> no.code().equals(code)).isPresent();
        return holds(refused, "a usage that was refused with " + code, told());
    }

    private boolean takes(String amount) {
        return actual.entry()
                .map(LedgerEntry::amount)
                .equals(Optional.of(Money.parse(amount).negated()));
    }

    private String told() {
        return "it " + Words.of(actual);
    }
}
