package com.phoneunite.billing.recharge;

import com.phoneunite.account.PaymentMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Function;

/** What a gateway answers when it is asked what card a token stands for. */
public sealed interface CardOutcome {

    /** Handles every case; a case that is forgotten does not compile. */
    <R> R fold(
            Function<? super Known, ? extends R> known,
            Function<? super Rejected, ? extends R> rejected,
            Function<? super Unavailable, ? extends R> unavailable);

    /**
     * It stands for this card. See {@link PaymentMethod} for the ranges; what is outside them is no answer.
     *
     * @param brand its brand
     * @param lastFour its last four digits
     * @param expiry the last month in which it is valid
     */
    record Known(String brand, String lastFour, YearMonth expiry) implements CardOutcome {
        public Known {
            // Checked by being made.
            new PaymentMethod(brand, lastFour, expiry, Instant.EPOCH);
        }

        /** The card as it is shown once it is on file. */
        PaymentMethod onFileSince(Instant moment) {
            return new PaymentMethod(brand, lastFour, expiry, moment);
        }

        @Override
        public <R> R fold(
                Function<? super Known, ? extends R> known,
                Function<? super Rejected, ? extends R> rejected,
                Function<? super Unavailable, ? extends R> unavailable) {
            return known.apply(this);
        }
    }

    /** The token stands for no card that can be charged. */
    record Rejected() implements CardOutcome {
        @Override
        public <R> R fold(
                Function<? super Known, ? extends R> known,
                Function<? super Rejected, ? extends R> rejected,
                Function<? super Unavailable, ? extends R> unavailable) {
            return rejected.apply(this);
        }
    }

    /**
     * Nobody knows now.
     *
     * @param why for an operator; contains no secret
     */
    record Unavailable(String why) implements CardOutcome {
        public Unavailable {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Known, ? extends R> known,
                Function<? super Rejected, ? extends R> rejected,
                Function<? super Unavailable, ? extends R> unavailable) {
            return unavailable.apply(this);
        }
    }
}
