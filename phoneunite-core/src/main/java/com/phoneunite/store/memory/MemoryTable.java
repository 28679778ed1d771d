package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Rows by key, kept with the unit of work of an {@link InMemoryStore} and read in the order of their keys. Thread-safe; each
 * method runs inside a unit of work that is open on the account.
 *
 * @param <K> immutable keys whose order agrees with equality
 * @param <V> immutable values
 */
public final class MemoryTable<K extends Comparable<? super K>, V> extends MemoryRows<K, V, NavigableMap<K, V>> {

    MemoryTable(MemoryUnitOfWork unitOfWork, int slot) {
        super(unitOfWork, slot);
    }

    @Override
    NavigableMap<K, V> none() {
        return Collections.emptyNavigableMap();
    }

    @Override
    NavigableMap<K, V> create() {
        return new TreeMap<>();
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
}
