package com.phoneunite.input;

import java.util.function.BiConsumer;

/**
 * What an input value must be, decided once: by the domain type that it becomes. Applied to input records through {@link
 * Conforms}, and by the domain type's own constructor.
 *
 * <p>Implementations have a public constructor without parameters, keep no state, and are never given {@code null}: a missing
 * value is reported as {@code REQUIRED} before the rule is asked.
 *
 * @param <T> the type of the raw value
 */
public interface InputRule<T> {

    /**
     * Reports each constraint that the value violates, as a stable code and a sentence that does not repeat the value.
     *
     * @param value the raw value
     * @param report takes a code and a message for each violated constraint
     */
    void check(T value, BiConsumer<String, String> report);

    /**
     * The same rule as a guard for a domain type that is built without going through the front door.
     *
     * @throws IllegalArgumentException naming every violated constraint
     */
    default void require(T value) {
        Violations violations = new Violations();
        check(value, violations);
        violations.refuse();
    }
}
