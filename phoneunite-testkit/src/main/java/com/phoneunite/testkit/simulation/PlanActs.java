package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.cycle.PlanChange;
import java.time.Duration;
import java.time.Instant;

/** Plans of organizations, and prices of plans. */
final class PlanActs {

    private PlanActs() {}

    static String changeNow(Turn turn) {
        return change(turn, PlanChange.NOW);
    }

    static String changeAtTheNextPeriod(Turn turn) {
        return change(turn, PlanChange.AT_NEXT_PERIOD);
    }

    private static String change(Turn turn, PlanChange when) {
        String plan = turn.customer().plan(turn.chance().of(SimulatedPlans.NAMES));
        return "to " + plan + " for " + turn.billing().changePlan(turn.organization(), plan, when);
    }

    /** Each time from now on at the earliest: what has begun keeps its prices. */
    static String reprice(Turn turn) {
        String plan = turn.customer().plan(turn.chance().of(SimulatedPlans.NAMES));
        Instant from =
                turn.world().time().latest().plus(Duration.ofHours(turn.chance().below(24 * 40)));
        long monthly = turn.chance().between(0, 6_000);
        return turn.world().plans().reprice(plan, from, monthly)
                ? plan + " costs " + monthly + " from " + from
                : plan + " keeps its price";
    }
}
