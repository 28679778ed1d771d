package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Outboxes with one fault each. */
final class BrokenOutboxes {

    private BrokenOutboxes() {}

    static List<BrokenAdapter> all() {
        return List.of(
                of(
                        "a sequence of the database leaves gaps",
                        "take",
                        (real, given) -> {
                            real.take((AccountId) given[0], (Instant) given[1]);
                            return real.take((AccountId) given[0], (Instant) given[1]);
                        },
                        "X3_positionsCountFromOneWithoutAGap",
                        "[1, 3, 4]"),
                of(
                        "no ORDER BY",
                        "read",
                        (real, given) -> {
                            List<RecordedEvent> events = new ArrayList<>(read(real, given));
                            Collections.reverse(events);
                            return events;
                        },
                        "X3_eventsAreReadInOrder",
                        "all events"),
                of(
                        "a cursor with >= for >",
                        "read",
                        (real, given) ->
                                real.read((AccountId) given[0], Math.max(0, (long) given[1] - 1), (int) given[2]),
                        "X3_eventsAreReadInPages",
                        "behind position 2"),
                of(
                        "a list without a limit",
                        "read",
                        (real, given) -> real.read((AccountId) given[0], (long) given[1], Integer.MAX_VALUE),
                        "X3_eventsAreReadInPages",
                        "at most two"),
                whole(
                        "events are sent at once",
                        real -> sendsAtOnce(real),
                        "X3_whatIsRolledBackWasNeverRecorded",
                        "wait after a rollback"),
                whole(
                        "an event is a transaction of its own",
                        real -> Spoiled.port(
                                Outbox.class,
                                real.outbox(),
                                "append",
                                (outbox, given) -> real.unitOfWork()
                                        .change(((Change) given[0]).account(), () -> append(outbox, given))),
                        "X3_anEventNeedsAUnitOfWork",
                        "no unit of work open"),
                of(
                        "the time of the clock",
                        "take",
                        (real, given) -> new Outbox.Place(
                                real.take((AccountId) given[0], (Instant) given[1])
                                        .position(),
                                (Instant) given[1]),
                        "X2_recordedTimesNeverDecrease",
                        "taken a minute earlier"),
                of(
                        "a lease that everybody gets",
                        "lease",
                        (real, given) -> lease(real, given, ((Instant) given[3]).plusSeconds(3_600)),
                        "X3_aLeaseKeepsOthersOutUntilItHasRunOut",
                        "a lease that another has"),
                of(
                        "a lease that ends too late (> for >=)",
                        "lease",
                        (real, given) -> lease(real, given, ((Instant) given[2]).minusNanos(1_000)),
                        "X3_aLeaseKeepsOthersOutUntilItHasRunOut",
                        "just run out"),
                whole(
                        "a lease that is believed, however far ahead it was taken",
                        real -> {
                            Map<Object, Instant> believed = new ConcurrentHashMap<>();
                            return Spoiled.port(Outbox.class, real.outbox(), "lease", (same, given) -> {
                                Instant former = believed.getOrDefault(given[0], Instant.MIN);
                                return former.isAfter((Instant) given[3])
                                        ? Optional.empty()
                                        : lease(real.outbox(), given, (Instant) given[2])
                                                .map(head -> {
                                                    believed.put(given[0], (Instant) given[3]);
                                                    return head;
                                                });
                            });
                        },
                        "X2_aDispatchersLeaseByAClockThatRanAheadCountsForNothing",
                        "a year ahead"),
                whole(
                        "a lease without a fence",
                        real -> {
                            Outbox outbox = real.outbox();
                            return Spoiled.port(Outbox.class, outbox, "delivered", (same, given) -> {
                                outbox.lease((AccountId) given[0], (UUID) given[1], Instant.MAX, Instant.MAX);
                                return outbox.delivered((AccountId) given[0], (UUID) given[1], (long) given[2]);
                            });
                        },
                        "X3_whoLostTheLeaseRecordsNoDelivery",
                        "by who lost the lease"),
                of(
                        "a lease that anybody gives back",
                        "release",
                        (real, given) -> {
                            real.lease((AccountId) given[0], (UUID) given[1], Instant.MAX, Instant.MAX);
                            return real.release((AccountId) given[0], (UUID) given[1]);
                        },
                        "X3_aLeaseIsGivenBackByItsHolderAlone",
                        "release by another"),
                whole(
                        "leases in a cache that outlives a rollback",
                        BrokenOutboxes::remembersHolders,
                        "X3_aLeaseOrDeliveryThatIsRolledBackNeverWas",
                        "after another's was rolled back"),
                whole(
                        "how far it was delivered, in a cache that outlives a rollback",
                        BrokenOutboxes::remembersDeliveries,
                        "X3_aLeaseOrDeliveryThatIsRolledBackNeverWas",
                        "after a delivery was rolled back"),
                of(
                        "delivered events stay",
                        "delivered",
                        (real, given) -> true,
                        "X3_whatWasDeliveredIsForgotten",
                        "events that are left"),
                whole(
                        "who is told of a later position, believes it",
                        BrokenOutboxes::remembersDeliveries,
                        "X3_whatWasNotRecordedWasNotDelivered",
                        "behind 9 of 4"),
                of(
                        "a cursor of accounts with >= for >",
                        "waiting",
                        (real, given) -> real.waiting(Optional.empty(), (int) given[1]),
                        "X3_accountsThatWaitAreListedInPages",
                        "behind the first"));
    }

