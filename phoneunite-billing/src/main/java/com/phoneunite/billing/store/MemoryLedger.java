package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** Each account's ledger is transactional; the list of accounts follows once a ledger that was opened is committed. */
final class MemoryLedger implements LedgerRepository {

    private final InMemoryStore store;
    private final MemoryValue<AccountLedger> ledgers;
    private final NavigableSet<AccountId> accounts = new ConcurrentSkipListSet<>();

    MemoryLedger(InMemoryStore store) {
        this.store = store;
        ledgers = store.value();
    }

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        if (ledgers.get(account).isPresent()) {
            throw new PhoneUniteFault("account " + account + " has a ledger already");
        }
        ledgers.set(account, new AccountLedger(LedgerHead.open(account, currency, at)));
        store.afterCommit(account, () -> accounts.add(account));
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        return ledgers.get(account).map(AccountLedger::head);
    }

    @Override
    public PostingOutcome post(Posting posting) {
        AccountId account = posting.account();
        AccountLedger ledger =
                ledgers.get(account).orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
        PostingOutcome outcome = BalanceLedger.decide(
                ledger.head(),
                ledger.find(posting.kind(), posting.reference()),
                posting,
                () -> store.outbox().take(account, posting.change().at()));
        if (outcome instanceof PostingOutcome.Posted posted) {
            LedgerHead before = ledger.head();
            store.onRollback(account, () -> ledger.backTo(before));
            ledger.append(posted.entry());
        }
        return outcome;
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return ledgers.get(account).flatMap(ledger -> ledger.find(kind, reference));
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return read(account, ledger -> ledger.list(afterSequence, limit));
    }

    @Override
    public List<LedgerEntry> listOf(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
        return read(account, ledger -> ledger.listOf(organization, afterSequence, limit));
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        return read(account, ledger -> ledger.listByPosition(afterPosition, limit));
    }

    @Override
    public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
        return ledgers.get(account).flatMap(ledger -> ledger.headBefore(moment));
    }

    @Override
    public long sumMinor(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        return ledgers.get(account)
                .map(ledger -> ledger.sumMinor(organization, afterSequence, untilSequence))
                .orElse(0L);
    }

    @Override
    public List<AccountId> accounts(Optional<AccountId> after, int limit) {
        return after.map(account -> accounts.tailSet(account, false)).orElse(accounts).stream()
                .limit(limit)
                .toList();
    }

    private List<LedgerEntry> read(AccountId account, Function<AccountLedger, List<LedgerEntry>> reading) {
        return ledgers.get(account).map(reading).orElse(List.of());
    }
}
