package com.phoneunite.linearizable;

import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Broken: the ledger is read in one unit of work, decided on outside, and written in another. */
@Param(name = "reference", gen = IntGen.class, conf = "1:3")
@Param(name = "amount", gen = IntGen.class, conf = "1:3")
public class BalanceReadBefore {
    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryValue<Kept> ledger = store.value();

    private record Kept(long balance, Map<Integer, Integer> posted) {}

    /** Adds to the balance. */
    @Operation(params = {"reference", "amount"})
    public String credit(int reference, int amount) {
        return post(reference, amount);
    }

    /** Takes from the balance what it believes to leave it above zero. */
    @Operation(params = {"reference", "amount"})
    public String use(int reference, int amount) {
        return post(-reference, amount);
    }

    /** The balance. */
    @Operation
    public long balance() {
        return read().balance();
    }

    private String post(int reference, int amount) {
        Kept kept = read();
        Integer before = kept.posted().get(reference);
        if (before != null) {
            return before == amount ? "AlreadyPosted" : "REFERENCE_REUSED";
        }
        long sum = kept.balance() + (reference > 0 ? amount : -amount);
        if (reference < 0 && sum <= 0) {
            return "BALANCE_TOO_LOW";
        }
        Map<Integer, Integer> posted = new HashMap<>(kept.posted());
        posted.put(reference, amount);
        store.unitOfWork()
                .execute(LedgerSubject.ACCOUNT, () -> ledger.set(LedgerSubject.ACCOUNT, new Kept(sum, posted)));
        return "Posted";
    }

    private Kept read() {
        Optional<Kept> kept = store.unitOfWork().view(LedgerSubject.ACCOUNT, () -> ledger.get(LedgerSubject.ACCOUNT));
        return kept.orElseGet(() -> new Kept(0, Map.of()));
    }
}
