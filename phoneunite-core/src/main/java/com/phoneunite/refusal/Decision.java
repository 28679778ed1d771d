package com.phoneunite.refusal;

import java.util.Objects;
import java.util.function.Function;

/**
 * The outcome of a pure decision: what is to be done, or the rule that says no. Nothing has been written yet.
 *
 * @param <T> what was decided
 */
public sealed interface Decision<T> {

    /** Yes, and this is it. */
    static <T> Decision<T> granted(T value) {
        return new Granted<>(value);
    }

    /** No, by this rule. */
    static <T> Decision<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Handles both cases. */
    <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused);

    /**
     * Yes.
     *
     * @param value what was decided
     * @param <T> its type
     */
    record Granted<T>(T value) implements Decision<T> {
        public Granted {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused) {
            return granted.apply(value);
        }
    }

    /**
     * No.
     *
     * @param refusal the rule that says no
     * @param <T> what would have been decided
     */
    record Refused<T>(Refusal refusal) implements Decision<T> {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }
}
