package com.phoneunite.membership;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Rule T2: what is dialled to reach a member. Whether an organization can give it out is decided by its numbering plan.
 *
 * @param value {@value #MIN_LENGTH} to {@value #MAX_LENGTH} ASCII digits
 */
public record Extension(String value) implements Comparable<Extension> {

    /** The fewest digits. */
    public static final int MIN_LENGTH = 2;

    /** The most digits. */
    public static final int MAX_LENGTH = 6;

    public Extension {
        new Rule().require(value);
    }

    @Override
    public int compareTo(Extension other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text can be an extension. */
    public static final class Rule implements InputRule<String> {

        private static final Pattern DIGITS = Pattern.compile("[0-9]{" + MIN_LENGTH + "," + MAX_LENGTH + "}");

        /** Whether the text is one. */
        public static boolean isExtension(String text) {
            return DIGITS.matcher(text).matches();
        }

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!isExtension(value)) {
                report.accept("NOT_AN_EXTENSION", "must be " + MIN_LENGTH + " to " + MAX_LENGTH + " digits");
            }
        }
    }
}
