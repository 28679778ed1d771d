package com.phoneunite.billing.ledger;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Rule B3: one line of an account's ledger. Never rewritten; a mistake is corrected by another entry. It is its own event (rule
 * X3). Immutable.
 *
 * @param account the account
 * @param sequence its place in the ledger, from 1 without a gap
 * @param position its place in the account's order of events
 * @param kind why it was posted
 * @param currency the account's currency
 * @param signedMinor what it adds to the balance, in minor units; negative where it was deducted; never 0
 * @param balanceAfterMinor the balance after it, in minor units
 * @param organization the organization that it is for; empty where it is for the account
 * @param actor who did it
 * @param happenedAt when it happened
 * @param recordedAt when it was recorded; never before the entry before it
 * @param reference unique in the account for its kind
 */
public record LedgerEntry(
        AccountId account,
        long sequence,
        long position,
        EntryKind kind,
        CurrencyUnit currency,
        long signedMinor,
        long balanceAfterMinor,
        Optional<OrganizationId> organization,
        Actor actor,
        Instant happenedAt,
        Instant recordedAt,
        String reference) {

    public LedgerEntry {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(happenedAt, "happenedAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(reference, "reference");
        if (sequence < 1 || position < 1) {
            throw new IllegalArgumentException("sequence and position count from 1");
        }
        if (Long.signum(signedMinor) != kind.sign()) {
            throw new IllegalArgumentException("an entry of kind " + kind + " has another sign");
        }
        if (balanceAfterMinor <= 0) {
            throw new IllegalArgumentException("a balance stays above zero (B2)");
        }
    }

    /** What it adds to the balance; negative where it was deducted. */
    public Money amount() {
        return Money.ofMinor(currency, signedMinor);
    }

    /** The balance after it. */
    public Money balanceAfter() {
        return Money.ofMinor(currency, balanceAfterMinor);
    }

    /** The id of the event that the entry is; it never changes. */
    public UUID eventId() {
        return RecordedEvent.idAt(account, position);
    }

    /** Rule B3: whether a posting under the same reference asks for what this entry already did. */
    public boolean answers(Posting posting) {
        return signedMinor == posting.signedMinor()
                && currency.equals(posting.currency())
                && organization.equals(posting.organization());
    }
}
