package com.phoneunite.billing.cycle;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule B11: what auto-recharge would add at moments to come, if each attempt succeeds. Asked in the order of the moments, and remembers
 * what it has answered, as its cap counts it. Used by one thread, for one account.
 */
@FunctionalInterface
public interface TopUps {

    /** What would be added at that moment, where so much is owed. */
    TopUp at(Owed owed, Instant moment);

    /** Nothing, ever. */
    static TopUps none() {
        return (owed, moment) -> TopUp.NONE;
    }

    /**
     * What would be added.
     *
     * @param minor how much, in minor units; 0 where nothing is
     * @param next when it would be tried instead, where it has to wait
     */
    record TopUp(long minor, Optional<Instant> next) {

        /** Nothing, and nothing later for the same reason. */
        public static final TopUp NONE = new TopUp(0, Optional.empty());

        public TopUp {
            Objects.requireNonNull(next, "next");
            if (minor < 0) {
                throw new IllegalArgumentException("a recharge takes nothing away");
            }
        }
    }
}
