package com.phoneunite.testkit.audit;

import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a host has configured, and by which its store is judged. Immutable.
 *
 * <pre>{@code
 * AuditTerms.of(standard, small).trialDays(14).grace(Duration.ofDays(3)).gateway(gateway.capabilities());
 * }</pre>
 *
 * @param plans the plans that there are now, each with all of its versions; asked at each look
 * @param trialDays rule O4: how many days the trial has, from 1
 * @param grace rule B8: for how long a shortage is forgiven
 * @param gateway rule P4: which amounts the gateway takes
 */
public record AuditTerms(
        Supplier<? extends Collection<BillingPlan>> plans, int trialDays, Duration grace, GatewayCapabilities gateway) {

    public AuditTerms {
        Objects.requireNonNull(plans, "plans");
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(gateway, "gateway");
        if (trialDays < 1 || grace.isNegative()) {
            throw new IllegalArgumentException("a trial has days, and a grace is no less than no time");
        }
    }

    /** These plans, and what holds where a host configures nothing else: 14 days of trial, 3 days of grace, every amount taken. */
    public static AuditTerms of(BillingPlan... plans) {
        List<BillingPlan> all = List.of(plans);
        return of(() -> all);
    }

    /** The same, of plans that change: asked at each look. */
    public static AuditTerms of(Supplier<? extends Collection<BillingPlan>> plans) {
        return new AuditTerms(plans, 14, Duration.ofDays(3), GatewayCapabilities.NONE);
    }

    /** The same with a trial of so many days. */
    public AuditTerms trialDays(int days) {
        return new AuditTerms(plans, days, grace, gateway);
    }

    /** The same with that grace. */
    public AuditTerms grace(Duration time) {
        return new AuditTerms(plans, trialDays, time, gateway);
    }

    /** The same with a gateway that takes the amounts that it declares. */
    public AuditTerms gateway(GatewayCapabilities declared) {
        return new AuditTerms(plans, trialDays, grace, declared);
    }
}
