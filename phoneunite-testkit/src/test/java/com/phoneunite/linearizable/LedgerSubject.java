package com.phoneunite.linearizable;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The ledger of one account in memory, used by several threads. */
@Param(name = "reference", gen = IntGen.class, conf = "1:3")
@Param(name = "amount", gen = IntGen.class, conf = "1:3")
public class LedgerSubject {
    static final AccountId ACCOUNT = new AccountId(new UUID(0x0199_0000_0001_7000L, 0x8000_0000_0000_0001L));
    static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    private final BillingStore store = BillingStore.in(InMemoryStore.create());

    /** An account whose ledger was just opened. */
    public LedgerSubject() {
        store.core().unitOfWork().execute(ACCOUNT, () -> store.ledger().open(ACCOUNT, CurrencyUnit.USD, NOW));
    }

    /** Adds to the balance. */
    @Operation(params = {"reference", "amount"})
    public String credit(int reference, int amount) {
        return post(EntryKind.RECHARGE, reference, amount);
    }

    /** Takes from the balance what leaves it above zero. */
    @Operation(params = {"reference", "amount"})
    public String use(int reference, int amount) {
        return post(EntryKind.USAGE, reference, amount);
    }

    /** The balance. */
    @Operation
    public long balance() {
        return store.core().unitOfWork().view(ACCOUNT, () -> head().balanceMinor());
    }

    private String post(EntryKind kind, int reference, int amount) {
        Posting posting = new Posting(
                new Change(ACCOUNT, Actor.system(), NOW),
                kind,
                Optional.empty(),
                Money.ofMinor(CurrencyUnit.USD, amount),
                "reference-" + reference,
                NOW);
        return store.core()
                .unitOfWork()
                .change(ACCOUNT, () -> store.ledger().post(posting))
                .fold(posted -> "Posted", again -> "AlreadyPosted", () -> "NothingToPost", no -> no.code());
    }

    private LedgerHead head() {
        return store.ledger().head(ACCOUNT).orElseThrow();
    }
}
