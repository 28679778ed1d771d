package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.SandboxGateway;
import java.util.Optional;

/** A host's test of a gateway that declares nothing, with one card and no view of the provider's books. */
record BareGateway(SandboxGateway sandbox) implements PaymentGatewayContract {

    @Override
    public PaymentGateway gateway() {
        return FaultyPaymentGateway.over(sandbox).declaring(GatewayCapabilities.NONE);
    }

    @Override
    public PaymentToken approved() {
        return PaymentToken.of("tok_visa");
    }

    @Override
    public Optional<PaymentToken> declined(DeclineReason reason) {
        return Optional.empty();
    }

    @Override
    public Optional<PaymentToken> needingAction() {
        return Optional.empty();
    }
}
