package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link PaymentGatewayContract} about asking what became of a charge, and about calling it off. */
public interface GatewayLookUps extends GatewayHost {

    @Test
    default void P7_aRequestThatWasNeverMadeIsNotFound() {
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P7", "an account waits for ever for a charge that was never sent", proof -> {
            GatewayBench bench = new GatewayBench(this, "never");
            PaymentRequest request = bench.approved("one");
            proof.same(
                    "a key that was never charged",
                    Optional.empty(),
                    bench.gateway().find(request));
        });
    }

    @Test
    default void P7_aChargeIsFoundAsItWasAnswered() {
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P7", "a charge that succeeded is taken for declined, and charged again under another key", proof -> {
            GatewayBench bench = new GatewayBench(this, "found");
            PaymentRequest request = bench.charged(proof, "one");
            bench.charged(proof, "two");
            proof.same(
                    "a charge that has succeeded",
                    Optional.of(GatewayBench.succeeded(request)),
                    bench.gateway().find(request));
        });
        Proof.of("P7", "a charge that was declined is taken for one that was never made, or for another no", proof -> {
            GatewayBench bench = new GatewayBench(this, "found/no");
            for (DeclineReason reason : DeclineReason.values()) {
                declined(reason).ifPresent(card -> {
                    PaymentRequest declined = bench.request("" + reason, card, bench.amount());
                    PaymentOutcome answer = bench.gateway().charge(declined);
                    proof.same(
                            "a charge that was declined with " + reason,
                            Optional.of(answer),
                            bench.gateway().find(declined));
                });
            }
        });
    }

    @Test
    default void P7_aLookUpThatFailsIsNeverNotFound() {
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P7", "a charge that was captured is taken for never sent, and its customer pays twice", proof -> {
            GatewayBench bench = new GatewayBench(this, "blind");
            PaymentGateway failing = bench.failing();
            Optional<PaymentOutcome> answer = GatewayBench.answerOrThrown(() -> failing.find(bench.approved("one")));
            proof.that(
                    answer == null
                            || answer.filter(PaymentOutcome.Unknown.class::isInstance)
                                    .isPresent(),
                    "answered " + answer + " to a look-up that its provider failed at",
                    "Unknown, or an exception");
        });
    }

    @Test
    default void P7_aLookUpChargesNothing() {
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P7", "whoever asks after a payment makes it", proof -> {
            GatewayBench bench = new GatewayBench(this, "look");
            PaymentRequest request = bench.approved("one");
            bench.gateway().find(request);
            bench.provesCaptures(proof, "by a look-up", List.of(), request);
            bench.charged(proof, "one");
            bench.gateway().find(request);
            bench.provesCaptures(proof, "by a charge and a look-up", List.of(request.amount()), request);
        });
    }

    @Test
    default void P5_whatWaitsForTheCustomerIsCalledOffForGood() {
        needs(GatewayAbility.CANCELLING);
        Proof.of("P5", "a customer confirms a payment that was called off, and pays twice", proof -> {
            GatewayBench bench = new GatewayBench(this, "cancel");
            PaymentRequest request = bench.request("one", bench.needingAction(), bench.amount());
            bench.gateway().charge(request);
            for (String time : List.of("once", "twice")) {
                proof.same(
                        "calling off what waits, " + time,
                        new CancelOutcome.Cancelled(),
                        bench.gateway().cancel(request));
            }
            PaymentOutcome again = bench.gateway().charge(request);
            proof.that(
                    again instanceof PaymentOutcome.Declined,
                    "answered " + again + " to a charge that was called off",
                    "a definite no");
            bench.provesCaptures(proof, "by what was called off", List.of(), request);
        });
    }

    @Test
    default void P5_whatIsCapturedIsNotCalledOff() {
        needs(GatewayAbility.CANCELLING);
        Proof.of("P5", "a customer has paid, and is credited nothing", proof -> {
            GatewayBench bench = new GatewayBench(this, "late");
            PaymentRequest request = bench.charged(proof, "one");
            proof.same(
                    "calling off what is captured",
                    new CancelOutcome.TooLate(GatewayBench.succeeded(request)),
                    bench.gateway().cancel(request));
            bench.provesCaptures(proof, "by what could not be called off", List.of(request.amount()), request);
        });
    }
}
