package com.phoneunite.billing.recharge;

import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;

/** What became of a refund, as its caller is told. Asking again under the same key is always safe. */
public sealed interface RefundResult {

    /** Handles every case; a case that is forgotten does not compile. */
    <R> R fold(
            Function<? super Done, ? extends R> done,
            Function<? super GivenBack, ? extends R> givenBack,
            Function<? super Unresolved, ? extends R> unresolved,
            Function<? super NeedsReview, ? extends R> needsReview);

    /**
     * The customer has it.
     *
     * @param refunded how much
     */
    record Done(Money refunded) implements RefundResult {
        public Done {
            Objects.requireNonNull(refunded, "refunded");
        }

        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super GivenBack, ? extends R> givenBack,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NeedsReview, ? extends R> needsReview) {
            return done.apply(this);
        }
    }

    /** Definitely not refunded; the amount is back on the balance. Another try takes another key. */
    record GivenBack() implements RefundResult {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super GivenBack, ? extends R> givenBack,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NeedsReview, ? extends R> needsReview) {
            return givenBack.apply(this);
        }
    }

    /** Nobody knows; it stays deducted until somebody does. */
    record Unresolved() implements RefundResult {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super GivenBack, ? extends R> givenBack,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NeedsReview, ? extends R> needsReview) {
            return unresolved.apply(this);
        }
    }

    /** The gateway could not tell in time; it stays deducted until a person has decided. */
    record NeedsReview() implements RefundResult {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super GivenBack, ? extends R> givenBack,
                Function<? super Unresolved, ? extends R> unresolved,
                Function<? super NeedsReview, ? extends R> needsReview) {
            return needsReview.apply(this);
        }
    }
}
