package com.phoneunite.billing.cycle;

import com.phoneunite.refusal.Refusal;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;

/** What became of something that was asked for and costs money: an addition or a plan change (rules O5 and B9). */
public sealed interface ChargeOutcome {

    /** Handles every case. */
    <R> R fold(
            Function<? super Charged, ? extends R> charged,
            Function<? super Refused, ? extends R> refused,
            Function<? super NotCovered, ? extends R> notCovered);

    /**
     * Done and charged.
     *
     * @param amount what was charged; negative where something was credited
     */
    record Charged(Money amount) implements ChargeOutcome {
        public Charged {
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public <R> R fold(
                Function<? super Charged, ? extends R> charged,
                Function<? super Refused, ? extends R> refused,
                Function<? super NotCovered, ? extends R> notCovered) {
            return charged.apply(this);
        }
    }

    /**
     * Refused, and no money would help at once. The caller abandons the unit of work.
     *
     * @param refusal the rule
     */
    record Refused(Refusal refusal) implements ChargeOutcome {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(
                Function<? super Charged, ? extends R> charged,
                Function<? super Refused, ? extends R> refused,
                Function<? super NotCovered, ? extends R> notCovered) {
            return refused.apply(this);
        }
    }

    /**
     * Refused for now, as the balance does not reach. The caller abandons the unit of work; {@link Funding#fund} may help.
     *
     * @param refusal the rule
     * @param priceMinor what was asked for costs, in minor units
     */
    record NotCovered(Refusal refusal, long priceMinor) implements ChargeOutcome {
        public NotCovered {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(
                Function<? super Charged, ? extends R> charged,
                Function<? super Refused, ? extends R> refused,
                Function<? super NotCovered, ? extends R> notCovered) {
            return notCovered.apply(this);
        }
    }
}
