package com.phoneunite.billing.page;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * An entry of the ledger as whoever manages its organization may see it. Balances, sequences and positions tell of other organizations
 * and of the account, and who did it may be a stranger to them, so none of these is in it (rule I4). Immutable.
 *
 * @param kind why it was posted
 * @param organization the organization that it is for; empty where it is for the account
 * @param amount what it adds to the balance; negative where it was deducted
 * @param reference unique in the account for its kind
 * @param happenedAt when it happened
 * @param recordedAt when it was recorded, which tells of which month's statement it is
 */
public record Charge(
        EntryKind kind,
        Optional<OrganizationId> organization,
        Money amount,
        String reference,
        Instant happenedAt,
        Instant recordedAt) {

    public Charge {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(happenedAt, "happenedAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** What may be shown of an entry. */
    public static Charge of(LedgerEntry entry) {
        return new Charge(
                entry.kind(),
                entry.organization(),
                entry.amount(),
                entry.reference(),
                entry.happenedAt(),
                entry.recordedAt());
    }
}
