package com.phoneunite.billing.store;

import com.phoneunite.billing.ledger.EntryKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an entry is found by within its account: kind and reference. Ordered, so that those whose hashes collide make a tree. */
class LedgerKey implements Comparable<LedgerKey> {

    private final EntryKind kind;
    /** A reference is visible ASCII: a byte for each character. */
    private final byte[] reference;

    LedgerKey(EntryKind kind, String reference) {
        this.kind = kind;
        this.reference = reference.getBytes(StandardCharsets.ISO_8859_1);
    }

    final EntryKind kind() {
        return kind;
    }

    final String reference() {
        return new String(reference, StandardCharsets.ISO_8859_1);
    }

    @Override
    public final int compareTo(LedgerKey other) {
        int order = kind.compareTo(other.kind);
        return order != 0 ? order : Arrays.compare(reference, other.reference);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof LedgerKey key && kind == key.kind && Arrays.equals(reference, key.reference);
    }

    @Override
    public final int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(reference);
    }
}
