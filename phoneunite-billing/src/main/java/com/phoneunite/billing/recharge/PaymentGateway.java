package com.phoneunite.billing.recharge;

import java.time.Duration;
import java.util.Optional;

/**
 * The port to whoever moves the money. The library calls it with no unit of work open, from threads of its own, and gives up
 * waiting after a deadline of its own (rule P5); a late answer is harmless. What an implementation throws, and a {@code null}, are
 * taken as unknown, never as declined (rule P6).
 *
 * <p>A gateway that neither remembers keys nor can look up leaves an attempt whose outcome is not certain unresolved, and with it the
 * account without recharges, until a person reviews it (rule P7). Implement one of the two.
 *
 * <p>Implementations are thread-safe.
 */
public interface PaymentGateway {

    /** What card a token stands for. Charges nothing. */
    CardOutcome describe(PaymentToken token);

    /**
     * Charges a card. Asked again with a key that it remembers, it charges nothing and answers with what became of the first
     * request.
     */
    PaymentOutcome charge(PaymentRequest request);

    /**
     * Rule P7: what became of a request, told by its key. Charges nothing. Asked where the key may be forgotten, or the card has been
     * replaced.
     *
     * @return the outcome; empty where the gateway cannot look up, or does not find the key, which by itself is no outcome
     */
    default Optional<PaymentOutcome> find(PaymentRequest request) {
        return Optional.empty();
    }

    /** What the gateway can do. Asked once, when billing is built. */
    Capabilities capabilities();

    /**
     * What a gateway can do. What it does not declare is not relied on.
     *
     * @param remembersKeysFor for how long after a request the same key charges nothing again; zero where it does not remember
     */
    record Capabilities(Duration remembersKeysFor) {

        /** A gateway of which nothing is known. */
        public static final Capabilities NONE = new Capabilities(Duration.ZERO);

        public Capabilities {
            if (remembersKeysFor.isNegative()) {
                throw new IllegalArgumentException("a gateway remembers keys for no less than no time");
            }
        }

        /** The same, remembering keys for so long. */
        public Capabilities remembersKeysFor(Duration time) {
            return new Capabilities(time);
        }
    }
}
