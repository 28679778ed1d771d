package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A country, by its ISO 3166-1 alpha-2 code. It decides which emergency numbers an account's organizations know.
 *
 * @param value two upper-case letters, for example {@code "US"}
 */
public record CountryCode(String value) {

    public CountryCode {
        new Rule().require(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text is an assigned country code. */
    public static final class Rule implements InputRule<String> {

        private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!ASSIGNED.contains(value)) {
                report.accept("UNKNOWN_COUNTRY", "must be a two-letter ISO 3166-1 country code in upper case");
            }
        }
    }
}
