package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class MemoryOutbox implements Outbox {

    private final MemoryValue<Long> position;
    private final MemoryTable<Long, RecordedEvent> events;

    MemoryOutbox(InMemoryStore store) {
        position = store.value();
        events = store.table();
    }

    @Override
    public RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event) {
        AccountId account = change.account();
        Instant at = events.lastBefore(account, Long.MAX_VALUE)
                .map(last -> Moments.later(last.getValue().at(), change.at()))
                .orElse(change.at());
        RecordedEvent recorded =
                new RecordedEvent(account, nextPosition(account), organization, change.actor(), at, event);
        events.put(account, recorded.position(), recorded);
        return recorded;
    }

    @Override
    public long nextPosition(AccountId account) {
        long next = position.get(account).orElse(0L) + 1;
        position.set(account, next);
        return next;
    }

    @Override
    public List<RecordedEvent> read(AccountId account, long afterPosition, int limit) {
        return events.listAfter(account, afterPosition, every -> true, limit);
    }
}
