package com.phoneunite.billing.page;

import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.input.InputRule;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/**
 * Rule B11: what falls due until a horizon, at the prices and quantities that are known now, what auto-recharge would add if each of its
 * attempts succeeds, and the first charge that falls short. Usage is not foreseen, and what is suspended is not counted. Immutable.
 *
 * @param from when it was drawn up
 * @param until up to when it tells everything: the horizon, or earlier where there would be more than {@value #MAX_ITEMS} items
 * @param balance the balance to begin with
 * @param due the sum of what falls due
 * @param added the sum of what auto-recharge would add until the first charge that falls short
 * @param items what falls due, in the order in which it would be charged
 * @param topUps what auto-recharge would add, in order
 * @param firstShortfall the first charge that the balance will not cover, if there is one until then
 * @param unpriced how many organizations were left out, as the catalogue does not know their plan any more
 */
public record Forecast(
        Instant from,
        Instant until,
        Money balance,
        Money due,
        Money added,
        List<Item> items,
        List<TopUp> topUps,
        Optional<Shortfall> firstShortfall,
        int unpriced) {

    /** The most charges that a forecast tells. */
    public static final int MAX_ITEMS = 10_000;

    /** The furthest horizon, in months. */
    public static final int MAX_MONTHS = 24;

    public Forecast {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(balance, "balance");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(added, "added");
        items = List.copyOf(items);
        topUps = List.copyOf(topUps);
        Objects.requireNonNull(firstShortfall, "firstShortfall");
    }

    /** How far a forecast can look. */
    public static final class MonthsRule implements InputRule<Integer> {

        @Override
        public void check(Integer value, BiConsumer<String, String> report) {
            if (value < 1 || value > MAX_MONTHS) {
                report.accept("OUT_OF_RANGE", "must be 1 to " + MAX_MONTHS + " months");
            }
        }
    }

    /**
     * A period that falls due.
     *
     * @param organization whose
     * @param name the name of the organization
     * @param period the period
     * @param at when it would be charged: at its start, or at once where that is past
     * @param amount what it costs
     */
    public record Item(
            OrganizationId organization, OrganizationName name, BillingPeriod period, Instant at, Money amount) {}

    /**
     * An automatic recharge.
     *
     * @param at when it would be attempted
     * @param amount of how much
     */
    public record TopUp(Instant at, Money amount) {}

    /**
     * A charge that the balance will not cover.
     *
     * @param organization whose
     * @param name the name of the organization
     * @param at when it would be charged
     * @param amount what it costs
     * @param shortfall how much more it takes: the amount and one minor unit, less the balance then
     */
    public record Shortfall(
            OrganizationId organization, OrganizationName name, Instant at, Money amount, Money shortfall) {}

    /**
     * Until when a balance lasts by itself.
     *
     * @param until the moment of the first charge that it does not cover; where there is none, up to when it is known to last
     * @param firstUncovered that charge
     */
    public record Lasts(Instant until, Optional<Shortfall> firstUncovered) {

        public Lasts {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(firstUncovered, "firstUncovered");
        }
    }
}
