package com.phoneunite.billing.cycle;

import com.phoneunite.organization.Organization;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Rule B11: how far {@link BillingCycle#lookAhead} looks. Immutable but for what it asks.
 *
 * @param from the moment at which it is looked
 * @param until how far, included
 * @param maxCharges after how many charges it stops
 * @param goesOn whether it goes on behind the first charge that is not covered, and tells what falls due without reckoning a balance
 * @param topUps what auto-recharge would add
 */
public record LookAhead(Instant from, Instant until, int maxCharges, boolean goesOn, TopUps topUps) {

    public LookAhead {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(topUps, "topUps");
        if (until.isBefore(from) || maxCharges < 1) {
            throw new IllegalArgumentException("it is looked ahead, not back");
        }
    }

    /**
     * How far it was looked.
     *
     * @param until the moment up to which everything was told; before the horizon where there was too much, or where it did not go on
     * @param unpriced how many organizations were left out, as the catalogue does not know their plan any more
     */
    public record Seen(Instant until, int unpriced) {}

    /** Is told what is seen, in the order in which it would happen. */
    public interface Viewer {

        /**
         * A period falls due.
         *
         * @param at when it would be charged: at its start, or at once where that is past
         */
        void due(Organization organization, BillingPeriod period, Instant at, Money price);

        /** Auto-recharge would add that much, in minor units. */
        void toppedUp(Instant at, long minor);

        /** Told once: the first period that is not covered, before it is told as due, and how much is short, in minor units. */
        void fallsShort(Organization organization, BillingPeriod period, Instant at, Money price, long shortfallMinor);
    }
}
