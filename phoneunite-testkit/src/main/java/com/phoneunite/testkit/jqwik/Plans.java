package com.phoneunite.testkit.jqwik;

import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.PlanName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Billing plans (rules B5 and B9). */
public final class Plans {

    private static final long MOST = 50_000;

    private record Prices(Money monthly, Money perExtension, Money perPhoneNumber) {

        BillingPlan of(BillingPlan plan) {
            return plan.monthly(monthly).perExtension(perExtension).perPhoneNumber(perPhoneNumber);
        }
    }

    private Plans() {}

    /** A plan of one version, sometimes for nothing at all; up to 50,000 minor units for each price. */
    public static Arbitrary<BillingPlan> in(CurrencyUnit currency) {
        return Combinators.combine(names(), prices(currency))
                .as((name, prices) -> prices.of(BillingPlan.named(name).monthly(Money.zero(currency))));
    }

    /**
     * A plan whose prices change up to three times, from that moment on and within about a year.
     *
     * @param start before the first change
     */
    public static Arbitrary<BillingPlan> repriced(CurrencyUnit currency, Instant start) {
        Arbitrary<List<Integer>> days =
                Arbitraries.integers().between(1, 120).list().ofMaxSize(3);
        return Combinators.combine(in(currency), days, prices(currency).list().ofSize(3))
                .as((plan, waits, prices) -> {
                    BillingPlan repriced = plan;
                    Instant from = start;
                    for (int i = 0; i < waits.size(); i++) {
                        from = from.plus(Duration.ofDays(waits.get(i)));
                        repriced = prices.get(i).of(repriced.repricedFrom(from));
                    }
                    return repriced;
                });
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789._-")
                .ofMinLength(1)
                .ofMaxLength(64)
                .filter(text -> Conforming.to(new PlanName.Rule(), text));
    }

    private static Arbitrary<Prices> prices(CurrencyUnit currency) {
        Arbitrary<Money> monthly = Amounts.between(currency, 0, MOST);
        Arbitrary<Money> each = Amounts.between(currency, 0, MOST / 10);
        return Combinators.combine(monthly, each, each).as(Prices::new);
    }
}
