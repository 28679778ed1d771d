package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.organization.OrganizationState;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.presentation.StandardRepresentation;

/** How things are called in what an assertion says. Leaves out what may be secret. */
final class Words extends StandardRepresentation {

    static final Words INSTANCE = new Words();

    private Words() {}

    @Override
    public String toStringOf(Object object) {
        return object instanceof RechargeOutcome outcome ? of(outcome) : super.toStringOf(object);
    }

    /** Not the next step of a payment, which may carry a secret of the gateway's, nor why nothing was sent. */
    static String of(RechargeOutcome outcome) {
        return outcome.fold(
                yes -> "succeeded with " + yes.credited(),
                no -> "was declined, " + no.reason(),
                step -> "waits for a step of the customer's",
                unknown -> "is unresolved",
                never -> "was never sent",
                cancelled -> "was cancelled",
                review -> "needs review"
                        + review.captured()
                                .map(some -> ", " + some + " captured")
                                .orElse(""));
    }

    static String of(UsageOutcome outcome) {
        return outcome.fold(
                now -> "was deducted, " + line(now.posted()),
                before -> "was deducted before, " + line(before.posted()),
                () -> "was nothing to deduct",
                no -> "was refused with " + no.rule().code());
    }

    static String of(OrganizationState state) {
        return switch (state) {
            case TRIAL -> "on trial";
            case ACTIVE -> "active";
            case PAST_DUE -> "past due";
            case SUSPENDED -> "suspended";
            case CLOSED -> "closed";
        };
    }

    /** An entry in a line: {@code "PERIOD USD -20.00"}. */
    static String line(LedgerEntry entry) {
        return entry.kind() + " " + entry.amount();
    }

    /** One a line, below what was said. */
    static String lines(List<?> all) {
        return all.isEmpty() ? " none" : all.stream().map(one -> "\n  " + one).collect(Collectors.joining());
    }
}
