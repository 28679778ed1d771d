package com.phoneunite.billing.recharge;

import java.util.List;
import java.util.Optional;

/**
 * The port to whoever moves the money. The library calls it with no unit of work open, from threads of its own, and gives up
 * waiting after a deadline of its own (rule P5); a late answer is harmless. What an implementation throws, and a {@code null}, are
 * taken as unknown, never as declined (rule P6).
 *
 * <p>What it can do beyond charging it declares in {@link #capabilities()}; what it does not declare is never asked for. A gateway
 * that neither remembers keys nor can look up leaves an attempt whose outcome is not certain to a person's review (rule P7).
 * Implement one of the two.
 *
 * <p>{@link #describe}, {@link #charge} and {@link #capabilities} are required. A gateway that remembers keys and can be asked:
 *
 * <pre>{@code
 * GatewayCapabilities.NONE.remembersKeysFor(Duration.ofHours(24)).with(GatewayAbility.LOOK_UP)
 * }</pre>
 *
 * <p>Implementations are thread-safe.
 */
public interface PaymentGateway {

    /** What card a token stands for. Charges nothing. */
    CardOutcome describe(PaymentToken token);

    /**
     * Charges a card. The key goes to the gateway as its idempotency key: asked again with a key that it remembers, it charges nothing
     * and answers with what became of the first request. {@link PaymentOutcome.Succeeded} says what the gateway captured, which is not
     * for this port to assume; {@link PaymentOutcome.Declined} and {@link PaymentOutcome.NotAttempted} are definite, so that whatever
     * is doubtful is {@link PaymentOutcome.Unknown}, or thrown.
     *
     * <p>A key that it remembers never captures again, with other facts neither. Whether it then answers with what became of the first
     * request, says no or throws is its own choice: the library never asks so (rule P5).
     */
    PaymentOutcome charge(PaymentRequest request);

    /**
     * Rule P7: what became of a request, told by its key. Charges nothing. Asked where the key may be forgotten, or the card has been
     * replaced, and after a notification. Needs {@link GatewayAbility#LOOK_UP}.
     *
     * @return the outcome; empty where the gateway does not know the key, which is a no only with {@link
     *     GatewayAbility#CONCLUSIVE_NOT_FOUND}; where it cannot be asked now, Unknown, or an exception
     */
    default Optional<PaymentOutcome> find(PaymentRequest request) {
        return Optional.of(new PaymentOutcome.Unknown("this gateway cannot be asked"));
    }

    /**
     * Rule P5: calls off a request that waits for the customer's action. Asked again it answers the same. Needs {@link
     * GatewayAbility#CANCELLING}.
     */
    default CancelOutcome cancel(PaymentRequest request) {
        return new CancelOutcome.Unknown("this gateway cannot cancel");
    }

    /**
     * Rule P11: gives back a part of what was captured, at most what is left of it: more is {@link RefundOutcome.Declined}. Asked
     * again with a key that it remembers, it gives nothing back once more and answers with what became of the first request. Needs {@link
     * GatewayAbility#REFUNDS}.
     */
    default RefundOutcome refund(RefundRequest request) {
        return new RefundOutcome.NotAttempted("this gateway cannot refund");
    }

    /**
     * Rule P11: what became of a refund, told by its key. Needs {@link GatewayAbility#LOOK_UP}.
     *
     * @return the outcome; empty as in {@link #find}
     */
    default Optional<RefundOutcome> findRefund(RefundRequest request) {
        return Optional.of(new RefundOutcome.Unknown("this gateway cannot be asked"));
    }

    /**
     * Rule P11: every refund and dispute that was ever done on what was captured under a request. A refund that the library asked for
     * is told by the key that it was asked for with. Needs {@link GatewayAbility#LOOK_UP}.
     */
    default List<ReportedReversal> reversals(PaymentRequest request) {
        return List.of();
    }

    /**
     * Rule P8: checks that a notification comes from the gateway, and reads what it is about. What it says besides is not relied on.
     * Needs {@link GatewayAbility#NOTIFICATIONS}.
     *
     * @return what it is about; empty where it is forged, too old, or about something else
     */
    default Optional<VerifiedNotification> verify(PaymentNotification notification) {
        return Optional.empty();
    }

    /** What the gateway can do. Asked once, when billing is built. */
    GatewayCapabilities capabilities();
}
