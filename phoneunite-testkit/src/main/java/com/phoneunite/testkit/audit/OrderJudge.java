package com.phoneunite.testkit.audit;

import java.time.Instant;

/** Rules X2 and X3: events and entries stand in one order, without a gap as far as it can be told, and recorded times never decrease. */
final class OrderJudge implements Judge {

    private long position;
    private Instant at = Instant.MIN;

    @Override
    public void happened(Told told) {
        if (told.position() <= position || (told.look().isComplete() && told.position() != position + 1)) {
            throw told.breach("X3", "position " + told.position() + " follows position " + position);
        }
        if (told.recordedAt().isBefore(at)) {
            throw told.breach("X2", "what was recorded before was recorded at " + at);
        }
        position = told.position();
        at = told.recordedAt();
    }
}
