package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * An e-mail address, normalized once (rule M1): NFC (Unicode Annex 15), trimmed and in lower case. Whether it reaches anybody is the host's to prove.
 *
 * <p>{@link #toString} hides it, so that it does not end up in a log.
 *
 * @param value at most 254 characters (RFC 5321), in lower case
 */
public record EmailAddress(String value) {

    /** The most characters that an address can have (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int MAX_LENGTH = 254;

    public EmailAddress {
        new Rule().require(value);
        if (!value.equals(normalized(value))) {
            throw new IllegalArgumentException("an e-mail address is kept in its normal form");
        }
    }

    /**
     * The address in its normal form.
     *
     * @throws IllegalArgumentException naming every violated constraint
     */
    public static EmailAddress parse(String raw) {
        new Rule().require(raw);
        return new EmailAddress(normalized(raw));
    }

    private static String normalized(String raw) {
        return Normalizer.normalize(raw.strip().toLowerCase(Locale.ROOT), Form.NFC);
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }

    /** The text is an e-mail address: one part before the last {@code @}, one behind it, and no white space in either. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            // Lower case can be longer; what is too long already is not even put into it.
            String address = value.length() > MAX_LENGTH ? value : normalized(value);
            if (address.length() > MAX_LENGTH) {
                report.accept("TOO_LONG", "must be at most " + MAX_LENGTH + " characters long");
                return;
            }
            int at = address.lastIndexOf('@');
            boolean wellFormed = at > 0 && at <= 64 && isDomain(address.substring(at + 1));
            if (!wellFormed
                    || !address.codePoints().allMatch(EmailAddress.Rule::mayStand)
                    || address.indexOf('@') != at) {
                report.accept("NOT_AN_EMAIL_ADDRESS", "must be an e-mail address");
            }
        }

        private static boolean isDomain(String domain) {
            return !domain.isEmpty() && !domain.startsWith(".") && !domain.endsWith(".") && !domain.contains("..");
        }

        private static boolean mayStand(int character) {
            return !Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && !Character.isISOControl(character)
                    && Character.getType(character) != Character.FORMAT
                    && Character.getType(character) != Character.SURROGATE
                    && "<>,;:\\\"()[]".indexOf(character) < 0;
        }
    }
}
