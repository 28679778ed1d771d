package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.BreakingGateway.answering;
import static com.phoneunite.testkit.contract.BreakingGateway.declinedAs;
import static com.phoneunite.testkit.contract.BreakingGateway.finding;
import static com.phoneunite.testkit.contract.BreakingGateway.refunding;
import static com.phoneunite.testkit.contract.BreakingGateway.spoiled;
import static com.phoneunite.testkit.contract.BreakingGateway.verifying;
import static com.phoneunite.testkit.contract.BreakingGateway.whole;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.VerifiedNotification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Gateways with one fault each, as adapters of providers have them. */
final class BrokenGateways {

    private BrokenGateways() {}

    static List<BrokenAdapter> all() {
        return Stream.of(BrokenGatewayCharges.all(), lookUps(), cancels(), refunds(), notifications())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> lookUps() {
        return List.of(
                finding(
                        "P7_aRequestThatWasNeverMadeIsNotFound",
                        "not found taken for a decline",
                        (real, asked) -> Optional.of(
                                real.find(asked).orElse(new PaymentOutcome.Declined(DeclineReason.RETRY_LATER))),
                        "never charged",
                        "RETRY_LATER"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "a copy that is behind",
                        (real, asked) -> real.find(asked).map(found -> new PaymentOutcome.Pending()),
                        "a charge that has succeeded"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "declared, and not implemented",
                        (real, asked) -> Optional.of(new PaymentOutcome.Unknown("this gateway cannot be asked")),
                        "cannot be asked"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "every decline taken for now",
                        (real, asked) -> real.find(asked).map(found -> declinedAs(DeclineReason.RETRY_LATER, found)),
                        "declined with CUSTOMER_MUST_ACT"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "paid charges only",
                        (real, asked) -> real.find(asked).filter(PaymentOutcome.Succeeded.class::isInstance),
                        "answered Optional.empty for a charge that was declined with",
                        "a charge that was declined is taken for one that was never made"),
                finding(
                        "P7_aLookUpChargesNothing",
                        "a look-up that is a charge",
                        (real, asked) -> Optional.of(real.charge(asked)),
                        "by a look-up"));
    }

    private static List<BrokenAdapter> cancels() {
        return List.of(
                answering(
                        "P5_whatWaitsForTheCustomerIsCalledOffForGood",
                        "called off before the provider has confirmed",
                        "cancel",
                        (real, given) -> new CancelOutcome.Cancelled(),
                        "a charge that was called off"),
                whole(
                        "P5_whatWaitsForTheCustomerIsCalledOffForGood",
                        "an error where it is called off already",
                        real -> {
                            Set<Object> cancelled = ConcurrentHashMap.newKeySet();
                            return spoiled(
                                    real,
                                    "cancel",
                                    (same, given) -> cancelled.add(given[0])
                                            ? same.cancel((PaymentRequest) given[0])
                                            : new CancelOutcome.Unknown("400"));
                        },
                        "calling off what waits, twice"),
                answering(
                        "P5_whatIsCapturedIsNotCalledOff",
                        "too late told as called off",
                        "cancel",
                        (real, given) -> {
                            real.cancel((PaymentRequest) given[0]);
                            return new CancelOutcome.Cancelled();
                        },
                        "calling off what is captured"));
    }

    private static List<BrokenAdapter> refunds() {
        String told = "P11_refundsAreToldByTheirKeysAmongTheReversalsOfTheirCharge";
        AtomicInteger calls = new AtomicInteger();
        return List.of(
                refunding(
                        "P11_aRefundIsDoneOnceForItsKey",
                        "a new key for each call",
                        (real, asked) -> real.refund(new RefundRequest(
                                asked.charge(), asked.key() + "#" + calls.incrementAndGet(), asked.amount())),
                        "asked for twice"),
                refunding(
                        "P11_aRefundIsDoneOnceForItsKey",
                        "declared, and not implemented",
                        (real, asked) -> new RefundOutcome.NotAttempted("this gateway cannot refund"),
                        "asked for once",
                        "cannot refund"),
                refunding(
                        "P11_noMoreIsGivenBackThanIsLeft",
                        "a credit that no charge bounds",
                        (real, asked) -> new RefundOutcome.Done(),
                        "more than was captured"),
                refunding(
                        "P11_noMoreIsGivenBackThanIsLeft",
                        "each refund bounded by itself",
                        (real, asked) ->
                                asked.amount().isGreaterThan(asked.charge().amount())
                                        ? new RefundOutcome.Declined("too much")
                                        : new RefundOutcome.Done(),
                        "one minor unit more"),
                refunding(
                        "P11_nothingIsGivenBackOfWhatWasNotCaptured",
                        "accepted before it is looked at",
                        (real, asked) -> {
                            real.refund(asked);
                            return new RefundOutcome.Done();
                        },
                        "never charged"),
                answering(
                        told,
                        "refunds told by the provider's ids",
                        "reversals",
                        (real, given) -> real.reversals((PaymentRequest) given[0]).stream()
                                .map(one -> ReportedReversal.refund("re_" + calls.incrementAndGet(), one.amount()))
                                .toList(),
                        "with two refunds",
                        "re_"),
                answering(
                        told,
                        "the first page only",
                        "reversals",
                        (real, given) -> real.reversals((PaymentRequest) given[0]).stream()
                                .limit(1)
                                .toList(),
                        "with two refunds"),
                whole(
                        told,
                        "the reversals of all charges",
                        real -> {
                            Set<PaymentRequest> asked = ConcurrentHashMap.newKeySet();
                            return spoiled(real, "reversals", (same, given) -> {
                                asked.add((PaymentRequest) given[0]);
                                return asked.stream()
                                        .flatMap(one -> same.reversals(one).stream())
                                        .toList();
                            });
                        },
                        "without refunds"),
                whole(
                        "P7_aRefundIsFoundByItsKey",
                        "a refund told by its charge",
                        real -> spoiled(
                                real,
                                "findRefund",
                                (same, given) -> same.reversals(((RefundRequest) given[0]).charge()).stream()
                                        .map(one -> new RefundOutcome.Done())
                                        .findFirst()),
                        "another refund of the same charge"));
    }

    private static List<BrokenAdapter> notifications() {
        String request = "P8_aNotificationOfTheGatewaysTellsItsRequest";
        return List.of(
                verifying(
                        request,
                        "the provider's id of the charge",
                        (real, sent) -> real.verify(sent)
                                .map(told -> new VerifiedNotification(
                                        told.id(), "ch_" + told.key().length())),
                        "the request that a notification is about"),
                verifying(
                        request,
                        "the type of the event for its id",
                        (real, sent) ->
                                real.verify(sent).map(told -> new VerifiedNotification("charge.succeeded", told.key())),
                        "by one id"),
                verifying(
                        "P8_whatWasAlteredOnItsWayIsNotVerified",
                        "a signature that nobody checks",
                        (real, sent) -> parsed(sent),
                        "a notification with"),
                verifying(
                        "P8_whatWasAlteredOnItsWayIsNotVerified",
                        "a signature that need only be there",
                        (real, sent) -> sent.headers().isEmpty() ? Optional.empty() : parsed(sent),
                        "a notification with"),
                verifying(
                        "P8_whatIsNoNotificationIsNotVerified",
                        "a text that is read before it is verified",
                        (real, sent) -> {
                            if (parsed(sent).isEmpty()) {
                                throw new IllegalStateException("cannot be parsed");
                            }
                            return real.verify(sent);
                        },
                        "threw",
                        "cannot be parsed"));
    }

    private static Optional<VerifiedNotification> parsed(PaymentNotification sent) {
        int space = sent.body().indexOf(' ');
        return space <= 0
                ? Optional.empty()
                : Optional.of(new VerifiedNotification(
                        sent.body().substring(0, space), sent.body().substring(space + 1)));
    }
}
