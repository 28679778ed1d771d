package com.phoneunite.account;

import com.phoneunite.event.DomainEvent;
import java.time.YearMonth;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/** What happens to an account. */
public sealed interface AccountEvent extends DomainEvent {

    /**
     * Rule A1: an account was opened.
     *
     * @param owner its owner
     * @param country its country
     * @param zone its billing time zone
     * @param currency its currency
     */
    record Opened(UserId owner, CountryCode country, ZoneId zone, CurrencyUnit currency) implements AccountEvent {
        @Override
        public String type() {
            return "account.opened";
        }
    }

    /**
     * Rule A2: the account was handed over.
     *
     * @param from the former owner
     * @param to the new owner
     */
    record HandedOver(UserId from, UserId to) implements AccountEvent {
        @Override
        public String type() {
            return "account.handed_over";
        }
    }

    /**
     * Rule P1: a card was put on file, in place of any other.
     *
     * @param brand its brand
     * @param lastFour its last four digits
     * @param expiry the last month in which it is valid
     */
    record PaymentMethodPut(String brand, String lastFour, YearMonth expiry) implements AccountEvent {
        @Override
        public String type() {
            return "account.payment_method_put";
        }
    }

    /** Rule P3: the card was removed. */
    record PaymentMethodRemoved() implements AccountEvent {
        @Override
        public String type() {
            return "account.payment_method_removed";
        }
    }

    /** Rule O7: the account was closed. */
    record Closed() implements AccountEvent {
        @Override
        public String type() {
            return "account.closed";
        }
    }
}
