package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Rule P6: what a gateway answers to a request for payment. What is not certain is {@link Unknown}, never {@link Declined}: a
 * timeout, a 5xx, an exception.
 */
public sealed interface PaymentOutcome {

    /** Handles every case; a case that is forgotten does not compile. */
    default <R> R fold(
            Function<? super Succeeded, ? extends R> succeeded,
            Function<? super Declined, ? extends R> declined,
            Function<? super Pending, ? extends R> pending,
            Function<? super ActionRequired, ? extends R> actionRequired,
            Function<? super NotAttempted, ? extends R> notAttempted,
            Function<? super Unknown, ? extends R> unknown) {
        return on(new Cases<>(succeeded, declined, pending, actionRequired, notAttempted, unknown));
    }

    /** What {@link #fold} was given; each outcome picks its own. */
    <R> R on(Cases<R> cases);

    /**
     * One function for each case.
     *
     * @param <R> what they answer with
     */
    record Cases<R>(
            Function<? super Succeeded, ? extends R> succeeded,
            Function<? super Declined, ? extends R> declined,
            Function<? super Pending, ? extends R> pending,
            Function<? super ActionRequired, ? extends R> actionRequired,
            Function<? super NotAttempted, ? extends R> notAttempted,
            Function<? super Unknown, ? extends R> unknown) {}

    /**
     * The money was captured.
     *
     * @param captured how much
     */
    record Succeeded(Money captured) implements PaymentOutcome {
        public Succeeded {
            Objects.requireNonNull(captured, "captured");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.succeeded().apply(this);
        }
    }

    /**
     * Definitely not captured.
     *
     * @param reason what it means for what may be tried next
     */
    record Declined(DeclineReason reason) implements PaymentOutcome {
        public Declined {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.declined().apply(this);
        }
    }

    /** Accepted, and not decided yet. */
    record Pending() implements PaymentOutcome {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.pending().apply(this);
        }
    }

    /**
     * The customer must take a step before it is decided.
     *
     * @param nextStep what they must do, for example an address to open; contains no secret
     */
    record ActionRequired(String nextStep) implements PaymentOutcome {
        public ActionRequired {
            Objects.requireNonNull(nextStep, "nextStep");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.actionRequired().apply(this);
        }
    }

    /**
     * Provably never sent to the card's network.
     *
     * @param why for an operator; contains no secret
     */
    record NotAttempted(String why) implements PaymentOutcome {
        public NotAttempted {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.notAttempted().apply(this);
        }
    }

    /**
     * Nobody knows whether it was captured.
     *
     * @param why for an operator; contains no secret
     */
    record Unknown(String why) implements PaymentOutcome {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.unknown().apply(this);
        }
    }
}
