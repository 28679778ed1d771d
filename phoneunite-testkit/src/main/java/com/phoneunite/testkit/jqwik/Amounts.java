package com.phoneunite.testkit.jqwik;

import com.phoneunite.billing.ledger.Posting;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts of money (rules A3 and B2). */
public final class Amounts {

    private Amounts() {}

    /** Currencies with 0, 2 and 3 decimals. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("USD", "EUR", "JPY", "KRW", "BHD", "KWD").map(CurrencyUnit::of);
    }

    /** More than zero, mostly what somebody pays, sometimes one minor unit and sometimes the most that can be posted. */
    public static Arbitrary<Money> in(CurrencyUnit currency) {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.longs().between(1, 1_000_000)),
                        Tuple.of(1, Arbitraries.of(1L, 2L, 99L, 100L, 101L, 999L, 1_000L)),
                        Tuple.of(1, Arbitraries.longs().between(Posting.MAX_MINOR - 1_000, Posting.MAX_MINOR)))
                .map(minor -> Money.ofMinor(currency, minor));
    }

    /** More than zero, in any of the {@link #currencies()}. */
    public static Arbitrary<Money> any() {
        return currencies().flatMap(Amounts::in);
    }

    /**
     * From one amount to another one, both included.
     *
     * @param least in minor units, for example 0
     * @param most in minor units
     */
    public static Arbitrary<Money> between(CurrencyUnit currency, long least, long most) {
        return Arbitraries.longs().between(least, most).map(minor -> Money.ofMinor(currency, minor));
    }

    /** What an account in that currency cannot be recharged by: zero and less, too much, and every amount in another currency. */
    public static Arbitrary<Money> impossible(CurrencyUnit currency) {
        Arbitrary<Money> foreign =
                currencies().filter(other -> !other.equals(currency)).flatMap(Amounts::in);
        Arbitrary<Money> outOfRange = Arbitraries.oneOf(
                        Arbitraries.longs().between(Long.MIN_VALUE, 0),
                        Arbitraries.longs().between(Posting.MAX_MINOR + 1, Long.MAX_VALUE))
                .map(minor -> Money.ofMinor(currency, minor));
        return Arbitraries.oneOf(foreign, outOfRange);
    }
}
