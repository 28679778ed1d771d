package com.phoneunite.telephony;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The name of a menu, unique in its call tree.
 *
 * @param value 1 to {@value #MAX_LENGTH} of {@code A-Z a-z 0-9 _ -}
 */
public record MenuName(String value) implements Comparable<MenuName> {

    /** The most characters. */
    public static final int MAX_LENGTH = 40;

    public MenuName {
        new Rule().require(value);
    }

    @Override
    public int compareTo(MenuName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text can be the name of a menu. */
    public static final class Rule implements InputRule<String> {

        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_LENGTH + "}");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!SHAPE.matcher(value).matches()) {
                report.accept(
                        "NOT_A_MENU_NAME", "must be 1 to " + MAX_LENGTH + " letters, digits, underscores or dashes");
            }
        }
    }
}
