package com.phoneunite.billing.store;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * An entry as it is kept in memory: in few bytes, as there are many. What follows from its place (sequence, amount) and what the
 * entries of an account have in common is not kept again, and neither is what stands in the {@link BalanceHistory}. Ordered by kind and
 * reference, which it says of itself: a map of hashes makes a tree of those that collide only where their very class is comparable with
 * itself.
 */
final class LedgerRow implements Comparable<LedgerRow> {

    private static final long MICROSECONDS_A_SECOND = 1_000_000;
    private static final int NANOSECONDS_A_MICROSECOND = 1_000;

    /** No entry was recorded so many seconds from 1970, before or after: the year 146,000. */
    private static final long NEVER = Long.MAX_VALUE / MICROSECONDS_A_SECOND / 2;

    private final EntryKind kind;
    private final byte[] reference;
    private final Optional<OrganizationId> organization;
    private final Actor actor;
    private final int index;
    private final long position;
    private final long sumMinor;
    private final long happenedAt;

    /**
     * Keeps the entry.
     *
     * @param index its place among the rows of the account, from 0
     * @param organization the entry's, as the same object for all entries of the organization
     * @param actor the entry's, as the same object for all that the actor did
     * @param sumMinor the sum of what was posted for the organization so far, with this entry, modulo 2<sup>64</sup>
     */
    LedgerRow(LedgerEntry entry, int index, Optional<OrganizationId> organization, Actor actor, long sumMinor) {
        this.kind = entry.kind();
        this.reference = bytes(entry.reference());
        this.organization = organization;
        this.actor = actor;
        this.index = index;
        this.position = entry.position();
        this.sumMinor = sumMinor;
        this.happenedAt = micros(entry.happenedAt());
    }

    private LedgerRow(EntryKind kind, String reference) {
        this.kind = kind;
        this.reference = bytes(reference);
        this.organization = Optional.empty();
        this.actor = Actor.system();
        this.index = -1;
        this.position = 0;
        this.sumMinor = 0;
        this.happenedAt = 0;
    }

    /** A row to look the one with that kind and reference up by. */
    static LedgerRow like(EntryKind kind, String reference) {
        return new LedgerRow(kind, reference);
    }

    /** The entry that was kept, of a ledger with that head and that history. */
    LedgerEntry entry(LedgerHead head, BalanceHistory history) {
        return new LedgerEntry(
                head.account(),
                index + 1L,
                position,
                kind,
                head.currency(),
                history.balanceAfter(index) - history.balanceBefore(index),
                history.balanceAfter(index),
                organization,
                actor,
                moment(happenedAt),
                moment(history.recordedAt(index)),
                new String(reference, StandardCharsets.ISO_8859_1));
    }

    int index() {
        return index;
    }

    Optional<OrganizationId> organization() {
        return organization;
    }

    long position() {
        return position;
    }

    long sumMinor() {
        return sumMinor;
    }

    @Override
    public int compareTo(LedgerRow other) {
        int order = kind.compareTo(other.kind);
        return order != 0 ? order : Arrays.compare(reference, other.reference);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerRow row && compareTo(row) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(reference);
    }

    /** A reference is visible ASCII: a byte for each character. */
    private static byte[] bytes(String reference) {
        return reference.getBytes(StandardCharsets.ISO_8859_1);
    }

    static long micros(Instant moment) {
        return Moments.microsecondsOf(moment);
    }

    /** The first microsecond that is not before the moment, or the last or first of all where there is none. */
    static long firstMicrosecondFrom(Instant moment) {
        long seconds = moment.getEpochSecond();
        if (Math.abs(seconds) >= NEVER) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        int roundedUp = (moment.getNano() + NANOSECONDS_A_MICROSECOND - 1) / NANOSECONDS_A_MICROSECOND;
        return seconds * MICROSECONDS_A_SECOND + roundedUp;
    }

    static Instant moment(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROSECONDS_A_SECOND),
                Math.floorMod(micros, MICROSECONDS_A_SECOND) * NANOSECONDS_A_MICROSECOND);
    }
}
