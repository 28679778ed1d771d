package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

final class MemoryOutbox implements Outbox {

    private static final State NEW = new State(0, 0, Instant.MIN);

    private final InMemoryStore store;
    private final MemoryValue<State> states;
    private final MemoryValue<Optional<Lease>> leases;
    private final MemoryTable<Long, RecordedEvent> events;
    private final NavigableSet<AccountId> waiting = new ConcurrentSkipListSet<>();

    MemoryOutbox(InMemoryStore store) {
        this.store = store;
        states = store.value();
        leases = store.value();
        events = store.table();
    }

    private record State(long position, long delivered, Instant lastAt) {

        boolean isWaiting() {
            return position > delivered;
        }
    }

    private record Lease(UUID holder, Instant until) {}

    @Override
    public RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event) {
        Place place = take(change.account(), change.at());
        RecordedEvent recorded =
                new RecordedEvent(change.account(), place.position(), organization, change.actor(), place.at(), event);
        events.put(change.account(), recorded.position(), recorded);
        return recorded;
    }

    @Override
    public Place take(AccountId account, Instant at) {
        State state = state(account);
        Place place = new Place(state.position() + 1, Moments.later(state.lastAt(), at));
        save(account, state, new State(place.position(), state.delivered(), place.at()));
        return place;
    }

    @Override
    public List<RecordedEvent> read(AccountId account, long afterPosition, int limit) {
        return events.listAfter(account, afterPosition, every -> true, limit);
    }

    @Override
    public List<AccountId> waiting(Optional<AccountId> after, int limit) {
        NavigableSet<AccountId> behind =
                after.map(account -> waiting.tailSet(account, false)).orElse(waiting);
        return behind.stream().limit(limit).toList();
    }

    @Override
    public Optional<Head> lease(AccountId account, UUID holder, Instant now, Instant until) {
        Instant latest = until.plus(Duration.between(now, until));
        boolean isHeld = lease(account)
                .filter(one -> !one.holder().equals(holder))
                .filter(one -> one.until().isAfter(now) && !one.until().isAfter(latest))
                .isPresent();
        if (isHeld) {
            return Optional.empty();
        }
        leases.set(account, Optional.of(new Lease(holder, until)));
        State state = state(account);
        return Optional.of(new Head(state.position(), state.delivered()));
    }

    @Override
    public boolean delivered(AccountId account, UUID holder, long position) {
        if (!holds(account, holder)) {
            return false;
        }
        State state = state(account);
        long recorded = Math.min(position, state.position());
        if (recorded > state.delivered()) {
            events.listAfter(account, 0L, key -> key <= recorded, Integer.MAX_VALUE)
                    .forEach(event -> events.remove(account, event.position()));
            save(account, state, new State(state.position(), recorded, state.lastAt()));
        }
        return true;
    }

    @Override
    public boolean release(AccountId account, UUID holder) {
        boolean held = holds(account, holder);
        if (held) {
            leases.set(account, Optional.empty());
        }
        return held;
    }

    private State state(AccountId account) {
        return states.get(account).orElse(NEW);
    }

    private void save(AccountId account, State former, State state) {
        states.set(account, state);
        if (state.isWaiting() == former.isWaiting()) {
            return;
        }
        store.afterCommit(account, () -> {
            if (state.isWaiting()) {
                waiting.add(account);
            } else {
                waiting.remove(account);
            }
        });
    }

    private Optional<Lease> lease(AccountId account) {
        return leases.get(account).flatMap(lease -> lease);
    }

    private boolean holds(AccountId account, UUID holder) {
        return lease(account).filter(one -> one.holder().equals(holder)).isPresent();
    }
}
