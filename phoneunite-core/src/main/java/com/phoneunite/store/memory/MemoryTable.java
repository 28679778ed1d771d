package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key, kept with the unit of work of an {@link InMemoryStore} and read in the order of their keys. Thread-safe; each
 * method runs inside a unit of work that is open on the account.
 *
 * @param <K> immutable keys whose order agrees with equality
 * @param <V> immutable values
 */
public final class MemoryTable<K extends Comparable<? super K>, V> {

    private final MemoryUnitOfWork unitOfWork;
    private final int slot;

    MemoryTable(MemoryUnitOfWork unitOfWork, int slot) {
        this.unitOfWork = unitOfWork;
        this.slot = slot;
    }

    /** The row with that key, if there is one. */
    public Optional<V> find(AccountId account, K key) {
        return Optional.ofNullable(rows(account).get(key));
    }

    /** How many rows the account has. */
    public int size(AccountId account) {
        return rows(account).size();
    }

    /** The last row whose key is strictly before this one. */
    public Optional<Map.Entry<K, V>> lastBefore(AccountId account, K key) {
        return Optional.ofNullable(rows(account).lowerEntry(key));
    }

    /** At most so many rows of the account, from the first one on. */
    public List<V> list(AccountId account, int limit) {
        return first(rows(account), key -> true, limit);
    }

    /** At most so many rows whose keys come strictly after this one, as long as the keys are wanted. */
    public List<V> listAfter(AccountId account, K key, Predicate<? super K> wanted, int limit) {
        return first(rows(account).tailMap(key, false), wanted, limit);
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
        NavigableMap<K, V> rows = rows(account);
        if (rows.containsKey(key)) {
            Undo undo = new Undo(transaction.cell(), rows, key);
            transaction.writing(undo);
            undo.remove();
        }
    }

    /** Takes one write back. It is there before the write, so that nothing is written that cannot be taken back. */
    private final class Undo implements Runnable {

        private final Cell cell;
        private final NavigableMap<K, V> rows;
        private final K key;
        private @Nullable V former;
        private boolean done;

        Undo(Cell cell, NavigableMap<K, V> rows, K key) {
            this.cell = cell;
            this.rows = rows;
            this.key = key;
        }

        void put(V value) {
            former = rows.put(key, value);
            done = true;
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
        public void run() {
            if (done) {
                restore(former);
            }
            cell.set(slot, rows.isEmpty() ? null : rows);
        }
    }

    /** No stream: a stream of a part of a tree counts the whole part before it gives the first row. */
    private static <K, V> List<V> first(NavigableMap<K, V> rows, Predicate<? super K> wanted, int limit) {
        List<V> first = new ArrayList<>();
        for (Map.Entry<K, V> row : rows.entrySet()) {
            if (first.size() >= limit || !wanted.test(row.getKey())) {
                break;
            }
            first.add(row.getValue());
        }
        return Collections.unmodifiableList(first);
    }

    private NavigableMap<K, V> rows(AccountId account) {
        NavigableMap<K, V> rows = content(unitOfWork.current(account).cell());
        return rows == null ? Collections.emptyNavigableMap() : rows;
    }

    private NavigableMap<K, V> writableRows(Transaction transaction) {
        NavigableMap<K, V> rows = content(transaction.cell());
        if (rows == null) {
            rows = new TreeMap<>();
            transaction.cell().set(slot, rows);
        }
        return rows;
    }

    @SuppressWarnings("unchecked") // only this object writes to its slot
    private @Nullable NavigableMap<K, V> content(Cell cell) {
        return (NavigableMap<K, V>) cell.get(slot);
    }
}
