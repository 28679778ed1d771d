package com.phoneunite.linearizable;

import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Broken: whether an attempt is unresolved is looked up in one unit of work, and the next one is recorded in another. */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
public class SlotLookedAtBefore {
    private final InMemoryStore store = InMemoryStore.create();
    private final UnitOfWork unitOfWork = store.unitOfWork();
    private final MemoryValue<Slot> slots = store.value();

    private record Slot(int unresolved, Set<Integer> over) {}

    /** Begins an attempt where it saw none. */
    @Operation(params = "key")
    public String recharge(int key) {
        Slot slot = look();
        if (slot.over().contains(key)) {
            return "granted";
        }
        if (slot.unresolved() != 0 && slot.unresolved() != key) {
            return "RECHARGE_UNRESOLVED";
        }
        keep(new Slot(key, slot.over()));
        return "granted";
    }

    /** Calls off the attempt under that key. */
    @Operation(params = "key")
    public String cancel(int key) {
        Slot slot = look();
        if (slot.unresolved() == key) {
            Set<Integer> over = new HashSet<>(slot.over());
            over.add(key);
            keep(new Slot(0, over));
            return "over";
        }
        return slot.over().contains(key) ? "over" : "RECHARGE_NOT_FOUND";
    }

    private Slot look() {
        Optional<Slot> slot = unitOfWork.view(LedgerSubject.ACCOUNT, () -> slots.get(LedgerSubject.ACCOUNT));
        return slot.orElseGet(() -> new Slot(0, Set.of()));
    }

    private void keep(Slot slot) {
        unitOfWork.execute(LedgerSubject.ACCOUNT, () -> slots.set(LedgerSubject.ACCOUNT, slot));
    }
}
