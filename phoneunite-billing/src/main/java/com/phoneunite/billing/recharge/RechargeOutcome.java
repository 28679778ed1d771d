package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/** What became of a recharge, as its caller is told. Asking again under the same key is always safe. */
public sealed interface RechargeOutcome {

    /** Handles every case; a case that is forgotten does not compile. */
    default <R> R fold(
            Function<? super Succeeded, ? extends R> succeeded,
            Function<? super Declined, ? extends R> declined,
            Function<? super ActionRequired, ? extends R> actionRequired,
            Function<? super Unresolved, ? extends R> unresolved,
            Function<? super NotAttempted, ? extends R> notAttempted,
            Function<? super Cancelled, ? extends R> cancelled,
            Function<? super NeedsReview, ? extends R> needsReview) {
        return on(new Cases<>(succeeded, declined, actionRequired, unresolved, notAttempted, cancelled, needsReview));
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
            Function<? super ActionRequired, ? extends R> actionRequired,
            Function<? super Unresolved, ? extends R> unresolved,
            Function<? super NotAttempted, ? extends R> notAttempted,
            Function<? super Cancelled, ? extends R> cancelled,
            Function<? super NeedsReview, ? extends R> needsReview) {}

    /**
     * The money was captured and credited, exactly once.
     *
     * @param credited how much
     */
    record Succeeded(Money credited) implements RechargeOutcome {
        public Succeeded {
            Objects.requireNonNull(credited, "credited");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.succeeded().apply(this);
        }
    }

    /**
     * Definitely not captured. Another try takes another key.
     *
     * @param reason what it means for what may be tried next
     */
    record Declined(DeclineReason reason) implements RechargeOutcome {
        public Declined {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.declined().apply(this);
        }
    }

    /**
     * The customer must take a step; then ask again under the same key, which the gateway has to remember or look up.
     *
     * @param nextStep what they must do
     */
    record ActionRequired(String nextStep) implements RechargeOutcome {
        public ActionRequired {
            Objects.requireNonNull(nextStep, "nextStep");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.actionRequired().apply(this);
        }
    }

    /** Not decided, or nobody knows. Until it is, no other recharge is started; ask again under the same key. */
    record Unresolved() implements RechargeOutcome {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.unresolved().apply(this);
        }
    }

    /**
     * Provably never sent. The same key may be used again.
     *
     * @param why for an operator
     */
    record NotAttempted(String why) implements RechargeOutcome {
        public NotAttempted {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.notAttempted().apply(this);
        }
    }

    /**
     * Called off, or found by a person not to be captured: nothing was credited. Another try takes another key.
     */
    record Cancelled() implements RechargeOutcome {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.cancelled().apply(this);
        }
    }

    /**
     * Rules P7 and P9: another amount was captured than asked for, or the gateway could not tell in time what became of it. Nothing was
     * credited; a person decides. Another recharge by hand may be started meanwhile.
     *
     * @param captured how much was captured, where that is known
     */
    record NeedsReview(Optional<Money> captured) implements RechargeOutcome {
        public NeedsReview {
            Objects.requireNonNull(captured, "captured");
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.needsReview().apply(this);
        }
    }
}
