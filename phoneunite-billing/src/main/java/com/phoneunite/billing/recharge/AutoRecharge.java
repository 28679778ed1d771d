package com.phoneunite.billing.recharge;

import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.InputRule;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Rule P4: when the balance is recharged by itself, and by how much. Either up to a target, or in whole steps of a fixed amount. Immutable;
 * nothing is checked until it is set.
 *
 * <pre>{@code
 * AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
 * AutoRecharge.below("USD 10.00").inStepsOf("USD 25.00").atMostPerMonth("USD 500.00");
 * }</pre>
 *
 * @param threshold it recharges when the balance is below this, at least one minor unit
 * @param target what the balance reaches once what is due is paid, not below the threshold; empty where it goes in steps
 * @param step the fixed amount, more than 0; empty where it goes up to a target
 * @param perMonth the most in a calendar month of the account's zone, recharges by hand included; more than 0
 */
public record AutoRecharge(Money threshold, Optional<Money> target, Optional<Money> step, Money perMonth) {

    public AutoRecharge {
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(perMonth, "perMonth");
        if (target.isPresent() == step.isPresent()) {
            throw new IllegalArgumentException("auto-recharge goes up to a target or in steps");
        }
    }

    /**
     * Begins to say it: when the balance is below that.
     *
     * @param threshold for example {@code "USD 10.00"}
     * @throws IllegalArgumentException if the text is no amount of money
     */
    public static Below below(String threshold) {
        return below(Money.parse(threshold));
    }

    /** Begins to say it: when the balance is below that. */
    public static Below below(Money threshold) {
        return new Below(threshold);
    }

    /**
     * A threshold, of which it is not said yet by how much it recharges.
     *
     * @param threshold the threshold
     */
    public record Below(Money threshold) {

        /** Until the balance reaches that. */
        public Amounts upTo(String target) {
            return upTo(Money.parse(target));
        }

        /** Until the balance reaches that. */
        public Amounts upTo(Money target) {
            return new Amounts(threshold, Optional.of(target), Optional.empty());
        }

        /** By as few of these as bring the balance to the threshold. */
        public Amounts inStepsOf(String step) {
            return inStepsOf(Money.parse(step));
        }

        /** By as few of these as bring the balance to the threshold. */
        public Amounts inStepsOf(Money step) {
            return new Amounts(threshold, Optional.empty(), Optional.of(step));
        }
    }

    /**
     * How much it recharges, without the cap.
     *
     * @param threshold the threshold
     * @param target the target, if there is one
     * @param step the step, if there is one
     */
    public record Amounts(Money threshold, Optional<Money> target, Optional<Money> step) {

        /** Not more than that in a calendar month. */
        public AutoRecharge atMostPerMonth(String cap) {
            return atMostPerMonth(Money.parse(cap));
        }

        /** Not more than that in a calendar month. */
        public AutoRecharge atMostPerMonth(Money cap) {
            return new AutoRecharge(threshold, target, step, cap);
        }
    }

    /** The currency of all of its amounts. */
    public CurrencyUnit currency() {
        return threshold.getCurrencyUnit();
    }

    /**
     * Rule P4: how much is to be recharged, before what the gateway takes is looked at. Nothing, unless the balance is strictly below the
     * threshold or does not cover what is due.
     *
     * @param balanceMinor the balance in minor units
     * @param dueMinor what is due in minor units, from 0
     * @throws ArithmeticException if the amount would leave the range of 64 bits
     */
    OptionalLong amountMinor(long balanceMinor, long dueMinor) {
        if (!needs(balanceMinor, dueMinor)) {
            return OptionalLong.empty();
        }
        long missing = Math.subtractExact(dueMinor, balanceMinor);
        return OptionalLong.of(target.map(to -> Math.addExact(missing, to.getAmountMinorLong()))
                .orElseGet(() -> steps(Math.addExact(missing, threshold.getAmountMinorLong()))));
    }

    /**
     * Rule P4: whether a balance is strictly below the threshold.
     *
     * @param balanceMinor the balance in minor units of the threshold's currency
     */
    public boolean isBelowThreshold(long balanceMinor) {
        return balanceMinor < threshold.getAmountMinorLong();
    }

    /** Rule P4: whether the balance is strictly below the threshold, or does not cover what is due. */
    boolean needs(long balanceMinor, long dueMinor) {
        return isBelowThreshold(balanceMinor) || !BalanceLedger.covers(balanceMinor, dueMinor);
    }

    /** The fewest whole steps, and at least one. */
    private long steps(long missing) {
        long by = step.orElseThrow().getAmountMinorLong();
        long count = Math.max(1, Math.floorDiv(Math.addExact(missing, by - 1), by));
        return Math.multiplyExact(count, by);
    }

    /** What can be set. */
    public static final class Rule implements InputRule<AutoRecharge> {
        @Override
        public void check(AutoRecharge value, BiConsumer<String, String> report) {
            Stream<Money> amounts = Stream.of(
                            Stream.of(value.threshold, value.perMonth), value.target.stream(), value.step.stream())
                    .flatMap(one -> one);
            if (!amounts.allMatch(one -> one.getCurrencyUnit().equals(value.currency()))) {
                report.accept("CURRENCIES_DIFFER", "must have all of its amounts in one currency");
                return;
            }
            positive(value.threshold, "THRESHOLD", report);
            positive(value.perMonth, "PER_MONTH", report);
            value.step.ifPresent(one -> positive(one, "STEP", report));
            value.target.ifPresent(one -> {
                positive(one, "TARGET", report);
                if (one.isLessThan(value.threshold)) {
                    report.accept("TARGET_BELOW_THRESHOLD", "must recharge at least up to its threshold");
                }
            });
        }

        private static void positive(Money amount, String what, BiConsumer<String, String> report) {
            if (!amount.isPositive()) {
                report.accept(what + "_NOT_POSITIVE", "must have amounts of more than zero");
            }
            if (amount.isGreaterThan(Money.ofMinor(amount.getCurrencyUnit(), Posting.MAX_MINOR))) {
                report.accept(
                        what + "_TOO_LARGE", "must have amounts of at most " + Posting.MAX_MINOR + " minor units");
            }
        }
    }
}
