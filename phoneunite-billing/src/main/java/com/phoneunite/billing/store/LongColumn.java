package com.phoneunite.billing.store;

import java.util.Arrays;

/** One number of each entry of a ledger, side by side: what searches or sums up goes through few lines of memory. */
final class LongColumn {

    private long[] values = new long[2];
    private int size;

    long get(int index) {
        return values[index];
    }

    /** Adds the number of the next entry: or nothing, where memory runs out. */
    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 1);
        }
        values[size++] = value;
    }

    /** Leaves the first ones, so many, where there are more. */
    void cutTo(int count) {
        size = Math.min(size, count);
    }

    /** How many are less, where none is less than the one before it. A loop of its own: asking a predicate takes as long as the rest. */
    int countBelow(long limit) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
