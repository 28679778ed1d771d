package com.phoneunite.billing.cycle;

import java.time.Instant;
import java.util.Objects;

/**
 * Rule B10: usage that was refused, for auto-recharge to answer. Kept until the balance covers it, other usage is refused, auto-recharge is set
 * that was off, or recharges without what the cap has no room for. Immutable.
 *
 * @param minor how much the usage was that was refused last, in minor units, more than 0
 * @param since when it was refused
 */
public record UsageNeed(long minor, Instant since) {

    public UsageNeed {
        Objects.requireNonNull(since, "since");
        if (minor <= 0) {
            throw new IllegalArgumentException("usage of nothing is never refused");
        }
    }
}
