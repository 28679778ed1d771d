package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule X3: hands the events of all accounts to a handler, at least once and in order for each account, and forgets them once they
 * are handled. A host schedules {@link #run()}; several hosts may run it at once, for an account is worked by one at a time, under a
 * lease. Safe for any number of threads.
 */
public final class EventDispatcher {

    /** How long an account is left to a dispatcher that has died. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int BATCH = 100;

    private final Store store;
    private final List<EventSource> sources;
    private final EventHandler handler;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /**
     * @param further where events come from besides the store's outbox, for example {@code billing.events()}
     * @param clock what leases are told by
     * @param ids names each run, so that two cannot be mistaken for each other
     */
    public EventDispatcher(
            Store store, List<EventSource> further, EventHandler handler, InstantSource clock, Supplier<UUID> ids) {
        this.store = store;
        this.sources = new ArrayList<>(further);
        this.sources.add(store.outbox());
        this.handler = handler;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a run did.
     *
     * @param delivered how many events were handled
     * @param failed the accounts whose next event was not handled; each was logged, and is tried again by the next run
     * @param complete false if the thread was interrupted before everything had been looked at
     */
    public record Result(int delivered, List<AccountId> failed, boolean complete) {
        public Result {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Delivers what was recorded before it began, and perhaps more.
     *
     * @throws UnitOfWorkFault if a unit of work is open on this thread
     */
    public Result run() {
        if (store.unitOfWork().isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("the event dispatcher");
        }
        UUID holder = ids.get();
        List<AccountId> failed = new ArrayList<>();
        int delivered = 0;
        Optional<AccountId> last = Optional.empty();
        List<AccountId> waiting;
        do {
            waiting = store.outbox().waiting(last, BATCH);
            for (AccountId account : waiting) {
                if (Thread.currentThread().isInterrupted()) {
                    return new Result(delivered, failed, false);
                }
                delivered += deliver(account, holder, failed);
                last = Optional.of(account);
            }
        } while (waiting.size() == BATCH);
        return new Result(delivered, failed, true);
    }

    private int deliver(AccountId account, UUID holder, List<AccountId> failed) {
        int delivered = 0;
        try {
            while (true) {
                List<RecordedEvent> batch = store.unitOfWork().change(account, () -> claim(account, holder));
                if (batch.isEmpty()) {
                    return delivered;
                }
                for (RecordedEvent event : batch) {
                    if (!handled(event)) {
                        failed.add(account);
                        return delivered;
                    }
                    delivered++;
                    if (!conclude(account, holder, event.position())) {
                        return delivered;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.error("account={} has events that cannot be delivered", account, e);
            failed.add(account);
            return delivered;
        } finally {
            store.unitOfWork().execute(account, () -> store.outbox().release(account, holder));
        }
    }

    /** What a handler throws may tell what must not be logged: only its type is. */
    private boolean handled(RecordedEvent event) {
        try {
            handler.handle(event);
            return true;
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            LOG.warn(
                    "account={} organization={} position={} {} was not handled: {}",
                    event.account(),
                    event.organization().map(OrganizationId::toString).orElse("none"),
                    event.position(),
                    event.event().type(),
                    e.getClass().getName());
        }
        return false;
    }

    /** Whether this run still has the lease: another one that has taken over goes on from what is recorded here. */
    private boolean conclude(AccountId account, UUID holder, long position) {
        return store.unitOfWork().change(account, () -> store.outbox().delivered(account, holder, position));
    }

    /** What there is to deliver next; nothing where all is delivered, or somebody else has the lease. */
    private List<RecordedEvent> claim(AccountId account, UUID holder) {
        Instant now = Moments.now(clock);
        return store.outbox()
                .lease(account, holder, now, now.plus(LEASE))
                .map(head -> read(account, head))
                .orElse(List.of());
    }

    /** A source that gave as much as was asked for may have more: nothing behind its last event is in order yet. */
    private List<RecordedEvent> read(AccountId account, Outbox.Head head) {
        List<RecordedEvent> all = new ArrayList<>();
        long upTo = head.position();
        for (EventSource source : sources) {
            List<RecordedEvent> read = source.read(account, head.delivered(), BATCH);
            if (read.size() == BATCH) {
                upTo = Math.min(upTo, read.get(BATCH - 1).position());
            }
            all.addAll(read);
        }
        long inOrder = upTo;
        List<RecordedEvent> events = all.stream()
                .filter(event -> event.position() <= inOrder)
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
        requireNoGap(account, head.delivered(), events, inOrder);
        return events;
    }

    /** Each position was taken by one event: where one is missing, a source is, and to go on would lose it. */
    private static void requireNoGap(AccountId account, long delivered, List<RecordedEvent> events, long upTo) {
        long expected = delivered;
        for (RecordedEvent event : events) {
            expected++;
            if (event.position() != expected) {
                throw new PhoneUniteFault("account " + account + ": the event at position " + expected
                        + " comes once from one source, and it is missing or given twice: a dispatcher is given"
                        + " billing.events() once, where there is billing");
            }
        }
        if (expected != upTo) {
            throw new PhoneUniteFault("account " + account + ": the event at position " + (expected + 1)
                    + " has no source: give the dispatcher billing.events()");
        }
    }
}
