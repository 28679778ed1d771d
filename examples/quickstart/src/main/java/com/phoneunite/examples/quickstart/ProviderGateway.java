package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What docs/billing.md shows of a gateway of the host's own: an adapter to the client of some payment provider. */
// tag::gateway
final class ProviderGateway implements PaymentGateway {

    private final Provider provider;

    ProviderGateway(Provider provider) {
        this.provider = provider;
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return provider.card(token.reveal())
                .<CardOutcome>map(card -> new CardOutcome.Known(card.brand(), card.last4(), card.expiry()))
                .orElseGet(CardOutcome.Rejected::new);
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) { // what it throws is taken as unknown
        return outcome(provider.pay(
                request.key(), // the provider's idempotency key
                request.card().reveal(),
                request.amount().getAmountMinorLong(),
                request.amount().getCurrencyUnit().getCode()));
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        return provider.paymentUnder(request.key()).map(ProviderGateway::outcome);
    }

    @Override
    public GatewayCapabilities capabilities() {
        return GatewayCapabilities.NONE
                .remembersKeysFor(Duration.ofHours(24))
                .with(GatewayAbility.LOOK_UP)
                .minimum(Money.parse("USD 0.50"));
    }

    private static PaymentOutcome outcome(Provider.Payment payment) {
        return switch (payment.status()) {
            case "paid" ->
                new PaymentOutcome.Succeeded(Money.ofMinor(CurrencyUnit.of(payment.currency()), payment.minor()));
            case "processing" -> new PaymentOutcome.Pending();
            case "insufficient_funds" -> new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);
            case "lost_card" -> new PaymentOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD);
            default -> new PaymentOutcome.Unknown("status " + payment.status()); // never guess a decline
        };
    }
}
// end::gateway
