package com.phoneunite.billing.store;

import java.util.Arrays;

/** Moments in microseconds, none before the one before it: side by side, so that a search by halves goes through few lines of memory. */
final class MicrosecondList {

    private long[] micros = new long[2];
    private int size;

    long get(int index) {
        return micros[index];
    }

    void add(long moment) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size + (size >> 1) + 1);
        }
        micros[size++] = moment;
    }

    /** Leaves the first ones, so many, where there are more. */
    void cutTo(int count) {
        size = Math.min(size, count);
    }

    /** How many are before the moment. */
    int countBefore(long moment) {
        return AccountLedger.firstWhere(size, index -> micros[index] >= moment);
    }
}
