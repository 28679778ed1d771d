package com.phoneunite.billing.plan;

import com.phoneunite.organization.PlanName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The port that knows the plans. A plan that an organization is on stays in the catalogue: without it the organization cannot be
 * billed. Implementations are thread-safe, answer from memory and never throw.
 */
@FunctionalInterface
public interface PlanCatalog {

    /** The plan with that name. */
    Optional<BillingPlan> find(PlanName name);

    /**
     * A catalogue of these plans.
     *
     * @throws IllegalArgumentException if there is none, or two have the same name
     */
    static PlanCatalog of(BillingPlan... plans) {
        Map<PlanName, BillingPlan> byName = new HashMap<>();
        for (BillingPlan plan : plans) {
            if (byName.put(plan.name(), plan) != null) {
                throw new IllegalArgumentException("two plans are named " + plan.name());
            }
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("a catalogue has at least one plan");
        }
        return name -> Optional.ofNullable(byName.get(name));
    }
}
