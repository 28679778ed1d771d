package com.phoneunite.testkit.jqwik;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A step of a program: what is done, and two numbers that say to what and by how much. As data it shrinks to the shortest program
 * that fails, and prints what it does. Whoever runs it gives the numbers their meaning, for example {@code number % organizations}.
 *
 * @param kind what is done
 * @param number which, or how many
 * @param minor how much, in minor units
 * @param <K> the kinds of steps
 */
public record Step<K>(K kind, int number, long minor) {

    /** How much, as money. */
    public Money amount(CurrencyUnit currency) {
        return Money.ofMinor(currency, minor);
    }
}
