package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value an account, kept with the unit of work of an {@link InMemoryStore}. Thread-safe; each method runs inside a unit of
 * work that is open on the account.
 *
 * @param <V> immutable values
 */
public final class MemoryValue<V> {

    private final MemoryUnitOfWork unitOfWork;
    private final int slot;

    MemoryValue(MemoryUnitOfWork unitOfWork, int slot) {
        this.unitOfWork = unitOfWork;
        this.slot = slot;
    }

    /** The value, if there is one. */
    public Optional<V> get(AccountId account) {
        return Optional.ofNullable(value(unitOfWork.current(account).cell()));
    }

    /** Keeps the value in place of the former one. */
    public void set(AccountId account, V value) {
        Objects.requireNonNull(value, "value");
        Transaction transaction = unitOfWork.current(account);
        Undo undo = new Undo(transaction.cell());
        transaction.writing(undo);
        undo.cell.set(slot, value);
    }

    private final class Undo extends Transaction.Undo {

        private final Cell cell;
        private final @Nullable V former;

        Undo(Cell cell) {
            this.cell = cell;
            this.former = value(cell);
        }

        @Override
        void run() {
            cell.set(slot, former);
        }
    }

    @SuppressWarnings("unchecked") // only this object writes to its slot
    private @Nullable V value(Cell cell) {
        return (V) cell.get(slot);
    }
}
