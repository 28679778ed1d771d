package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.function.Function;

/** Rules P6 and P11: what a gateway answers to a request for a refund. What is not certain is {@link Unknown}. */
public sealed interface RefundOutcome {

    /** Handles every case; a case that is forgotten does not compile. */
    <R> R fold(
            Function<? super Done, ? extends R> done,
            Function<? super Declined, ? extends R> declined,
            Function<? super NotAttempted, ? extends R> notAttempted,
            Function<? super Unknown, ? extends R> unknown);

    /** The money was given back, or will be for certain. */
    record Done() implements RefundOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super Declined, ? extends R> declined,
                Function<? super NotAttempted, ? extends R> notAttempted,
                Function<? super Unknown, ? extends R> unknown) {
            return done.apply(this);
        }
    }

    /**
     * Definitely not given back, now or later.
     *
     * @param why for an operator; contains no secret
     */
    record Declined(String why) implements RefundOutcome {
        public Declined {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super Declined, ? extends R> declined,
                Function<? super NotAttempted, ? extends R> notAttempted,
                Function<? super Unknown, ? extends R> unknown) {
            return declined.apply(this);
        }
    }

    /**
     * Provably never sent.
     *
     * @param why for an operator; contains no secret
     */
    record NotAttempted(String why) implements RefundOutcome {
        public NotAttempted {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super Declined, ? extends R> declined,
                Function<? super NotAttempted, ? extends R> notAttempted,
                Function<? super Unknown, ? extends R> unknown) {
            return notAttempted.apply(this);
        }
    }

    /**
     * Not decided yet, or nobody knows.
     *
     * @param why for an operator; contains no secret
     */
    record Unknown(String why) implements RefundOutcome {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super Declined, ? extends R> declined,
                Function<? super NotAttempted, ? extends R> notAttempted,
                Function<? super Unknown, ? extends R> unknown) {
            return unknown.apply(this);
        }
    }
}
