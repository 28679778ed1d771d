package com.phoneunite.store.memory;

import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** All that is kept of one account: one slot for each table, and the lock that serialises changes. */
final class Cell {

    /** One object, where a lock that a thread may take twice is five: none does, as what it opens inside joins. */
    private final StampedLock lock = new StampedLock();

    private @Nullable Object[] slots = new @Nullable Object[0];
    private boolean discarded;

    /** Waits until the cell is this thread's alone. */
    void lockForChange() {
        lock.writeLock();
    }

    void unlockAfterChange() {
        lock.tryUnlockWrite();
    }

    /** Waits until nobody changes the cell. */
    void lockForView() {
        lock.readLock();
    }

    void unlockAfterView() {
        lock.tryUnlockRead();
    }

    /** Whether the cell was thrown away because nothing was in it. Read and written under the lock. */
    boolean isDiscarded() {
        return discarded;
    }

    void discard() {
        discarded = true;
    }

    /** A loop, as every change ends with it; and what is not empty shows it at once. */
    boolean isEmpty() {
        for (Object slot : slots) {
            if (slot != null) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    Object get(int slot) {
        return slot < slots.length ? slots[slot] : null;
    }

    void set(int slot, @Nullable Object content) {
        if (slot >= slots.length) {
            slots = Arrays.copyOf(slots, slot + 1);
        }
        slots[slot] = content;
    }
}
