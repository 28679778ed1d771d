package com.phoneunite.billing.recharge;

import com.phoneunite.input.InputRule;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Rule P8: a message as it came from a gateway, or from somebody who says that they are one. Immutable.
 *
 * @param body the message itself, at most {@value #MAX_BODY} characters
 * @param headers what came with it, for example its signature, by name; at most {@value #MAX_HEADERS}
 */
public record PaymentNotification(String body, Map<String, String> headers) {

    /** The most characters of a message. */
    public static final int MAX_BODY = 1_000_000;

    /** The most headers of a message. */
    public static final int MAX_HEADERS = 100;

    public PaymentNotification {
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** Hides the message, which nobody has verified yet. */
    @Override
    public String toString() {
        return "PaymentNotification[" + body.length() + " characters]";
    }

    /** What a message may be before anybody reads it. */
    public static final class Rule implements InputRule<PaymentNotification> {
        @Override
        public void check(PaymentNotification value, BiConsumer<String, String> report) {
            if (value.body().length() > MAX_BODY) {
                report.accept("TOO_LONG", "must be at most " + MAX_BODY + " characters long");
            }
            if (value.headers().size() > MAX_HEADERS) {
                report.accept("TOO_MANY", "must have at most " + MAX_HEADERS + " headers");
            }
        }
    }
}
