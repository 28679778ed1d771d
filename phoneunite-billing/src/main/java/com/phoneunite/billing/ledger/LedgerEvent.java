package com.phoneunite.billing.ledger;

import com.phoneunite.event.DomainEvent;
import com.phoneunite.store.RecordedEvent;
import java.util.Objects;

/** What happens to the ledger. */
public sealed interface LedgerEvent extends DomainEvent {

    /**
     * Rule X3: an entry was posted. The entry is its own event, of which no second record is kept.
     *
     * @param entry the entry
     */
    record Posted(LedgerEntry entry) implements LedgerEvent {
        public Posted {
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public String type() {
            return "ledger.posted";
        }
    }

    /** The entry as the event that it is. */
    static RecordedEvent of(LedgerEntry entry) {
        return new RecordedEvent(
                entry.account(),
                entry.position(),
                entry.organization(),
                entry.actor(),
                entry.recordedAt(),
                new Posted(entry));
    }
}
