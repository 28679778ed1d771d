package com.phoneunite.billing.recharge;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rule P2: what a payment gateway knows a card by. Never a card number: a token that looks like one is refused. It has no property
 * that a logger or a serializer would find: {@link #toString} hides it, and only {@link #reveal} tells it. Immutable.
 */
public final class PaymentToken {

    /** The most characters that a token can have. */
    public static final int MAX_LENGTH = 255;

    private final String secret;

    private PaymentToken(String secret) {
        this.secret = secret;
    }

    /**
     * A token.
     *
     * @param text 1 to {@value #MAX_LENGTH} visible ASCII characters
     * @throws IllegalArgumentException naming every violated constraint, and not the text
     */
    public static PaymentToken of(String text) {
        new Rule().require(text);
        return new PaymentToken(text);
    }

    /** The token itself: for the gateway, and for the store that keeps it. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentToken token && secret.equals(token.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "PaymentToken[hidden]";
    }

    /** The text can be a token, and does not look like the number of a card. */
    public static final class Rule implements InputRule<String> {

        private static final Pattern TOKEN = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");
        private static final Pattern SEPARATORS = Pattern.compile("[^0-9A-Za-z]+");
        private static final Pattern GROUPS = Pattern.compile("[0-9]+(?:" + SEPARATORS + "[0-9]+)*");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            // What is longer than any token is not searched: a search is not made for that.
            if (value.length() <= MAX_LENGTH && looksLikeACardNumber(value)) {
                report.accept(
                        "LOOKS_LIKE_A_CARD_NUMBER", "must be a token of the payment gateway, never a card number");
            }
            if (!TOKEN.matcher(value).matches()) {
                report.accept("NOT_A_TOKEN", "must be 1 to " + MAX_LENGTH + " visible ASCII characters without spaces");
            }
        }

        /** Whether groups of digits in it, one or several in a row, separated or not, look like a card number. */
        static boolean looksLikeACardNumber(String value) {
            return GROUPS.matcher(value)
                    .results()
                    .map(groups -> SEPARATORS.split(groups.group()))
                    .anyMatch(Rule::containsACardNumber);
        }

        private static boolean containsACardNumber(String[] groups) {
            for (int first = 0; first < groups.length; first++) {
                StringBuilder digits = new StringBuilder();
                for (int last = first; last < groups.length && digits.length() <= 19; last++) {
                    if (isACardNumber(digits.append(groups[last]))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** 13 to 19 digits, the last of which checks the others (ISO/IEC 7812-1, annex B). */
        private static boolean isACardNumber(CharSequence digits) {
            return digits.length() >= 13 && digits.length() <= 19 && hasValidCheckDigit(digits);
        }

        private static boolean hasValidCheckDigit(CharSequence digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum % 10 == 0;
        }
    }
}
