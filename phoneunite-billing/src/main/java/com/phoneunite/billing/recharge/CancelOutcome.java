package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.function.Function;

/** Rule P5: what a gateway answers when it is asked to call off a request. */
public sealed interface CancelOutcome {

    /** Handles every case; a case that is forgotten does not compile. */
    <R> R fold(
            Function<? super Cancelled, ? extends R> cancelled,
            Function<? super TooLate, ? extends R> tooLate,
            Function<? super Unknown, ? extends R> unknown);

    /** It is called off: nothing was or will be captured. */
    record Cancelled() implements CancelOutcome {
        @Override
        public <R> R fold(
                Function<? super Cancelled, ? extends R> cancelled,
                Function<? super TooLate, ? extends R> tooLate,
                Function<? super Unknown, ? extends R> unknown) {
            return cancelled.apply(this);
        }
    }

    /**
     * It was not called off.
     *
     * @param instead what has become of it
     */
    record TooLate(PaymentOutcome instead) implements CancelOutcome {
        public TooLate {
            Objects.requireNonNull(instead, "instead");
        }

        @Override
        public <R> R fold(
                Function<? super Cancelled, ? extends R> cancelled,
                Function<? super TooLate, ? extends R> tooLate,
                Function<? super Unknown, ? extends R> unknown) {
            return tooLate.apply(this);
        }
    }

    /**
     * Nobody knows whether it was called off.
     *
     * @param why for an operator; contains no secret
     */
    record Unknown(String why) implements CancelOutcome {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Cancelled, ? extends R> cancelled,
                Function<? super TooLate, ? extends R> tooLate,
                Function<? super Unknown, ? extends R> unknown) {
            return unknown.apply(this);
        }
    }
}