    private static BrokenAdapter of(
            String fault, String method, Spoiled.Fault<Outbox> spoiled, String test, String... words) {
        return whole(fault, real -> Spoiled.port(Outbox.class, real.outbox(), method, spoiled), test, words);
    }

    private static BrokenAdapter whole(
            String fault, Function<InMemoryStore, Outbox> spoiled, String test, String... words) {
        Supplier<Store> store = () -> Spoiled.store(Outbox.class, "outbox", spoiled);
        return new BrokenAdapter(fault, OutboxContract.class, () -> CoreSubject.of(store), test, List.of(words));
    }

    private static List<RecordedEvent> read(Outbox real, Object... given) {
        return real.read((AccountId) given[0], (long) given[1], (int) given[2]);
    }

    private static Optional<Outbox.Head> lease(Outbox real, Object[] given, Instant now) {
        return real.lease((AccountId) given[0], (UUID) given[1], now, (Instant) given[3]);
    }

    @SuppressWarnings("unchecked") // what append is given
    private static RecordedEvent append(Outbox real, Object... given) {
        return real.append((Change) given[0], (Optional<OrganizationId>) given[1], (DomainEvent) given[2]);
    }

    private static Outbox remembersHolders(InMemoryStore real) {
        Map<Object, Object> holders = new ConcurrentHashMap<>();
        return Spoiled.port(Outbox.class, real.outbox(), "lease", (outbox, given) -> {
            Object holder = holders.computeIfAbsent(given[0], account -> given[1]);
            return holder.equals(given[1]) ? lease(outbox, given, (Instant) given[2]) : Optional.empty();
        });
    }

    private static Outbox remembersDeliveries(InMemoryStore real) {
        Map<Object, Long> delivered = new ConcurrentHashMap<>();
        Outbox delivering = Spoiled.port(Outbox.class, real.outbox(), "delivered", (outbox, given) -> {
            delivered.put(given[0], (long) given[2]);
            return outbox.delivered((AccountId) given[0], (UUID) given[1], (long) given[2]);
        });
        return Spoiled.port(
                Outbox.class,
                delivering,
                "read",
                (outbox, given) -> outbox.read(
                        (AccountId) given[0], Math.max((long) given[1], delivered.getOrDefault(given[0], 0L)), (int)
                                given[2]));
    }

    private static Outbox sendsAtOnce(InMemoryStore real) {
        List<AccountId> sent = new ArrayList<>();
        Outbox appends = Spoiled.port(Outbox.class, real.outbox(), "append", (outbox, given) -> {
            sent.add(((Change) given[0]).account());
            return append(outbox, given);
        });
        return Spoiled.port(Outbox.class, appends, "waiting", (outbox, given) -> sent);
    }
}
