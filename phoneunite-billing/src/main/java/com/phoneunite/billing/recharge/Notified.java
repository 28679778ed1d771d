package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rule P8: what has become of a notification. To be told the same again is always safe. */
public sealed interface Notified {

    /** Handles every case; a case that is forgotten does not compile. */
    <R> R fold(
            Function<? super LookedUp, ? extends R> lookedUp,
            Supplier<? extends R> alreadyKnown,
            Supplier<? extends R> notOurs,
            Supplier<? extends R> notVerified);

    /**
     * It was noted, and the gateway was asked. What could not be told is asked again by reconciliation.
     *
     * @param outcome how the attempt stands now
     */
    record LookedUp(RechargeOutcome outcome) implements Notified {
        public LookedUp {
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public <R> R fold(
                Function<? super LookedUp, ? extends R> lookedUp,
                Supplier<? extends R> alreadyKnown,
                Supplier<? extends R> notOurs,
                Supplier<? extends R> notVerified) {
            return lookedUp.apply(this);
        }
    }

    /** It came before. */
    record AlreadyKnown() implements Notified {
        @Override
        public <R> R fold(
                Function<? super LookedUp, ? extends R> lookedUp,
                Supplier<? extends R> alreadyKnown,
                Supplier<? extends R> notOurs,
                Supplier<? extends R> notVerified) {
            return alreadyKnown.get();
        }
    }

    /** It is the gateway's, and about nothing of ours. */
    record NotOurs() implements Notified {
        @Override
        public <R> R fold(
                Function<? super LookedUp, ? extends R> lookedUp,
                Supplier<? extends R> alreadyKnown,
                Supplier<? extends R> notOurs,
                Supplier<? extends R> notVerified) {
            return notOurs.get();
        }
    }

    /** It is not the gateway's, or could not be verified now. Nothing was noted: let the gateway send it again. */
    record NotVerified() implements Notified {
        @Override
        public <R> R fold(
                Function<? super LookedUp, ? extends R> lookedUp,
                Supplier<? extends R> alreadyKnown,
                Supplier<? extends R> notOurs,
                Supplier<? extends R> notVerified) {
            return notVerified.get();
        }
    }
}
