package com.phoneunite.billing.ledger;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Where an account's ledger stands. Immutable.
 *
 * @param account the account
 * @param currency its currency
 * @param entries how many entries it has
 * @param balanceMinor the balance in minor units: the sum of the entries
 * @param recordedAt when the last entry was recorded, or the ledger was opened
 */
public record LedgerHead(
        AccountId account, CurrencyUnit currency, long entries, long balanceMinor, Instant recordedAt) {

    public LedgerHead {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (entries < 0 || balanceMinor < 0 || (entries == 0) != (balanceMinor == 0)) {
            throw new IllegalArgumentException("a ledger starts at zero and stays above it (B2)");
        }
    }

    /** Rule B2: a new ledger, at zero. */
    public static LedgerHead open(AccountId account, CurrencyUnit currency, Instant at) {
        return new LedgerHead(account, currency, 0, 0, at);
    }

    /** The balance. */
    public Money balance() {
        return Money.ofMinor(currency, balanceMinor);
    }

    /** Where the ledger of the entry stood once that was in it. */
    public static LedgerHead upTo(LedgerEntry entry) {
        return new LedgerHead(
                entry.account(), entry.currency(), entry.sequence(), entry.balanceAfterMinor(), entry.recordedAt());
    }

    /** Where the ledger stands once the entry is in it. */
    public LedgerHead after(LedgerEntry entry) {
        return new LedgerHead(account, currency, entry.sequence(), entry.balanceAfterMinor(), entry.recordedAt());
    }
}
