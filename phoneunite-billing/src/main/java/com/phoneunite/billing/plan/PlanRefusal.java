package com.phoneunite.billing.plan;

import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Refusal;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** What the rules of plans refuse. */
public sealed interface PlanRefusal extends Refusal {

    /**
     * Rule X4: there is no plan with that name.
     *
     * @param plan the name
     */
    record UnknownPlan(PlanName plan) implements PlanRefusal {
        @Override
        public String code() {
            return "UNKNOWN_PLAN";
        }

        @Override
        public String rule() {
            return "X4";
        }

        @Override
        public String message() {
            return "there is no plan named " + plan;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("plan", plan.value());
        }
    }

    /**
     * Rule A3: the plan has its prices in another currency than the account.
     *
     * @param plan the plan
     * @param expected the account's currency
     * @param given the plan's currency
     */
    record PlanCurrencyMismatch(PlanName plan, CurrencyUnit expected, CurrencyUnit given) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_CURRENCY_MISMATCH";
        }

        @Override
        public String rule() {
            return "A3";
        }

        @Override
        public String message() {
            return "the plan " + plan + " is priced in " + given + ", the account is kept in " + expected;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("plan", plan.value(), "expected", expected.getCode(), "given", given.getCode());
        }
    }

    /**
     * Rule B9: the plan is no longer offered.
     *
     * @param plan the plan
     */
    record PlanArchived(PlanName plan) implements PlanRefusal {
        @Override
        public String code() {
            return "PLAN_ARCHIVED";
        }

        @Override
        public String rule() {
            return "B9";
        }

        @Override
        public String message() {
            return "the plan " + plan + " is no longer offered";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("plan", plan.value());
        }
    }
}
