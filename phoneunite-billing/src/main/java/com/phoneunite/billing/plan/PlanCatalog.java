package com.phoneunite.billing.plan;

import com.phoneunite.organization.PlanName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * @throws IllegalStateException if two have the same name
     */
    static PlanCatalog of(BillingPlan... plans) {
        Map<PlanName, BillingPlan> byName =
                Arrays.stream(plans).collect(Collectors.toUnmodifiableMap(BillingPlan::name, Function.identity()));
        return name -> Optional.ofNullable(byName.get(name));
    }
}
