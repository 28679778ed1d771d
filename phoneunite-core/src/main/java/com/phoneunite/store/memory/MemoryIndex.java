package com.phoneunite.store.memory;

import java.util.HashMap;
import java.util.Map;

/**
 * Rows that are only ever looked up by their whole key, which takes as long for many as for few.
 *
 * @param <K> immutable keys
 * @param <V> immutable values
 */
final class MemoryIndex<K, V> extends MemoryRows<K, V, Map<K, V>> {

    MemoryIndex(MemoryUnitOfWork unitOfWork, int slot) {
        super(unitOfWork, slot);
    }

    @Override
    Map<K, V> none() {
        return Map.of();
    }

    @Override
    Map<K, V> create() {
        return new HashMap<>();
    }
}
