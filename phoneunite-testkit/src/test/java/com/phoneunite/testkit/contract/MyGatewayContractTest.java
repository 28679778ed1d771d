package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A host's test of its own gateway, as the guide shows it. */
class MyGatewayContractTest implements PaymentGatewayContract {

    private final ProviderSandbox sandbox = new ProviderSandbox();

    @Override
    public PaymentGateway gateway() {
        return sandbox.gateway();
    }

    @Override
    public PaymentToken approved() {
        return PaymentToken.of("tok_visa");
    }

    @Override
    public Optional<PaymentToken> declined(DeclineReason reason) {
        return reason == DeclineReason.RETRY_LATER ? Optional.of(PaymentToken.of("tok_declined")) : Optional.empty();
    }

    @Override
    public Optional<PaymentToken> needingAction() {
        return Optional.empty();
    }

    @Override
    public Optional<List<Money>> captures(PaymentRequest request) {
        return Optional.of(sandbox.paymentsUnder(request.key()));
    }

    @Override
    public Optional<PaymentGateway> failing() {
        return Optional.of(sandbox.gatewayThatGets502());
    }

    @Override
    public Optional<PaymentNotification> notification(PaymentRequest charged) {
        return sandbox.webhookAbout(charged.key());
    }
}
