package com.phoneunite.testkit.jqwik;

import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.recharge.AutoRecharge;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Settings of auto-recharge (rule P4). */
public final class AutoRecharges {

    private static final long MOST = 10_000;

    private AutoRecharges() {}

    /** Any that can be set: up to a target or in steps, with caps that are soon reached and caps that never are. */
    public static Arbitrary<AutoRecharge> in(CurrencyUnit currency) {
        Arbitrary<AutoRecharge> upToTarget = Combinators.combine(
                        Amounts.between(currency, 1, MOST),
                        Amounts.between(currency, 0, MOST),
                        Amounts.between(currency, 1, 10 * MOST))
                .as((threshold, further, cap) -> AutoRecharge.below(threshold)
                        .upTo(threshold.plus(further))
                        .atMostPerMonth(cap));
        Arbitrary<AutoRecharge> inSteps = Combinators.combine(
                        Amounts.between(currency, 1, MOST),
                        Amounts.between(currency, 1, MOST),
                        Amounts.between(currency, 1, 10 * MOST))
                .as((threshold, step, cap) ->
                        AutoRecharge.below(threshold).inStepsOf(step).atMostPerMonth(cap));
        return Arbitraries.oneOf(upToTarget, inSteps);
    }

    /** What cannot be set: an amount of zero or less, one too large, a target below the threshold, two currencies. */
    public static Arbitrary<AutoRecharge> impossible(CurrencyUnit currency) {
        Money tooLarge = Money.ofMinor(currency, Posting.MAX_MINOR + 1);
        CurrencyUnit other = currency.equals(CurrencyUnit.EUR) ? CurrencyUnit.USD : CurrencyUnit.EUR;
        return Combinators.combine(in(currency), Arbitraries.integers().between(0, 5))
                .as((setting, how) -> switch (how) {
                    case 0 -> with(setting, Money.zero(currency), setting.perMonth());
                    case 1 -> with(setting, setting.threshold(), Money.zero(currency));
                    case 2 ->
                        with(setting, setting.threshold(), setting.perMonth().negated());
                    case 3 -> with(setting, setting.threshold(), tooLarge);
                    case 4 -> with(setting, setting.threshold(), Money.ofMinor(other, 100));
                    case 5 ->
                        new AutoRecharge(
                                setting.threshold(),
                                Optional.of(setting.threshold().minusMinor(1)),
                                Optional.empty(),
                                setting.perMonth());
                    default -> throw new IllegalArgumentException("no such fault: " + how);
                });
    }

    private static AutoRecharge with(AutoRecharge setting, Money threshold, Money perMonth) {
        return new AutoRecharge(threshold, setting.target(), setting.step(), perMonth);
    }
}
