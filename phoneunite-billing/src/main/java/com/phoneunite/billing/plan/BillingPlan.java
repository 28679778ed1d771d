package com.phoneunite.billing.plan;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an organization on this plan is charged a month, by version (rules B5 and B9). Immutable; each method that sets a price
 * answers with a new plan.
 *
 * @param name its name
 * @param versions its prices, each version effective later than the one before it; at least one
 */
public record BillingPlan(PlanName name, List<PlanVersion> versions) {

    /** The most versions that a plan can have. */
    public static final int MAX_VERSIONS = 1_000;

    public BillingPlan {
        Objects.requireNonNull(name, "name");
        versions = List.copyOf(versions);
        if (versions.isEmpty() || versions.size() > MAX_VERSIONS) {
            throw new IllegalArgumentException("a plan has 1 to " + MAX_VERSIONS + " versions");
        }
        for (int i = 0; i < versions.size(); i++) {
            PlanVersion version = versions.get(i);
            if (version.number() != i + 1) {
                throw new IllegalArgumentException("the versions of a plan count from 1");
            }
            if (i > 0 && !version.effectiveFrom().isAfter(versions.get(i - 1).effectiveFrom())) {
                throw new IllegalArgumentException("each version of a plan is effective later than the one before it");
            }
            if (!version.currency().equals(versions.get(0).currency())) {
                throw new IllegalArgumentException("the prices of a plan are in one currency");
            }
        }
    }

    /**
     * Begins a plan.
     *
     * @param name 1 to 64 lower-case letters, digits, dots, dashes or underscores
     * @throws IllegalArgumentException if the name is none
     */
    public static Named named(String name) {
        return new Named(new PlanName(name));
    }

    /**
     * A plan that has a name, and no price yet.
     *
     * @param name its name
     */
    public record Named(PlanName name) {

        /**
         * The plan, with this price for each month, from 0, and nothing for extensions and phone numbers.
         *
         * @throws IllegalArgumentException if the price is negative
         */
        public BillingPlan monthly(Money price) {
            Money nothing = Money.zero(price.getCurrencyUnit());
            return new BillingPlan(name, List.of(new PlanVersion(1, Instant.EPOCH, price, nothing, nothing)));
        }
    }

    /** The plan with this price for each month in its last version. */
    public BillingPlan monthly(Money price) {
        PlanVersion last = last();
        return withLast(new PlanVersion(
                last.number(), last.effectiveFrom(), price, last.perExtension(), last.perPhoneNumber()));
    }

    /** The plan with this price for each extension in its last version. */
    public BillingPlan perExtension(Money price) {
        PlanVersion last = last();
        return withLast(
                new PlanVersion(last.number(), last.effectiveFrom(), last.monthly(), price, last.perPhoneNumber()));
    }

    /** The plan with this price for each phone number in its last version. */
    public BillingPlan perPhoneNumber(Money price) {
        PlanVersion last = last();
        return withLast(
                new PlanVersion(last.number(), last.effectiveFrom(), last.monthly(), last.perExtension(), price));
    }

    /**
     * Rule B9: the plan with a further version, which has the same prices until they are set. It alters no period that has begun
     * by then.
     *
     * @param effectiveFrom from when on, later than the last version
     */
    public BillingPlan repricedFrom(Instant effectiveFrom) {
        PlanVersion last = last();
        List<PlanVersion> all = new ArrayList<>(versions);
        all.add(new PlanVersion(
                last.number() + 1, effectiveFrom, last.monthly(), last.perExtension(), last.perPhoneNumber()));
        return new BillingPlan(name, all);
    }

    /** The currency of its prices. */
    public CurrencyUnit currency() {
        return last().currency();
    }

    /** Rule B5: the version in force at a moment; the first one before any is. */
    public PlanVersion versionAt(Instant moment) {
        PlanVersion inForce = versions.get(0);
        for (PlanVersion version : versions) {
            if (!version.effectiveFrom().isAfter(moment)) {
                inForce = version;
            }
        }
        return inForce;
    }

    private PlanVersion last() {
        return versions.get(versions.size() - 1);
    }

    private BillingPlan withLast(PlanVersion version) {
        List<PlanVersion> all = new ArrayList<>(versions);
        all.set(all.size() - 1, version);
        return new BillingPlan(name, all);
    }
}
