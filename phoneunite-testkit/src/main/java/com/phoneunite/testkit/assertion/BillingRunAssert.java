package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.cycle.BillingRun;

/** Says what a billing run did (rule B6). */
public final class BillingRunAssert extends SpokenAssert<BillingRunAssert, BillingRun.Result> {

    BillingRunAssert(BillingRun.Result actual) {
        super(actual, BillingRunAssert.class);
    }

    /** It looked at everything, and no account failed. */
    public BillingRunAssert wentThrough() {
        isNotNull();
        return holds(
                actual.complete() && actual.failed().isEmpty(),
                "a run that went through",
                actual.failed().isEmpty() ? "it was interrupted" : "these accounts failed: " + actual.failed());
    }

    /** So many periods were paid. */
    public BillingRunAssert paid(int periods) {
        isNotNull();
        return holds(actual.paid() == periods, "a run that paid " + periods + " periods", "it paid " + actual.paid());
    }

    /** So many organizations have something due that was not covered, and work on. */
    public BillingRunAssert leftPastDue(int organizations) {
        isNotNull();
        return holds(
                actual.pastDue() == organizations,
                "a run that left " + organizations + " organizations past due",
                "it left " + actual.pastDue());
    }

    /** So many organizations were suspended. */
    public BillingRunAssert suspended(int organizations) {
        isNotNull();
        return holds(
                actual.done().suspended() == organizations,
                "a run that suspended " + organizations + " organizations",
                "it suspended " + actual.done().suspended());
    }
}
