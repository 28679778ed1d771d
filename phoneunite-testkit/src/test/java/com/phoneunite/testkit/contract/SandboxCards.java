package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentToken;

/** The cards of the sandbox that are declined. */
final class SandboxCards {

    private SandboxCards() {}

    static PaymentToken declined(DeclineReason reason) {
        return PaymentToken.of(
                switch (reason) {
                    case RETRY_LATER -> "tok_declined";
                    case CUSTOMER_MUST_ACT -> "tok_call_bank";
                    case NEVER_WITH_THIS_CARD -> "tok_stolen";
                    case MISCONFIGURED -> "tok_misconfigured";
                });
    }
}
