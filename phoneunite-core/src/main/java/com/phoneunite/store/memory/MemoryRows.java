package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key, kept with the unit of work of an {@link InMemoryStore}, in a map of each account's own.
 *
 * @param <K> immutable keys
 * @param <V> immutable values
 * @param <M> what holds the rows of an account
 */
abstract class MemoryRows<K, V, M extends Map<K, V>> {

    private final MemoryUnitOfWork unitOfWork;
    private final int slot;

    MemoryRows(MemoryUnitOfWork unitOfWork, int slot) {
        this.unitOfWork = unitOfWork;
        this.slot = slot;
    }

    /** What holds no rows, and never will. */
    abstract M none();

    /** What holds no rows yet. */
    abstract M create();

    /** The row with that key, if there is one. */
    public Optional<V> find(AccountId account, K key) {
        return Optional.ofNullable(rows(account).get(key));
    }

    /** How many rows the account has. */
    public int size(AccountId account) {
        return rows(account).size();
    }

    /** Keeps the row in place of the former one. */
    public void put(AccountId account, K key, V value) {
        Objects.requireNonNull(value, "value");
        Transaction transaction = unitOfWork.current(account);
        transaction.requireWritable();
        Undo undo = new Undo(transaction.cell(), writableRows(transaction), key);
        transaction.writing(undo);
        undo.put(value);
    }

    /** Removes the row, if it is there. */
    public void remove(AccountId account, K key) {
        Transaction transaction = unitOfWork.current(account);
        transaction.requireWritable();
        M rows = rows(account);
        if (rows.containsKey(key)) {
            Undo undo = new Undo(transaction.cell(), rows, key);
            transaction.writing(undo);
            undo.remove();
        }
    }

    /** Takes one write back. It is there before the write, so that nothing is written that cannot be taken back. */
    private final class Undo extends Transaction.Undo {

        private final Cell cell;
        private final M rows;
        private final K key;
        private @Nullable V former;
        private boolean done;

        Undo(Cell cell, M rows, K key) {
            this.cell = cell;
            this.rows = rows;
            this.key = key;
        }

        /** What was there is known before the write: a map that runs out of memory may have written all the same. */
        void put(V value) {
            former = rows.get(key);
            done = true;
            rows.put(key, value);
        }

        void remove() {
            former = rows.remove(key);
            done = true;
        }

        private void restore(@Nullable V row) {
            if (row == null) {
                rows.remove(key);
            } else {
                rows.put(key, row);
            }
        }

        @Override
        void run() {
            if (done) {
                restore(former);
            }
            cell.set(slot, rows.isEmpty() ? null : rows);
        }
    }

    final M rows(AccountId account) {
        M rows = content(unitOfWork.current(account).cell());
        return rows == null ? none() : rows;
    }

    private M writableRows(Transaction transaction) {
        M rows = content(transaction.cell());
        if (rows == null) {
            rows = create();
            transaction.cell().set(slot, rows);
        }
        return rows;
    }

    @SuppressWarnings("unchecked") // only this object writes to its slot
    private @Nullable M content(Cell cell) {
        return (M) cell.get(slot);
    }
}
