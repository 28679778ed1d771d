package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Which currencies an account can be kept in (rule A3): those of ISO 4217 that are money, not the test codes and metals. */
public final class Currencies {

    private Currencies() {}

    /**
     * The currency with that code.
     *
     * @param code three upper-case letters
     * @throws IllegalArgumentException if it is none that an account can be kept in
     */
    public static CurrencyUnit of(String code) {
        new Rule().require(code);
        return CurrencyUnit.of(code);
    }

    /** The text is the code of a currency that an account can be kept in. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!isMoney(value)) {
                report.accept("UNKNOWN_CURRENCY", "must be a three-letter ISO 4217 currency code in upper case");
            }
        }

        private static boolean isMoney(String code) {
            try {
                return !CurrencyUnit.of(code).isPseudoCurrency();
            } catch (IllegalCurrencyException e) {
                return false;
            }
        }
    }
}
