package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Rule B3: an entry of the ledger, as the auditor has read it. Amounts are in minor units.
 *
 * @param minor what it adds, negative where it deducts
 * @param after the balance after it
 * @param actor tells who did it from another one
 */
record Line(
        long sequence,
        long position,
        LineKind kind,
        String currency,
        long minor,
        long after,
        Optional<OrganizationId> organization,
        Instant happenedAt,
        Instant recordedAt,
        String reference,
        int actor) {

    /** The balance before it. */
    long before() {
        return after - minor;
    }

    /** What it deducts or adds, without a sign. */
    long size() {
        return Math.abs(minor);
    }

    /** A number that another entry, or the same one with another word in it, has not. */
    long mark() {
        long mark = sequence;
        for (long part : new long[] {
            position,
            kind.name().hashCode(),
            minor,
            after,
            happenedAt.getEpochSecond(),
            happenedAt.getNano(),
            recordedAt.getEpochSecond(),
            recordedAt.getNano(),
            organization.map(OrganizationId::hashCode).orElse(0),
            currency.hashCode(),
            reference.hashCode(),
            actor
        }) {
            mark = (mark ^ part) * 0x9E3779B97F4A7C15L;
            mark ^= mark >>> 32;
        }
        return mark;
    }

    @Override
    public String toString() {
        return kind + " " + reference + " of " + minor + " (entry " + sequence + ", recorded at " + recordedAt + ")";
    }
}
