package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;

/** A ledger in front of another one, which does all the work; a fault overrides one method. */
class LedgerInFront implements LedgerRepository {

    final LedgerRepository behind;

    LedgerInFront(LedgerRepository behind) {
        this.behind = behind;
    }

    /** The host's test of a memory store with another ledger in it. */
    static LedgerRepositoryContract subject(UnaryOperator<LedgerRepository> fault) {
        return () -> {
            BillingStore store = BillingStore.in(InMemoryStore.create());
            LedgerRepository broken = fault.apply(store.ledger());
            return (BillingStore) Proxy.newProxyInstance(
                    BillingStore.class.getClassLoader(),
                    new Class<?>[] {BillingStore.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("ledger") ? broken : method.invoke(store, arguments));
        };
    }

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        behind.open(account, currency, at);
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        return behind.head(account);
    }

    @Override
    public PostingOutcome post(Posting posting) {
        return behind.post(posting);
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return behind.find(account, kind, reference);
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return behind.list(account, afterSequence, limit);
    }

    @Override
    public List<LedgerEntry> listOf(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
        return behind.listOf(account, organization, afterSequence, limit);
    }

    @Override
    public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
        return behind.headBefore(account, moment);
    }

    @Override
    public long sumMinor(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        return behind.sumMinor(account, organization, afterSequence, untilSequence);
    }

    @Override
    public List<AccountId> accounts(Optional<AccountId> after, int limit) {
        return behind.accounts(after, limit);
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        return behind.listByPosition(account, afterPosition, limit);
    }
}
