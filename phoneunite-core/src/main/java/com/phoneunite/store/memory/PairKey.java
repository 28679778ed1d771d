package com.phoneunite.store.memory;

import java.util.Optional;
import java.util.UUID;

/** A key of two ids. Rows with the same first id stand together. */
record PairKey(UUID first, UUID second) implements Comparable<PairKey> {

    /** Comes before every id that is ever made. */
    private static final UUID LOWEST = new UUID(Long.MIN_VALUE, Long.MIN_VALUE);

    static PairKey before(UUID first) {
        return new PairKey(first, LOWEST);
    }

    /** Where to go on behind that second id, or before all of them. */
    static PairKey after(UUID first, Optional<UUID> second) {
        return new PairKey(first, second.orElse(LOWEST));
    }

    @Override
    public int compareTo(PairKey other) {
        int order = first.compareTo(other.first);
        return order != 0 ? order : second.compareTo(other.second);
    }
}
