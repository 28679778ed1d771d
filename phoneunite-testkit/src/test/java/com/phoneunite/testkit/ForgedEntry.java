package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;

/** An entry of a ledger with one thing changed. */
final class ForgedEntry {

    private final LedgerEntry from;
    AccountId account;
    long sequence;
    long position;
    CurrencyUnit currency;
    long signedMinor;
    long balanceAfterMinor;
    Optional<OrganizationId> organization;
    Instant happenedAt;
    Instant recordedAt;
    String reference;

    private ForgedEntry(LedgerEntry from) {
        this.from = from;
        account = from.account();
        sequence = from.sequence();
        position = from.position();
        currency = from.currency();
        signedMinor = from.signedMinor();
        balanceAfterMinor = from.balanceAfterMinor();
        organization = from.organization();
        happenedAt = from.happenedAt();
        recordedAt = from.recordedAt();
        reference = from.reference();
    }

    static UnaryOperator<LedgerEntry> forging(Consumer<ForgedEntry> change) {
        return entry -> {
            ForgedEntry forged = new ForgedEntry(entry);
            change.accept(forged);
            return forged.entry();
        };
    }

    /** Changes one entry in the list and in the index, as a hand in a database would. */
    static Consumer<SpoiledStore> at(int place, Consumer<ForgedEntry> change) {
        return spoiled -> {
            spoiled.entries.set(place, forging(change).apply(spoiled.entries.get(place)));
            spoiled.index.set(place, spoiled.entries.get(place));
        };
    }

    private LedgerEntry entry() {
        return new LedgerEntry(
                account,
                sequence,
                position,
                from.kind(),
                currency,
                signedMinor,
                balanceAfterMinor,
                organization,
                from.actor(),
                happenedAt,
                recordedAt,
                reference);
    }
}
