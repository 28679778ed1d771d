package com.phoneunite.billing.cycle;

import java.util.Objects;
import java.util.function.Function;

/** What became of {@link Funding#fund}. */
public sealed interface FundingOutcome {

    /** Handles every case. */
    <R> R fold(
            Function<? super Funded, ? extends R> funded,
            Function<? super Unresolved, ? extends R> unresolved,
            Function<? super NotFunded, ? extends R> notFunded);

    /** Money came in, and what is due was settled from it. */
    record Funded() implements FundingOutcome {
        @Override
        public <R> R fold(
                Function<? super Funded, ? extends R> funded,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NotFunded, ? extends R> notFunded) {
            return funded.apply(this);
        }
    }

    /** An attempt is not settled: whether money comes in is not known. */
    record Unresolved() implements FundingOutcome {
        @Override
        public <R> R fold(
                Function<? super Funded, ? extends R> funded,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NotFunded, ? extends R> notFunded) {
            return unresolved.apply(this);
        }
    }

    /**
     * No money came in.
     *
     * @param why for an operator: it is off, not needed, capped, waiting after a decline, or was declined; holds no secret
     */
    record NotFunded(String why) implements FundingOutcome {
        public NotFunded {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Funded, ? extends R> funded,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NotFunded, ? extends R> notFunded) {
            return notFunded.apply(this);
        }
    }
}
