package com.phoneunite.store.memory;

import com.phoneunite.input.IdOrder;
import java.util.Optional;
import java.util.UUID;

/** A key of two ids. Rows with the same first id stand together. */
record PairKey(UUID first, UUID second) implements Comparable<PairKey> {

    /** Comes before every id that is ever made. */
    private static final UUID LOWEST = new UUID(0, 0);

    static PairKey before(UUID first) {
        return new PairKey(first, LOWEST);
    }

    /** Where to go on behind that second id, or before all of them. */
    static PairKey after(UUID first, Optional<UUID> second) {
        return new PairKey(first, second.orElse(LOWEST));
    }

    @Override
    public int compareTo(PairKey other) {
        int order = IdOrder.compare(first, other.first);
        return order != 0 ? order : IdOrder.compare(second, other.second);
    }
}
