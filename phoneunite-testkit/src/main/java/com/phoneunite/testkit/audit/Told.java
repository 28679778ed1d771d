package com.phoneunite.testkit.audit;

import java.time.Instant;

/**
 * Where and when something happened that a judge is told of. It was done when it was recorded, or earlier by a clock that had gone back
 * (rule X2).
 *
 * @param recordedAt when it was recorded, and so when it was done at the latest
 */
record Told(Look look, long position, Instant recordedAt, boolean bySystem) {

    /** When it was done at the earliest. */
    Instant earliest() {
        return look.earliest().isBefore(recordedAt) ? look.earliest() : recordedAt;
    }

    /** Whether it may have been done at that moment. */
    boolean mayBeAt(Instant moment) {
        return !moment.isAfter(recordedAt) && !moment.isBefore(earliest());
    }

    AuditFailure breach(String rule, String sentence) {
        return look.breach(rule, sentence + " (position " + position + ", recorded at " + recordedAt + ")");
    }
}
