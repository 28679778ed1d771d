package com.phoneunite.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Rules A1 to A3: one customer. It owns organizations, and pays for all of them from one balance. Immutable.
 *
 * @param id the account
 * @param ownerId the user who owns it (rule A2)
 * @param country decides the emergency numbers; never changed
 * @param zone the billing time zone; never changed
 * @param currency the one currency of all its money; never changed
 * @param openedAt when it was opened
 * @param paymentMethod what may be shown of the one card on file (rules P1 and P2)
 * @param closedAt when it was closed, for good (rule O7)
 */
public record Account(
        AccountId id,
        UserId ownerId,
        CountryCode country,
        ZoneId zone,
        CurrencyUnit currency,
        Instant openedAt,
        Optional<PaymentMethod> paymentMethod,
        Optional<Instant> closedAt) {

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(paymentMethod, "paymentMethod");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    /** A newly opened account, with no card on file. */
    public static Account open(
            AccountId id, UserId owner, CountryCode country, ZoneId zone, CurrencyUnit currency, Instant at) {
        return new Account(id, owner, country, zone, currency, at, Optional.empty(), Optional.empty());
    }

    /** The owner, ready to be signed in. */
    public UserRef owner() {
        return new UserRef(id, ownerId);
    }

    /** Rule A2: whether the user owns the account. */
    public boolean isOwnedBy(UserId user) {
        return ownerId.equals(user);
    }

    /** Rule A2: the account in the hands of another user. */
    public Account handedTo(UserId newOwner) {
        return new Account(id, newOwner, country, zone, currency, openedAt, paymentMethod, closedAt);
    }

    /** Rule P1: the account with that card on file in place of any other. */
    public Account withPaymentMethod(PaymentMethod card) {
        return new Account(id, ownerId, country, zone, currency, openedAt, Optional.of(card), closedAt);
    }

    /** The account with no card on file. */
    public Account withoutPaymentMethod() {
        return new Account(id, ownerId, country, zone, currency, openedAt, Optional.empty(), closedAt);
    }

    /** Whether it is open: it takes more than late outcomes, refunds and disputes (rule O7). */
    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** Rule O7: the account, closed for good. */
    public Account closed(Instant at) {
        return new Account(id, ownerId, country, zone, currency, openedAt, paymentMethod, Optional.of(at));
    }

    /** The date on which a moment falls in the billing time zone. */
    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
