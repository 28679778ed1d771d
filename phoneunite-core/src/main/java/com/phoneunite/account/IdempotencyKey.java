package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;

/**
 * A key of the caller's for one request: the same key again answers with what it did the first time.
 *
 * @param value 1 to {@value #MAX_LENGTH} visible ASCII characters
 */
public record IdempotencyKey(String value) implements Comparable<IdempotencyKey> {

    /** The most characters that a key can have. */
    public static final int MAX_LENGTH = 100;

    public IdempotencyKey {
        new Rule().require(value);
    }

    @Override
    public int compareTo(IdempotencyKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text can be a key. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
                report.accept("NOT_A_KEY", "must be 1 to " + MAX_LENGTH + " visible ASCII characters without spaces");
            }
        }
    }
}
