package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.testkit.SandboxGateway;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The sandbox keeps the contract of gateways; it sends no notifications. */
class SandboxGatewayContractTest implements PaymentGatewayContract {

    private final SandboxGateway sandbox = SandboxGateway.create();

    @Override
    public PaymentGateway gateway() {
        return sandbox;
    }

    @Override
    public PaymentToken approved() {
        return PaymentToken.of("tok_visa");
    }

    @Override
    public Optional<PaymentToken> declined(DeclineReason reason) {
        return Optional.of(SandboxCards.declined(reason));
    }

    @Override
    public Optional<PaymentToken> needingAction() {
        return Optional.of(PaymentToken.of("tok_confirm"));
    }

    @Override
    public Optional<List<Money>> captures(PaymentRequest request) {
        return Optional.of(Optional.ofNullable(sandbox.captured().get(request.key())).stream()
                .toList());
    }
}
