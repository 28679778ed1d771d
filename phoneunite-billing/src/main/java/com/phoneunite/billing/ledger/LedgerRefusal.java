package com.phoneunite.billing.ledger;

import com.phoneunite.refusal.Refusal;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the rules of the ledger refuse. */
public sealed interface LedgerRefusal extends Refusal {

    /**
     * Rule B2: a deduction would leave zero or less.
     *
     * @param balance the balance; where what is due is paid first, what would then be left
     * @param shortfall how much more it takes: the amount and one minor unit, less the balance
     */
    record BalanceTooLow(Money balance, Money shortfall) implements LedgerRefusal {
        @Override
        public String code() {
            return "BALANCE_TOO_LOW";
        }

        @Override
        public String rule() {
            return "B2";
        }

        @Override
        public String message() {
            return "the balance stays above zero: " + shortfall + " is short";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("balance", balance, "shortfall", shortfall);
        }
    }

    /**
     * Rule B3: the reference was posted before with another amount or organization.
     *
     * @param reference the reference
     */
    record ReferenceReused(String reference) implements LedgerRefusal {
        @Override
        public String code() {
            return "REFERENCE_REUSED";
        }

        @Override
        public String rule() {
            return "B3";
        }

        @Override
        public String message() {
            return "the reference was posted before with another amount or organization";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("reference", reference);
        }
    }

    /** Rule B13: the account has no entry of that kind with that reference, or none that concerns the one who asks. */
    record EntryNotFound() implements LedgerRefusal {
        @Override
        public String code() {
            return "ENTRY_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "B13";
        }

        @Override
        public String message() {
            return "there is no such entry";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of();
        }
    }

    /**
     * Rule A3: an account has one currency.
     *
     * @param expected the account's currency
     * @param given the currency of the amount
     */
    record CurrencyMismatch(CurrencyUnit expected, CurrencyUnit given) implements LedgerRefusal {
        @Override
        public String code() {
            return "CURRENCY_MISMATCH";
        }

        @Override
        public String rule() {
            return "A3";
        }

        @Override
        public String message() {
            return "the account is kept in " + expected + ", not in " + given;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("expected", expected.getCode(), "given", given.getCode());
        }
    }
}
