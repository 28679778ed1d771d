package com.phoneunite.billing.store;

import java.util.Arrays;

/**
 * The balance after each entry of a ledger, and when the entry was recorded, which is never before the one before it. Side by side, so that
 * a search by halves goes through few lines of memory, and what it is for stands where it ends. Not final, so that a test counts how often
 * it is looked at.
 */
class BalanceHistory {

    private static final int PAIR = 2;

    /** For each entry the microsecond and the balance in minor units. */
    private long[] pairs = new long[2 * PAIR];

    private int size;

    /** When that entry was recorded, in microseconds. */
    long recordedAt(int index) {
        return pairs[PAIR * index];
    }

    /** The balance with that entry in it, in minor units. */
    long balanceAfter(int index) {
        return pairs[PAIR * index + 1];
    }

    /** The balance before that entry, in minor units. */
    long balanceBefore(int index) {
        return index == 0 ? 0 : balanceAfter(index - 1);
    }

    /** Adds the next entry: wholly, or nothing where memory runs out. */
    void add(long recordedMicros, long balanceAfterMinor) {
        int end = PAIR * size;
        if (end == pairs.length) {
            pairs = Arrays.copyOf(pairs, PAIR * (size + (size >> 1) + 1));
        }
        pairs[end] = recordedMicros;
        pairs[end + 1] = balanceAfterMinor;
        size++;
    }

    /** Leaves the first ones, so many, where there are more. */
    void cutTo(int count) {
        size = Math.min(size, count);
    }

    /** How many were recorded before the microsecond. A loop of its own: to ask a predicate at each step takes longer than the step. */
    int countBefore(long micros) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recordedAt(middle) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
