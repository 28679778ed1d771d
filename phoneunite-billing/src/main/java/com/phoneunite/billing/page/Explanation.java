package com.phoneunite.billing.page;

import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.organization.PlanName;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Rule B13: why a charge, or a credit, is what it is. It is told from what was kept when it was posted, so it stays the same however
 * often it is asked for. Immutable.
 */
public sealed interface Explanation {

    /** What is explained. */
    Charge charge();

    /** The id of the rule that it follows from, for example {@code "B5"}. */
    String rule();

    /** Handles every case. */
    <R> R fold(
            Function<? super OfPeriod, ? extends R> period,
            Function<? super OfPlanChange, ? extends R> planChange,
            Function<? super OfHost, ? extends R> host,
            Function<? super OfPayment, ? extends R> payment);

    /**
     * Rule B5: the price of a period.
     *
     * @param charge the charge
     * @param period the period
     * @param prices how its price comes about; its total is what was deducted
     */
    record OfPeriod(Charge charge, BillingPeriod period, PriceList prices) implements Explanation {
        public OfPeriod {
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(prices, "prices");
        }

        @Override
        public String rule() {
            return "B5";
        }

        @Override
        public <R> R fold(
                Function<? super OfPeriod, ? extends R> period,
                Function<? super OfPlanChange, ? extends R> planChange,
                Function<? super OfHost, ? extends R> host,
                Function<? super OfPayment, ? extends R> payment) {
            return period.apply(this);
        }
    }

    /**
     * Rule B9: the plan was changed within a charged period. What was charged, or credited, is <i>new price × days left ÷ days</i> less
     * <i>former price × days left ÷ days</i>, each rounded half-even to a minor unit.
     *
     * @param charge the charge or credit
     * @param period the period
     * @param former the plan until then
     * @param formerPrice what the whole period costs on it
     * @param prices how the price of the whole period on the new plan comes about, at the quantities that were charged
     * @param daysLeft how many days of the period were left, that day included
     * @param days how many days the period has
     */
    record OfPlanChange(
            Charge charge,
            BillingPeriod period,
            PlanName former,
            Money formerPrice,
            PriceList prices,
            int daysLeft,
            int days)
            implements Explanation {
        public OfPlanChange {
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(former, "former");
            Objects.requireNonNull(formerPrice, "formerPrice");
            Objects.requireNonNull(prices, "prices");
        }

        @Override
        public String rule() {
            return "B9";
        }

        @Override
        public <R> R fold(
                Function<? super OfPeriod, ? extends R> period,
                Function<? super OfPlanChange, ? extends R> planChange,
                Function<? super OfHost, ? extends R> host,
                Function<? super OfPayment, ? extends R> payment) {
            return planChange.apply(this);
        }
    }

    /**
     * Rule B10: usage that the host has rated, under its own reference; the host knows the rest.
     *
     * @param charge the charge
     */
    record OfHost(Charge charge) implements Explanation {
        public OfHost {
            Objects.requireNonNull(charge, "charge");
        }

        @Override
        public String rule() {
            return "B10";
        }

        @Override
        public <R> R fold(
                Function<? super OfPeriod, ? extends R> period,
                Function<? super OfPlanChange, ? extends R> planChange,
                Function<? super OfHost, ? extends R> host,
                Function<? super OfPayment, ? extends R> payment) {
            return host.apply(this);
        }
    }

    /**
     * Money that came in or went back, or arrears that were paid: it is for the account and for no organization.
     *
     * @param charge the charge or credit
     * @param rule the rule
     * @param about the reference of what it belongs to: the key of a recharge, or what arrears are for
     */
    record OfPayment(Charge charge, String rule, String about) implements Explanation {
        public OfPayment {
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(about, "about");
        }

        @Override
        public <R> R fold(
                Function<? super OfPeriod, ? extends R> period,
                Function<? super OfPlanChange, ? extends R> planChange,
                Function<? super OfHost, ? extends R> host,
                Function<? super OfPayment, ? extends R> payment) {
            return payment.apply(this);
        }
    }
}
