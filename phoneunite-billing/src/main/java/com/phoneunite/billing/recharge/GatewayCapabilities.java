package com.phoneunite.billing.recharge;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a gateway declares that it can do. What it does not declare is not relied on. Immutable.
 *
 * @param remembersKeysFor for how long after a request the same key charges, and gives back, nothing again; zero where it does not
 *     remember
 * @param abilities what it can do beyond charging
 * @param amounts by currency, which amounts it takes; every amount where a currency is not named
 */
public record GatewayCapabilities(
        Duration remembersKeysFor, Set<GatewayAbility> abilities, Map<CurrencyUnit, Amounts> amounts) {

    /** A gateway of which nothing is known. */
    public static final GatewayCapabilities NONE = new GatewayCapabilities(Duration.ZERO, Set.of(), Map.of());

    public GatewayCapabilities {
        if (remembersKeysFor.isNegative()) {
            throw new IllegalArgumentException("a gateway remembers keys for no less than no time");
        }
        abilities = Set.copyOf(abilities);
        amounts = Map.copyOf(amounts);
    }

    /**
     * Which amounts of a currency a gateway takes, in minor units.
     *
     * @param minimumMinor the least, from 1
     * @param granularityMinor what each is a multiple of, from 1
     */
    public record Amounts(long minimumMinor, long granularityMinor) {

        static final Amounts ALL = new Amounts(1, 1);

        public Amounts {
            if (minimumMinor < 1 || granularityMinor < 1) {
                throw new IllegalArgumentException("a gateway takes multiples of at least one minor unit");
            }
        }

        /**
         * Rule P4: the amount raised to what the gateway takes.
         *
         * @throws ArithmeticException if the result would leave the range of 64 bits
         */
        long raised(long amountMinor) {
            long atLeast = Math.max(amountMinor, minimumMinor);
            long over = Math.floorMod(atLeast, granularityMinor);
            return over == 0 ? atLeast : Math.addExact(atLeast, granularityMinor - over);
        }
    }

    /** The same, remembering keys for so long. */
    public GatewayCapabilities remembersKeysFor(Duration time) {
        return new GatewayCapabilities(time, abilities, amounts);
    }

    /** The same, able to do that as well. */
    public GatewayCapabilities with(GatewayAbility... further) {
        Set<GatewayAbility> all = EnumSet.noneOf(GatewayAbility.class);
        all.addAll(abilities);
        all.addAll(List.of(further));
        return new GatewayCapabilities(remembersKeysFor, all, amounts);
    }

    /** The same, taking no less than that in its currency. */
    public GatewayCapabilities minimum(Money least) {
        long granularity = amountsOf(least.getCurrencyUnit()).granularityMinor();
        return with(least.getCurrencyUnit(), new Amounts(least.getAmountMinorLong(), granularity));
    }

    /** The same, taking only multiples of that in its currency. */
    public GatewayCapabilities granularity(Money unit) {
        long minimum = amountsOf(unit.getCurrencyUnit()).minimumMinor();
        return with(unit.getCurrencyUnit(), new Amounts(minimum, unit.getAmountMinorLong()));
    }

    /** Whether it declares that it can. */
    public boolean can(GatewayAbility ability) {
        return abilities.contains(ability);
    }

    Amounts amountsOf(CurrencyUnit currency) {
        return Objects.requireNonNullElse(amounts.get(currency), Amounts.ALL);
    }

    private GatewayCapabilities with(CurrencyUnit currency, Amounts taken) {
        Map<CurrencyUnit, Amounts> all = new HashMap<>(amounts);
        all.put(currency, taken);
        return new GatewayCapabilities(remembersKeysFor, abilities, all);
    }
}
