package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** A ledger that somebody has laid hands on: a list of entries, and a head and an index that may say something else. */
final class SpoiledStore implements LedgerRepository {

    private final BillingStore store;
    final List<LedgerEntry> entries;
    /** What is looked entries up in by kind and reference. */
    final List<LedgerEntry> index;

    LedgerHead head;
    long sumIsOffBy;
    /** Whether each page begins with the first entry. */
    boolean neverGoesOn;

    SpoiledStore(BillingStore store, AccountId account) {
        this.store = store;
        entries = new ArrayList<>(
                store.core().unitOfWork().view(account, () -> store.ledger().list(account, 0, 1_000_000)));
        index = new ArrayList<>(entries);
        head = store.core()
                .unitOfWork()
                .view(account, () -> store.ledger().head(account).orElseThrow());
    }

    /** The store with this ledger, and with another answer of one port where it is wanted. */
    BillingStore store() {
        return (BillingStore) Proxy.newProxyInstance(
                BillingStore.class.getClassLoader(),
                new Class<?>[] {BillingStore.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("ledger") ? this : method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        return Optional.of(head);
    }

    @Override
    public PostingOutcome post(Posting posting) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return index.stream()
                .filter(one -> one.kind() == kind && one.reference().equals(reference))
                .findFirst();
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return entries.stream()
                .filter(one -> neverGoesOn || one.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<LedgerEntry> listOf(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
        return entries.stream()
                .filter(one ->
                        one.sequence() > afterSequence && one.organization().equals(organization))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
        return entries.stream()
                .filter(one -> one.recordedAt().isBefore(moment))
                .reduce((one, next) -> next)
                .map(LedgerHead::upTo);
    }

    @Override
    public long sumMinor(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        return sumIsOffBy
                + entries.stream()
                        .filter(one -> one.organization().equals(organization)
                                && one.sequence() > afterSequence
                                && one.sequence() <= untilSequence)
                        .mapToLong(LedgerEntry::signedMinor)
                        .sum();
    }

    @Override
    public List<AccountId> accounts(Optional<AccountId> after, int limit) {
        return store.ledger().accounts(after, limit);
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        throw new UnsupportedOperationException();
    }
}
