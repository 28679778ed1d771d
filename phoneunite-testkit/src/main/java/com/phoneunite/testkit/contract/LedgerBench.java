package com.phoneunite.testkit.contract;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Two accounts with a ledger in USD each, and short words for what is done to them. */
final class LedgerBench {

    private final BillingStore store;
    private final Facts facts;

    LedgerBench(BillingStore store) {
        this.store = store;
        facts = Facts.in(store.core());
        for (int account = 1; account <= 2; account++) {
            int number = account;
            facts.write(number, () -> ledger().open(Facts.account(number), CurrencyUnit.USD, Facts.NOW));
        }
    }

    LedgerRepository ledger() {
        return store.ledger();
    }

    Outbox outbox() {
        return store.core().outbox();
    }

    Facts facts() {
        return facts;
    }

    /** A posting for the first organization of the first account. */
    static Posting posting(EntryKind kind, long minor, String reference) {
        return posting(1, Optional.of(Facts.organizationId(1, 0)), kind, minor, reference, Facts.NOW);
    }

    static Posting posting(
            int account,
            Optional<OrganizationId> organization,
            EntryKind kind,
            long minor,
            String reference,
            Instant at) {
        return new Posting(
                Facts.change(account, at), kind, organization, Money.ofMinor(CurrencyUnit.USD, minor), reference, at);
    }

    static Posting use(long minor, String reference) {
        return posting(EntryKind.USAGE, minor, reference);
    }

    /** A recharge of the first account, in a unit of work of its own. */
    void recharge(long minor) {
        post(posting(1, Optional.empty(), EntryKind.RECHARGE, minor, "recharge-" + minor, Facts.NOW));
    }

    PostingOutcome post(Posting posting) {
        return store.core().unitOfWork().change(posting.account(), () -> ledger().post(posting));
    }

    <T> T view(Supplier<T> reading) {
        return facts.view(1, reading);
    }

    long balance() {
        return view(() -> ledger().head(Facts.account(1)).orElseThrow().balanceMinor());
    }

    List<LedgerEntry> entries() {
        return view(() -> ledger().list(Facts.account(1), 0, 1_000));
    }

    List<String> references(Supplier<List<LedgerEntry>> reading) {
        return view(reading).stream().map(LedgerEntry::reference).toList();
    }

    /** The outcome in a word: {@code Posted}, {@code AlreadyPosted}, {@code NothingToPost}, or the code of the refusal. */
    static String word(PostingOutcome outcome) {
        return outcome.fold(posted -> "Posted", again -> "AlreadyPosted", () -> "NothingToPost", no -> no.code());
    }
}
