package com.phoneunite.telephony;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.phoneunite.input.InputRule;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Rule T1: a phone number in E.164 form. What numbers there are changes by the year: whether libphonenumber holds it for valid is asked
 * when it is claimed or led to ({@link #parse}), and never again, so that what was stored is readable for ever.
 *
 * @param value a plus sign and 2 to 20 digits, the first of them no zero; for example {@code "+12025550123"}. E.164 itself ends at 15 digits,
 *     and some countries do not
 */
public record PhoneNumber(String value) implements Comparable<PhoneNumber> {

    /** The most characters of a number as it is given, with spaces, dots, dashes and parentheses. */
    public static final int MAX_RAW_LENGTH = 32;

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,19}");

    public PhoneNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a phone number is kept in its E.164 form");
        }
    }

    /**
     * The number in its E.164 form, if it is valid today.
     *
     * @param raw with its country code; spaces, dots, dashes and parentheses are allowed
     * @throws IllegalArgumentException naming every violated constraint
     */
    public static PhoneNumber parse(String raw) {
        new Rule().require(raw);
        return new PhoneNumber(normalized(raw).orElseThrow());
    }

    /**
     * The number that is meant by a text, which may be one that was valid when it was claimed, and is not any more.
     *
     * @param raw as for {@link #parse}, or in E.164 form
     * @throws IllegalArgumentException if it is neither
     */
    public static PhoneNumber named(String raw) {
        new NameRule().require(raw);
        return new PhoneNumber(normalized(raw).orElse(raw));
    }

    /** The number, if the text is one in E.164 form, valid today or not. */
    public static Optional<PhoneNumber> read(String text) {
        return isWellFormed(text) ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String text) {
        return E164.matcher(text).matches();
    }

    private static Optional<String> normalized(String raw) {
        if (raw.length() > MAX_RAW_LENGTH || !Rule.SHAPE.matcher(raw).matches()) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(raw, null);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The text is a valid phone number with its country code, or one in E.164 form that may have been valid before. */
    public static final class NameRule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!isWellFormed(value)) {
                new Rule().check(value, report);
            }
        }
    }

    /** The text is a valid phone number with its country code. */
    public static final class Rule implements InputRule<String> {

        private static final Pattern SHAPE = Pattern.compile("\\+[0-9 ().-]+");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (normalized(value).isEmpty()) {
                report.accept(
                        "NOT_A_PHONE_NUMBER", "must be a valid phone number with its country code, like +12025550123");
            }
        }
    }
}
