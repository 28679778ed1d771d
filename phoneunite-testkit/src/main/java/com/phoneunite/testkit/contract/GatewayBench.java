package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A gateway with a host's cards, and short words for what is asked of it. */
final class GatewayBench {

    /** What stands for no card anywhere. */
    static final PaymentToken NOBODY = PaymentToken.of("tok_of_nobody");

    private final GatewayHost host;
    private final String test;
    private final PaymentGateway gateway;

    /**
     * @param test what the keys of this test begin with, of 1 to 30 characters
     */
    GatewayBench(GatewayHost host, String test) {
        this.host = host;
        this.test = test;
        gateway = host.gateway();
    }

    PaymentGateway gateway() {
        return gateway;
    }

    /** An amount that the gateway takes. */
    Money amount() {
        return raised(host.amounts().get(0));
    }

    Money raised(Money amount) {
        GatewayCapabilities.Amounts taken = gateway.capabilities().amounts().get(amount.getCurrencyUnit());
        if (taken == null) {
            return amount;
        }
        long minor = Math.max(amount.getAmountMinorLong(), taken.minimumMinor());
        long over = minor % taken.granularityMinor();
        return Money.ofMinor(amount.getCurrencyUnit(), over == 0 ? minor : minor + taken.granularityMinor() - over);
    }

    /** A request that nobody has made before. */
    PaymentRequest request(String key, PaymentToken card, Money amount) {
        return new PaymentRequest(
                Facts.account(1), Facts.account(1) + "/" + host.run() + "/" + test + "/" + key, card, amount);
    }

    PaymentRequest approved(String key) {
        return request(key, host.approved(), amount());
    }

    RefundRequest refund(PaymentRequest charge, String key, long minor) {
        return new RefundRequest(
                charge,
                "refund/" + host.run() + "/" + test + "/" + key,
                Money.ofMinor(charge.amount().getCurrencyUnit(), minor));
    }

    /** A charge that succeeds, as every test of what comes after it needs. */
    PaymentRequest charged(Proof proof, String key) {
        PaymentRequest request = approved(key);
        proof.same("a charge of a card that is approved", succeeded(request), gateway.charge(request));
        return request;
    }

    static PaymentOutcome succeeded(PaymentRequest request) {
        return new PaymentOutcome.Succeeded(request.amount());
    }

    /**
     * What was captured under the key, by the provider's own books; the test is reported as skipped where the host does not show them. A
     * look-up tells of one charge for a key, however many there were: what it finds may reject a gateway, and proves nothing.
     */
    void provesCaptures(Proof proof, String what, List<Money> expected, PaymentRequest request) {
        Optional<List<Money>> booked = host.captures(request);
        compare(proof, what, expected, booked.or(() -> lookedUp(request)));
        given(booked, "how to see what was captured (captures())");
    }

    /** The same for a test that proves something without those books, too. */
    void alsoCaptures(Proof proof, String what, List<Money> expected, PaymentRequest request) {
        compare(proof, what, expected, host.captures(request).or(() -> lookedUp(request)));
    }

    private static void compare(Proof proof, String what, List<Money> expected, Optional<List<Money>> told) {
        told.ifPresent(captured -> proof.list("what was captured " + what, expected, captured));
    }

    private Optional<List<Money>> lookedUp(PaymentRequest request) {
        return gateway.capabilities().can(GatewayAbility.LOOK_UP) ? Optional.of(found(request)) : Optional.empty();
    }

    private List<Money> found(PaymentRequest request) {
        return gateway.find(request).stream()
                .filter(PaymentOutcome.Succeeded.class::isInstance)
                .map(one -> ((PaymentOutcome.Succeeded) one).captured())
                .toList();
    }

    PaymentToken declined(DeclineReason reason) {
        return given(host.declined(reason), "which card is declined with " + reason);
    }

    PaymentToken needingAction() {
        return given(host.needingAction(), "which card needs a step of the customer's");
    }

    PaymentGateway failing() {
        return given(host.failing(), "how its provider fails");
    }

    /** What is answered; null where it is thrown. */
    static <T> @Nullable T answerOrThrown(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            return null;
        }
    }

    /** Goes on with what the host has; the test is reported as skipped where it has not. */
    static <T> T given(Optional<T> one, String what) {
        Assumptions.assumeTrue(one.isPresent(), () -> "not proved: the host does not say " + what);
        return one.orElseThrow();
    }
}
