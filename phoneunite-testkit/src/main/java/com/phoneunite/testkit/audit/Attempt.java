package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Rules P5 to P9: a payment attempt as the store shows it. Amounts are in minor units.
 *
 * @param decided whether a person has decided about it
 * @param credit what that person has decided to credit
 */
record Attempt(
        String key,
        boolean automatic,
        String currency,
        long minor,
        Instant recordedAt,
        AttemptState state,
        Decline decline,
        boolean decided,
        OptionalLong credit) {

    /** The same in another state. */
    Attempt as(AttemptState other) {
        return new Attempt(key, automatic, currency, minor, recordedAt, other, decline, decided, credit);
    }

    /** The same as it was recorded, perhaps under a key that was never sent and has been used again since, which has another moment then. */
    Attempt begun(Told told, boolean automatically, long amount) {
        return new Attempt(
                key,
                automatically,
                currency,
                amount,
                recordedAt.isAfter(told.recordedAt()) ? told.recordedAt() : recordedAt,
                AttemptState.RECORDED,
                Decline.NONE,
                false,
                OptionalLong.empty());
    }

    /** Rules P6 and P10: what a decline says of the card. */
    enum Decline {
        NONE,
        FOR_NOW,
        FOR_EVER,
        NOT_OF_THE_CARD
    }
}
