package com.phoneunite.organization;

import com.phoneunite.refusal.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What money says of a change that core is about to make. Asked after every other check. */
public sealed interface BillingOpinion {

    /** Money agrees, and has written what the change means to it. */
    static BillingOpinion granted() {
        return Granted.INSTANCE;
    }

    /** Handles every case. */
    <R> R fold(
            Function<? super Granted, ? extends R> granted,
            Function<? super Refused, ? extends R> refused,
            Function<? super RefusedForNow, ? extends R> refusedForNow);

    /** Money agrees, and has written what the change means to it. */
    record Granted() implements BillingOpinion {
        private static final Granted INSTANCE = new Granted();

        @Override
        public <R> R fold(
                Function<? super Granted, ? extends R> granted,
                Function<? super Refused, ? extends R> refused,
                Function<? super RefusedForNow, ? extends R> refusedForNow) {
            return granted.apply(this);
        }
    }

    /**
     * A rule of money says no.
     *
     * @param refusal the rule
     */
    record Refused(Refusal refusal) implements BillingOpinion {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(
                Function<? super Granted, ? extends R> granted,
                Function<? super Refused, ? extends R> refused,
                Function<? super RefusedForNow, ? extends R> refusedForNow) {
            return refused.apply(this);
        }
    }

    /**
     * A rule of money says no, but a remedy may turn it. The change is undone, the remedy runs once with nothing open, and money
     * is asked once more. Inside a transaction of the host's there is no remedy, only the refusal.
     *
     * @param refusal the rule
     * @param remedy what may help
     */
    record RefusedForNow(Refusal refusal, Remedy remedy) implements BillingOpinion {
        public RefusedForNow {
            Objects.requireNonNull(refusal, "refusal");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public <R> R fold(
                Function<? super Granted, ? extends R> granted,
                Function<? super Refused, ? extends R> refused,
                Function<? super RefusedForNow, ? extends R> refusedForNow) {
            return refusedForNow.apply(this);
        }
    }

    /** What may turn a refusal, for example a recharge. Runs with no unit of work open. */
    @FunctionalInterface
    interface Remedy {

        /** Does it. A refusal means that it did not help, and is what the caller is told. */
        Optional<Refusal> apply();
    }
}
