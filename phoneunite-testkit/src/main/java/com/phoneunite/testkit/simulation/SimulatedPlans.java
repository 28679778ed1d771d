package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The plans of a simulation, the same in each currency, whose prices change. */
final class SimulatedPlans implements PlanCatalog {

    static final List<String> NAMES = List.of("standard", "small", "large", "free");

    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");
    private static final int FEWEST_VERSIONS_TOO_MANY = 200;

    private final Map<String, BillingPlan> plans = new TreeMap<>();

    SimulatedPlans() {
        for (String code : CURRENCIES) {
            put("standard", code, 2_000, 500, 100);
            put("small", code, 701, 0, 33);
            put("large", code, 4_000, 250, 0);
            put("free", code, 0, 0, 0);
        }
    }

    private void put(String name, String code, long monthly, long perExtension, long perPhoneNumber) {
        CurrencyUnit currency = CurrencyUnit.of(code);
        BillingPlan plan = BillingPlan.named(name + "-" + code.toLowerCase(Locale.ROOT))
                .monthly(Money.ofMinor(currency, monthly))
                .perExtension(Money.ofMinor(currency, perExtension))
                .perPhoneNumber(Money.ofMinor(currency, perPhoneNumber));
        plans.put(plan.name().value(), plan);
    }

    @Override
    public Optional<BillingPlan> find(PlanName name) {
        return Optional.ofNullable(plans.get(name.value()));
    }

    /** Another monthly price from that moment on; false where a later price is known already. */
    boolean reprice(String name, Instant from, long monthlyMinor) {
        BillingPlan plan = plans.get(name);
        if (plan == null || plan.versions().size() >= FEWEST_VERSIONS_TOO_MANY) {
            return false;
        }
        PlanVersion last = plan.versions().get(plan.versions().size() - 1);
        if (!from.isAfter(last.effectiveFrom())) {
            return false;
        }
        plans.put(name, plan.repricedFrom(from).monthly(Money.ofMinor(plan.currency(), monthlyMinor)));
        return true;
    }
}
