package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryJournal;
import com.phoneunite.store.memory.MemoryTable;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

final class MemoryLedger implements LedgerRepository {

    private final InMemoryStore store;
    private final MemoryValue<LedgerHead> heads;
    private final MemoryJournal<LedgerEntry> entries;
    private final MemoryTable<ReferenceKey, LedgerEntry> byReference;

    MemoryLedger(InMemoryStore store) {
        this.store = store;
        heads = store.value();
        entries = store.journal();
        byReference = store.table();
    }

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        if (heads.get(account).isPresent()) {
            throw new PhoneUniteFault("account " + account + " has a ledger already");
        }
        heads.set(account, LedgerHead.open(account, currency, at));
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        return heads.get(account);
    }

    @Override
    public PostingOutcome post(Posting posting) {
        AccountId account = posting.account();
        LedgerHead head = head(account).orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
        PostingOutcome outcome = BalanceLedger.decide(
                head,
                find(account, posting.kind(), posting.reference()),
                posting,
                () -> store.outbox().take(account, posting.change().at()));
        if (outcome instanceof PostingOutcome.Posted posted) {
            LedgerEntry entry = posted.entry();
            entries.append(account, entry);
            byReference.put(account, new ReferenceKey(entry.kind(), entry.reference()), entry);
            heads.set(account, head.after(entry));
        }
        return outcome;
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return byReference.find(account, new ReferenceKey(kind, reference));
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return entries.list(account, (int) Math.max(0, Math.min(afterSequence, Integer.MAX_VALUE)), limit);
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        int low = 0;
        int high = entries.size(account);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(account, middle).position() <= afterPosition) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return entries.list(account, low, limit);
    }

    private record ReferenceKey(EntryKind kind, String reference) implements Comparable<ReferenceKey> {
        @Override
        public int compareTo(ReferenceKey other) {
            int order = kind.compareTo(other.kind);
            return order != 0 ? order : reference.compareTo(other.reference);
        }
    }
}
