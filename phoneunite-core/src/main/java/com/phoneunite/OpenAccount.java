package com.phoneunite;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.Currencies;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.TimeZones;
import com.phoneunite.input.Conforms;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import org.jspecify.annotations.Nullable;

/**
 * Rule A1: what it takes to open an account. Immutable; each method answers with a new one. Nothing is checked until {@link
 * PhoneUnite#openAccount}, which names every violation at once.
 *
 * @param name the name of the first organization (rule O2)
 * @param ownerEmail the e-mail address of the owner
 * @param country ISO 3166-1 alpha-2 code, for example {@code "US"}; never changed
 * @param timeZone the billing time zone, for example {@code "America/New_York"}; never changed
 * @param currency ISO 4217 code, for example {@code "USD"}; never changed
 * @param plan the plan of the first organization
 * @param key a key of the caller's: the same request with the same key answers with the account that it opened the first time
 */
public record OpenAccount(
        @Conforms(OrganizationName.Rule.class) @Nullable String name,
        @Conforms(EmailAddress.Rule.class) @Nullable String ownerEmail,
        @Conforms(CountryCode.Rule.class) @Nullable String country,
        @Conforms(TimeZones.Rule.class) @Nullable String timeZone,
        @Conforms(Currencies.Rule.class) @Nullable String currency,
        @Conforms(PlanName.Rule.class) @Nullable String plan,

        @Conforms(value = IdempotencyKey.Rule.class, optional = true) @Nullable
        String key) {

    /** An account whose first organization has this name. */
    public static OpenAccount named(@Nullable String name) {
        return new OpenAccount(name, null, null, null, null, null, null);
    }

    /** The e-mail address of the owner. */
    public OpenAccount owner(@Nullable String email) {
        return new OpenAccount(name, email, country, timeZone, currency, plan, key);
    }

    /** The country, billing time zone and currency, which are never changed (rule A3). */
    public OpenAccount in(@Nullable String inCountry, @Nullable String inTimeZone, @Nullable String inCurrency) {
        return new OpenAccount(name, ownerEmail, inCountry, inTimeZone, inCurrency, plan, key);
    }

    /** The plan of the first organization. */
    public OpenAccount on(@Nullable String onPlan) {
        return new OpenAccount(name, ownerEmail, country, timeZone, currency, onPlan, key);
    }

    /** A key that makes it safe to ask again. */
    public OpenAccount key(@Nullable String callersKey) {
        return new OpenAccount(name, ownerEmail, country, timeZone, currency, plan, callersKey);
    }

    /** Leaves out the e-mail address, so that it does not end up in a log. */
    @Override
    public String toString() {
        return "OpenAccount[country=" + country + ", timeZone=" + timeZone + ", currency=" + currency + ", plan=" + plan
                + "]";
    }
}
