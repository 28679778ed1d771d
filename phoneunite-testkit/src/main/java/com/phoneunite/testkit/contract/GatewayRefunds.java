package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link PaymentGatewayContract} about refunds. */
public interface GatewayRefunds extends GatewayHost {

    @Test
    default void P11_aRefundIsDoneOnceForItsKey() {
        needs(GatewayAbility.REFUNDS);
        Proof.of("P11", "a customer is given back the same money twice because an answer was lost", proof -> {
            GatewayBench bench = new GatewayBench(this, "refund");
            PaymentRequest charge = bench.charged(proof, "one");
            long whole = charge.amount().getAmountMinorLong();
            RefundRequest refund = bench.refund(charge, "one", whole - 1);
            for (String time : List.of("once", "twice")) {
                proof.same(
                        "a refund, asked for " + time,
                        new RefundOutcome.Done(),
                        bench.gateway().refund(refund));
            }
            proof.same(
                    "a refund of what is left",
                    new RefundOutcome.Done(),
                    bench.gateway().refund(bench.refund(charge, "two", 1)));
        });
    }

    @Test
    default void P11_noMoreIsGivenBackThanIsLeft() {
        needs(GatewayAbility.REFUNDS);
        Proof.of("P11", "the host pays out money that it never took", proof -> {
            GatewayBench bench = new GatewayBench(this, "left");
            PaymentRequest charge = bench.charged(proof, "one");
            long whole = charge.amount().getAmountMinorLong();
            refused(proof, bench, "a refund of more than was captured", bench.refund(charge, "more", whole + 1));
            proof.same(
                    "a refund of all that was captured",
                    new RefundOutcome.Done(),
                    bench.gateway().refund(bench.refund(charge, "all", whole)));
            refused(proof, bench, "a refund of one minor unit more", bench.refund(charge, "again", 1));
        });
    }

    @Test
    default void P11_nothingIsGivenBackOfWhatWasNotCaptured() {
        needs(GatewayAbility.REFUNDS);
        Proof.of("P11", "whoever is declined is given money", proof -> {
            GatewayBench bench = new GatewayBench(this, "nothing");
            refused(proof, bench, "a refund of what was never charged", bench.refund(bench.approved("one"), "one", 1));
        });
    }

    @Test
    default void P11_refundsAreToldByTheirKeysAmongTheReversalsOfTheirCharge() {
        needs(GatewayAbility.REFUNDS);
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P11", "a refund of ours is taken for somebody else's, and deducted twice", proof -> {
            GatewayBench bench = new GatewayBench(this, "told");
            PaymentRequest charge = bench.charged(proof, "one");
            PaymentRequest other = bench.charged(proof, "two");
            RefundRequest first = bench.refund(charge, "one", 2);
            RefundRequest second = bench.refund(charge, "two", 3);
            for (RefundRequest refund : List.of(first, second, first)) {
                proof.same(
                        "a refund of a part",
                        new RefundOutcome.Done(),
                        bench.gateway().refund(refund));
            }
            List<ReportedReversal> told = bench.gateway().reversals(charge).stream()
                    .sorted(Comparator.comparing(ReportedReversal::reference))
                    .toList();
            proof.list(
                    "the reversals of a charge with two refunds",
                    List.of(
                            ReportedReversal.refund(first.key(), first.amount()),
                            ReportedReversal.refund(second.key(), second.amount())),
                    told);
            proof.list(
                    "the reversals of a charge without refunds",
                    List.of(),
                    bench.gateway().reversals(other));
        });
    }

    @Test
    default void P11_aRefundThatFailsIsUnknown() {
        needs(GatewayAbility.REFUNDS);
        Proof.of("P11", "money that a customer was given is put back on their balance, too", proof -> {
            GatewayBench bench = new GatewayBench(this, "fails");
            PaymentGateway failing = bench.failing();
            RefundRequest refund = bench.refund(bench.charged(proof, "one"), "one", 1);
            RefundOutcome answer = GatewayBench.answerOrThrown(() -> failing.refund(refund));
            proof.that(
                    answer == null || answer instanceof RefundOutcome.Unknown,
                    "answered " + answer + " to a refund that its provider received and failed at",
                    "Unknown, or an exception");
            Optional<RefundOutcome> found = GatewayBench.answerOrThrown(() -> failing.findRefund(refund));
            proof.that(
                    found == null
                            || found.filter(RefundOutcome.Unknown.class::isInstance)
                                    .isPresent(),
                    "answered " + found + " to a look-up of a refund that its provider failed at",
                    "Unknown, or an exception");
        });
    }

    @Test
    default void P7_aRefundIsFoundByItsKey() {
        needs(GatewayAbility.REFUNDS);
        needs(GatewayAbility.LOOK_UP);
        Proof.of("P7", "a refund that was never sent stays deducted, or one that was sent is given back", proof -> {
            GatewayBench bench = new GatewayBench(this, "lookup");
            PaymentRequest charge = bench.charged(proof, "one");
            RefundRequest refund = bench.refund(charge, "one", 1);
            proof.same(
                    "a refund that was never asked for",
                    Optional.empty(),
                    bench.gateway().findRefund(refund));
            bench.gateway().refund(refund);
            proof.same(
                    "a refund that is done",
                    Optional.of(new RefundOutcome.Done()),
                    bench.gateway().findRefund(refund));
            proof.same(
                    "another refund of the same charge",
                    Optional.empty(),
                    bench.gateway().findRefund(bench.refund(charge, "two", 1)));
        });
    }

    private static void refused(Proof proof, GatewayBench bench, String what, RefundRequest refund) {
        RefundOutcome answer = bench.gateway().refund(refund);
        proof.that(answer instanceof RefundOutcome.Declined, "answered " + answer + " to " + what, "a definite no");
    }
}
