package com.phoneunite.postgresql;

import com.phoneunite.event.DomainEvent;

/** What the outbox on PostgreSQL writes of an event, which no host needs to see and the benchmarks do: hence in this package. */
public final class KeptEvent {

    private KeptEvent() {}

    /** The document of an event. */
    public static String write(DomainEvent event) {
        return EventTypes.write(event);
    }
}
