package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one simulation is set up with, all of it drawn from its seed.
 *
 * @param plans the plans, with every version that there is by now
 * @param trialDays the length of the trial
 * @param grace the grace of rule B8
 * @param gateway what the gateway can do
 * @param start when it begins
 * @param faultPercent how many of a hundred calls of the gateway are spoilt
 * @param troublePercent how many of a hundred commands meet a fault of their process or store
 * @param switchPercent how many of a hundred chances to go on are left to the other host
 */
public record SimulatedTerms(
        PlanCatalog plans,
        int trialDays,
        Duration grace,
        GatewayCapabilities gateway,
        Instant start,
        int faultPercent,
        int troublePercent,
        int switchPercent) {

    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-01-31T15:00:00Z"),
            Instant.parse("2024-01-30T23:59:59Z"),
            Instant.parse("2027-12-31T23:59:50Z"),
            Instant.parse("2028-02-28T12:00:00Z"),
            Instant.parse("2026-03-28T03:30:00Z"));

    static SimulatedTerms draw(long seed, PlanCatalog plans) {
        Chance chance = new Chance(seed ^ 0x7465726d73L);
        return new SimulatedTerms(
                plans,
                chance.of(List.of(14, 14, 1, 30)),
                chance.of(List.of(Duration.ofDays(3), Duration.ofDays(3), Duration.ofHours(1), Duration.ofDays(27))),
                gateway(chance),
                chance.of(STARTS),
                chance.of(List.of(0, 10, 25, 40)),
                chance.of(List.of(0, 5, 10, 20)),
                chance.of(List.of(0, 5, 15, 40)));
    }

    private static GatewayCapabilities gateway(Chance chance) {
        GatewayCapabilities can = GatewayCapabilities.NONE
                .remembersKeysFor(chance.of(List.of(Duration.ofDays(1), Duration.ofDays(30), Duration.ZERO)))
                .with(
                        GatewayAbility.LOOK_UP,
                        GatewayAbility.NOTIFICATIONS,
                        GatewayAbility.REFUNDS,
                        GatewayAbility.CANCELLING);
        if (chance.percent(50)) {
            can = can.with(GatewayAbility.CONCLUSIVE_NOT_FOUND);
        }
        return chance.percent(30)
                ? can.minimum(Money.ofMinor(CurrencyUnit.USD, 50)).granularity(Money.ofMinor(CurrencyUnit.USD, 5))
                : can;
    }
}
