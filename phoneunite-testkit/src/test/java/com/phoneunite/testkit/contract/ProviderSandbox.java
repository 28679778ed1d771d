package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A provider's sandbox as a host's test sees it: with an adapter in front of it, and with what the provider tells of itself. */
final class ProviderSandbox {

    private final GatewaySubject provider = GatewaySubject.declaring(all -> all);

    /** The host's adapter. */
    PaymentGateway gateway() {
        return provider.gateway();
    }

    /** The same adapter in front of a provider that answers with a server error. */
    PaymentGateway gatewayThatGets502() {
        return provider.failing().orElseThrow();
    }

    /** What was paid under that key, by the provider's own list of payments. */
    List<Money> paymentsUnder(String key) {
        return provider.captured(key);
    }

    /** What the provider has sent to the host about that key. */
    Optional<PaymentNotification> webhookAbout(String key) {
        return provider.sent(key);
    }
}
