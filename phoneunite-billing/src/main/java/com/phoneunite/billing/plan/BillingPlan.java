package com.phoneunite.billing.plan;

import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an organization on this plan is charged a month, by version (rules B5 and B9). Immutable; each method that sets a price
 * answers with a new plan.
 *
 * @param name its name
 * @param versions its prices, each version effective later than the one before it; at least one
 * @param archived whether it is no longer offered; who is on it stays on it and is charged by it
 */
public record BillingPlan(PlanName name, List<PlanVersion> versions, boolean archived) {

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

    /** A plan that is offered. */
    public BillingPlan(PlanName name, List<PlanVersion> versions) {
        this(name, versions, false);
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
        return new BillingPlan(name, all, archived);
    }

    /**
     * Rule B9: the plan, no longer offered to anybody. Who is on it, or has planned to be, stays and is charged by it as before, so it
     * stays in the catalogue.
     */
    public BillingPlan archive() {
        return new BillingPlan(name, versions, true);
    }

    /**
     * Rules A3 and B9: whether an organization of an account in that currency can be put on the plan.
     *
     * @return {@code PLAN_CURRENCY_MISMATCH} or {@code PLAN_ARCHIVED}; empty if it can
     */
    public Optional<Refusal> offerTo(CurrencyUnit accountCurrency) {
        if (!currency().equals(accountCurrency)) {
            return Optional.of(new PlanRefusal.PlanCurrencyMismatch(name, accountCurrency, currency()));
        }
        return archived ? Optional.of(new PlanRefusal.PlanArchived(name)) : Optional.empty();
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
        return new BillingPlan(name, all, archived);
    }
}
