package com.phoneunite.billing.store;

import com.phoneunite.organization.OrganizationId;
import java.util.Arrays;
import java.util.Optional;

/** Where the entries of one organization lie in the ledger of its account, in order; or those of the account, of no organization. */
final class OrganizationRows {

    private final Optional<OrganizationId> organization;
    private int[] indexes = new int[2];
    private int size;
    private long sumMinor;

    OrganizationRows(Optional<OrganizationId> organization) {
        this.organization = organization;
    }

    Optional<OrganizationId> organization() {
        return organization;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int get(int n) {
        return indexes[n];
    }

    /** The sum of what was posted, in minor units, modulo 2<sup>64</sup>: what it is asked for is the difference of two, which is exact. */
    long sumMinor() {
        return sumMinor;
    }

    /** Adds the entry at that index of the ledger, of that many minor units: wholly, or nothing where memory runs out. */
    void add(int index, long signedMinor) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size + (size >> 1) + 1);
        }
        indexes[size++] = index;
        sumMinor += signedMinor;
    }

    /** Takes back the entry at that index, if it is the last one. */
    void takeBack(int index, long signedMinor) {
        if (size > 0 && indexes[size - 1] == index) {
            size--;
            sumMinor -= signedMinor;
        }
    }

    /** How many lie before that index of the ledger. */
    int countUntil(int index) {
        return AccountLedger.firstWhere(size, n -> indexes[n] >= index);
    }
}
