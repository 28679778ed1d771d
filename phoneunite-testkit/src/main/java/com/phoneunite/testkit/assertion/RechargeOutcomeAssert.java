package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.RechargeOutcome;
import java.util.Optional;
import org.joda.money.Money;

/** Says what has become of a recharge (rule P6). */
public final class RechargeOutcomeAssert extends SpokenAssert<RechargeOutcomeAssert, RechargeOutcome> {

    RechargeOutcomeAssert(RechargeOutcome actual) {
        super(actual, RechargeOutcomeAssert.class);
    }

    /** It was captured and credited, so much of it: {@code "USD 50.00"}. */
    public RechargeOutcomeAssert succeededWith(String amount) {
        return became(new RechargeOutcome.Succeeded(Money.parse(amount)));
    }

    /** It was definitely not captured, for that reason. */
    public RechargeOutcomeAssert wasDeclined(DeclineReason reason) {
        return became(new RechargeOutcome.Declined(reason));
    }

    /** It waits for a step of the customer's, whatever that is. */
    public RechargeOutcomeAssert waitsForTheCustomer() {
        return is(RechargeOutcome.ActionRequired.class, "waits for a step of the customer's");
    }

    /** Nobody knows yet. */
    public RechargeOutcomeAssert isUnresolved() {
        return became(new RechargeOutcome.Unresolved());
    }

    /** It was provably never sent. */
    public RechargeOutcomeAssert wasNeverSent() {
        return is(RechargeOutcome.NotAttempted.class, "was never sent");
    }

    /** It was called off. */
    public RechargeOutcomeAssert wasCancelled() {
        return became(new RechargeOutcome.Cancelled());
    }

    /** A person decides, and nothing is known to be captured. */
    public RechargeOutcomeAssert needsReview() {
        return became(new RechargeOutcome.NeedsReview(Optional.empty()));
    }

    /** A person decides about what was captured: {@code "USD 25.00"}. */
    public RechargeOutcomeAssert needsReviewOf(String captured) {
        return became(new RechargeOutcome.NeedsReview(Optional.of(Money.parse(captured))));
    }

    private RechargeOutcomeAssert became(RechargeOutcome expected) {
        isNotNull();
        return holds(actual.equals(expected), "a recharge that " + Words.of(expected), told());
    }

    private RechargeOutcomeAssert is(Class<? extends RechargeOutcome> expected, String words) {
        isNotNull();
        return holds(expected.isInstance(actual), "a recharge that " + words, told());
    }

    private String told() {
        return "it " + Words.of(actual);
    }
}
