package com.phoneunite.membership;

import com.phoneunite.input.Moments;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where a page of organizations ended. It tells of the organization that ended it and of no other (rule I4).
 *
 * @param addedAt when that organization was added
 * @param id that organization
 */
public record StandingCursor(Instant addedAt, OrganizationId id) implements Comparable<StandingCursor> {

    private static final Comparator<StandingCursor> ORDER =
            Comparator.comparing(StandingCursor::addedAt).thenComparing(StandingCursor::id);

    /** Microseconds from 1970 to the end of the year 9999. */
    private static final long FURTHEST = 253_402_300_799_999_999L;

    static StandingCursor of(Organization organization) {
        return new StandingCursor(organization.addedAt(), organization.id());
    }

    /**
     * The cursor that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static StandingCursor parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("a cursor has two parts");
        }
        long micros = Long.parseLong(text.substring(0, dot));
        if (micros < -FURTHEST || micros > FURTHEST) {
            throw new IllegalArgumentException("a cursor is of a moment between the years -6059 and 9999");
        }
        Instant addedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        StandingCursor cursor = new StandingCursor(addedAt, OrganizationId.parse(text.substring(dot + 1)));
        if (!cursor.toString().equals(text)) {
            throw new IllegalArgumentException("a cursor is written in one way");
        }
        return cursor;
    }

    @Override
    public int compareTo(StandingCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Moments.microsecondsOf(addedAt) + "." + id;
    }
}
