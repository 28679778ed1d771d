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
 * Rule T1: a phone number that libphonenumber holds for valid, in E.164 form.
 *
 * @param value for example {@code "+12025550123"}
 */
public record PhoneNumber(String value) implements Comparable<PhoneNumber> {

    /** The most characters of a number as it is given, with spaces, dots, dashes and parentheses. */
    public static final int MAX_RAW_LENGTH = 32;

    public PhoneNumber {
        if (!normalized(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("a phone number is kept in its E.164 form");
        }
    }

    /**
     * The number in its E.164 form.
     *
     * @param raw with its country code; spaces, dots, dashes and parentheses are allowed
     * @throws IllegalArgumentException naming every violated constraint
     */
    public static PhoneNumber parse(String raw) {
        new Rule().require(raw);
        return new PhoneNumber(normalized(raw).orElseThrow());
    }

    /** The number, if the text is one in its E.164 form. */
    public static Optional<PhoneNumber> read(String text) {
        return normalized(text).filter(text::equals).map(PhoneNumber::new);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
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
