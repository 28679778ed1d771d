package com.phoneunite.billing.ledger;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.input.InputRule;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is to be posted to the ledger of an account. Immutable.
 *
 * @param change whose account, by whom, and when it is recorded
 * @param kind why; decides whether the amount is added or deducted
 * @param organization the organization that it is for; empty where it is for the account
 * @param amount how much, not negative and at most {@value #MAX_MINOR} minor units
 * @param reference unique in the account for the kind: 1 to {@value #MAX_REFERENCE} visible ASCII characters
 * @param happenedAt when it happened, truncated to the microsecond
 */
public record Posting(
        Change change,
        EntryKind kind,
        Optional<OrganizationId> organization,
        Money amount,
        String reference,
        Instant happenedAt) {

    /** The largest amount of one posting, in minor units of its currency. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    private static final int DIGITS_BELOW_MAX = 15;

    /** The most characters of a reference. */
    public static final int MAX_REFERENCE = 150;

    public Posting {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organization, "organization");
        if (amount.isNegative() || isTooMuch(amount)) {
            throw new IllegalArgumentException("an amount is from 0 to " + MAX_MINOR + " minor units");
        }
        new ReferenceRule().require(reference);
        happenedAt = Moments.toMicroseconds(happenedAt);
    }

    /** An amount of up to 15 digits is below the limit, which has 16: nearly all are. */
    private static boolean isTooMuch(Money amount) {
        return amount.getAmount().precision() > DIGITS_BELOW_MAX
                && amount.isGreaterThan(Money.ofMinor(amount.getCurrencyUnit(), MAX_MINOR));
    }

    /** The account that is posted to. */
    public AccountId account() {
        return change.account();
    }

    /** The currency of the amount. */
    public CurrencyUnit currency() {
        return amount.getCurrencyUnit();
    }

    /** What the posting adds to the balance in minor units; negative where it is deducted. */
    public long signedMinor() {
        return kind.sign() * amount.getAmountMinorLong();
    }

    /** The text can be a reference. */
    public static final class ReferenceRule implements InputRule<String> {

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.isEmpty() || value.length() > MAX_REFERENCE || !isVisibleAscii(value)) {
                report.accept("NOT_A_REFERENCE", "must be 1 to " + MAX_REFERENCE + " visible ASCII characters");
            }
        }

        /** A loop, as every posting comes by here. */
        private static boolean isVisibleAscii(String value) {
            for (int i = 0; i < value.length(); i++) {
                char one = value.charAt(i);
                if (one < '!' || one > '~') {
                    return false;
                }
            }
            return true;
        }
    }
}
