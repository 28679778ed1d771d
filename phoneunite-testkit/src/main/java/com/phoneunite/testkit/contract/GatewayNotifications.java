package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.VerifiedNotification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link PaymentGatewayContract} about notifications. */
public interface GatewayNotifications extends GatewayHost {

    @Test
    default void P8_aNotificationOfTheGatewaysTellsItsRequest() {
        needs(GatewayAbility.NOTIFICATIONS);
        Proof.of("P8", "what the gateway tells is never looked up, or of another account", proof -> {
            GatewayBench bench = new GatewayBench(this, "notify");
            PaymentRequest first = bench.charged(proof, "one");
            PaymentNotification ofFirst = sent(first);
            PaymentRequest second = bench.charged(proof, "two");
            PaymentNotification ofSecond = sent(second);
            Optional<VerifiedNotification> told = bench.gateway().verify(ofFirst);
            proof.same(
                    "the request that a notification is about",
                    Optional.of(first.key()),
                    told.map(VerifiedNotification::key));
            proof.same("the same notification again", told, bench.gateway().verify(ofFirst));
            Optional<VerifiedNotification> other = bench.gateway().verify(ofSecond);
            proof.same(
                    "the request that another notification is about",
                    Optional.of(second.key()),
                    other.map(VerifiedNotification::key));
            proof.that(
                    !told.map(VerifiedNotification::id).equals(other.map(VerifiedNotification::id)),
                    "told two notifications by one id, "
                            + told.map(VerifiedNotification::id).orElse(""),
                    "an id of its own for each");
        });
    }

    @Test
    default void P8_whatWasAlteredOnItsWayIsNotVerified() {
        needs(GatewayAbility.NOTIFICATIONS);
        Proof.of("P8", "a stranger makes the host ask after any payment they like", proof -> {
            GatewayBench bench = new GatewayBench(this, "altered");
            PaymentNotification genuine = sent(bench.charged(proof, "one"));
            PaymentNotification other = sent(bench.charged(proof, "two"));
            Map<String, PaymentNotification> altered = Map.of(
                    "with a body that was added to", new PaymentNotification(genuine.body() + " ", genuine.headers()),
                    "with a body that was cut",
                            new PaymentNotification(
                                    genuine.body().substring(0, genuine.body().length() - 1), genuine.headers()),
                    "with the body of another one", new PaymentNotification(other.body(), genuine.headers()),
                    "without its headers", new PaymentNotification(genuine.body(), Map.of()));
            altered.forEach((how, notification) -> proof.same(
                    "a notification " + how, Optional.empty(), bench.gateway().verify(notification)));
            proof.same(
                    "whether it is verified as it was sent",
                    true,
                    bench.gateway().verify(genuine).isPresent());
        });
    }

    @Test
    default void P8_whatIsNoNotificationIsNotVerified() {
        needs(GatewayAbility.NOTIFICATIONS);
        Proof.of("P8", "whoever finds the host's address fills its logs, or its books", proof -> {
            GatewayBench bench = new GatewayBench(this, "forged");
            PaymentNotification genuine = sent(bench.charged(proof, "one"));
            for (String body : List.of("", "{}", "not json", "\u0000", "[".repeat(10_000))) {
                proof.same(
                        "a text of " + body.length() + " characters that is no notification",
                        Optional.empty(),
                        bench.gateway().verify(new PaymentNotification(body, genuine.headers())));
            }
        });
    }

    private PaymentNotification sent(PaymentRequest charged) {
        return GatewayBench.given(notification(charged), "what the gateway has sent");
    }
}
