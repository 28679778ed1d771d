package com.phoneunite.organization;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The name of a billing plan. What a plan costs is billing's to know.
 *
 * @param value 1 to 64 lower-case letters, digits, dots, dashes or underscores, beginning with a letter or digit
 */
public record PlanName(String value) implements Comparable<PlanName> {

    public PlanName {
        new Rule().require(value);
    }

    @Override
    public int compareTo(PlanName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text can be the name of a plan. */
    public static final class Rule implements InputRule<String> {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!NAME.matcher(value).matches()) {
                report.accept(
                        "NOT_A_PLAN_NAME", "must be 1 to 64 lower-case letters, digits, dots, dashes or underscores");
            }
        }
    }
}
