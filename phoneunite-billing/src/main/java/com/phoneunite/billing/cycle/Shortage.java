package com.phoneunite.billing.cycle;

import java.time.Instant;
import java.util.Objects;

/**
 * Rule B8: that a period which is due was not covered. Immutable.
 *
 * @param period the number of the period under the organization's anchor
 * @param since when the shortage was recorded, which is never backdated
 * @param graceUntil from when on the organization is suspended if it is still not paid; {@code since} where there is no grace
 */
public record Shortage(int period, Instant since, Instant graceUntil) {

    public Shortage {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(graceUntil, "graceUntil");
        if (period < 0 || graceUntil.isBefore(since)) {
            throw new IllegalArgumentException("a grace ends after the shortage is recorded");
        }
    }
}
