package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules B5 and B9: what periods cost, by plan, version and quantities at their starts. */
record Prices(Facts facts) {

    /** What a period costs, and on which plan. */
    record Price(PlanName plan, Held held, long minor) {}

    /**
     * What the period of an organization costs that starts then. More than one answer where nobody can tell which plan counts, as the plan
     * was asked for at about that moment; none where the host has no such plan.
     */
    List<Price> of(Course course, Instant start) {
        List<Price> prices = new ArrayList<>();
        for (PlanName plan : course.planned.at(start, course.plan)) {
            of(course, plan, start).ifPresent(prices::add);
        }
        return prices;
    }

    Optional<Price> of(Course course, PlanName plan, Instant start) {
        return facts.tariff(plan).map(tariff -> {
            Held held = facts.held(course.id(), start);
            return new Price(plan, held, tariff.price(start, held));
        });
    }

    /** The most that the period can cost; empty where the host has no such plan. */
    Optional<Long> most(Course course, Instant start) {
        return of(course, start).stream().map(Price::minor).max(Long::compare);
    }

    /** Rule B2: whether a balance covers an amount. */
    static boolean covers(long balance, long minor) {
        return minor == 0 || balance > minor;
    }
}
