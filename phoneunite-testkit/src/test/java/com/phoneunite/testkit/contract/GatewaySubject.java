package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.VerifiedNotification;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.SandboxGateway;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** A host's test of a gateway in front of a provider that keeps books and sends notifications. */
final class GatewaySubject implements PaymentGatewayContract {

    private final FaultyPaymentGateway provider;
    private final PaymentGateway gateway;
    private final PaymentGateway failing;
    private final boolean tellsCaptures;

    private GatewaySubject(
            FaultyPaymentGateway provider, PaymentGateway gateway, PaymentGateway failing, boolean tellsCaptures) {
        this.provider = provider;
        this.gateway = gateway;
        this.failing = failing;
        this.tellsCaptures = tellsCaptures;
    }

    /** A provider of which nothing works but that it says what it could do. */
    private static PaymentGateway outOfOrder(PaymentGateway provider) {
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("capabilities")) {
                        return provider.capabilities();
                    }
                    throw new IllegalStateException("502");
                });
    }

    /** The gateway that this makes of the provider's, which does everything right. */
    static GatewaySubject of(UnaryOperator<PaymentGateway> made) {
        return declaring(capabilities -> capabilities, made);
    }

    /** The provider's gateway itself, declaring that. */
    static GatewaySubject declaring(UnaryOperator<GatewayCapabilities> declared) {
        return declaring(declared, provider -> provider);
    }

    private static GatewaySubject declaring(
            UnaryOperator<GatewayCapabilities> declared, UnaryOperator<PaymentGateway> made) {
        SandboxGateway sandbox = SandboxGateway.create();
        GatewayCapabilities all = sandbox.capabilities().with(GatewayAbility.NOTIFICATIONS);
        FaultyPaymentGateway provider = FaultyPaymentGateway.over(sandbox).declaring(declared.apply(all));
        return new GatewaySubject(provider, made.apply(provider), made.apply(outOfOrder(provider)), true);
    }

    /** The same of a host who does not look into the provider's books. */
    GatewaySubject withoutCaptures() {
        return new GatewaySubject(provider, gateway, failing, false);
    }

    @Override
    public PaymentGateway gateway() {
        return gateway;
    }

    @Override
    public Optional<PaymentGateway> failing() {
        return Optional.of(failing);
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
        return Optional.of(captured(request.key())).filter(told -> tellsCaptures);
    }

    /** What a broken gateway makes of a key is the key and more of it. */
    List<Money> captured(String key) {
        return provider.book().captures().stream()
                .filter(one -> one.key().equals(key) || one.key().startsWith(key + "#"))
                .map(GatewayBook.Capture::amount)
                .toList();
    }

    @Override
    public Optional<PaymentNotification> notification(PaymentRequest charged) {
        return sent(charged.key());
    }

    Optional<PaymentNotification> sent(String key) {
        return provider.takeNotifications().stream()
                .filter(one ->
                        provider.verify(one).map(VerifiedNotification::key).equals(Optional.of(key)))
                .findFirst();
    }
}
