package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X3: what {@link Outbox} promises. */
public interface OutboxContract extends StoreContract {

    @Test
    default void X3_positionsCountFromOneWithoutAGap() {
        Proof.of("X3", "the dispatcher stops at a gap, and no event of the account is delivered any more", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            long first = facts.change(1, () -> append(store, 1)).position();
            long taken = facts.change(1, () -> store.outbox().take(Facts.account(1), Facts.NOW))
                    .position();
            long third = facts.change(1, () -> append(store, 1)).position();
            proof.list(
                    "positions of an event, an entry and an event", List.of(1L, 2L, 3L), List.of(first, taken, third));
            proof.same(
                    "position of the first event of another account",
                    1L,
                    facts.change(2, () -> append(store, 2)).position());
        });
    }

    @Test
    default void X3_eventsAreReadInOrder() {
        Proof.of("X3", "a subscriber hears that an organization was closed before it was added", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            List<RecordedEvent> events = four(store, facts);
            proof.list("all events", events, read(store, facts, 0, 10));
        });
    }

    @Test
    default void X3_eventsAreReadInPages() {
        Proof.of("X3", "events are delivered twice in a row, or left out", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            List<RecordedEvent> events = four(store, facts);
            proof.list("events behind position 2", events.subList(2, 4), read(store, facts, 2, 10));
            proof.list("at most two events", events.subList(0, 2), read(store, facts, 0, 2));
            proof.none("the events", read(store, facts, 0, 0));
        });
    }

    @Test
    default void X3_whatIsRolledBackWasNeverRecorded() {
        Proof.of("X3", "subscribers are told of something that never happened", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.refuses(
                    IllegalStateException.class,
                    "a change that throws",
                    () -> facts.change(1, () -> {
                        append(store, 1);
                        store.outbox().take(Facts.account(1), Facts.NOW.plusSeconds(60));
                        store.outbox().read(Facts.account(1), 0, 10); // a cache that is filled now has to be emptied
                        throw new IllegalStateException("no");
                    }));
            proof.list("events after a rollback", List.of(), read(store, facts, 0, 10));
            proof.list("accounts that wait after a rollback", List.of(), waiting(store, Optional.empty(), 10));
            RecordedEvent next = facts.change(1, () -> append(store, 1));
            proof.same("the next position after a rollback", 1L, next.position());
            proof.same("the time of an event after a later one was rolled back", Facts.NOW, next.at());
        });
    }

    @Test
    default void X3_aLeaseOrDeliveryThatIsRolledBackNeverWas() {
        Proof.of(
                "X3",
                "events are never delivered, as somebody else is thought to have them, or to have had them",
                proof -> {
                    Store store = store();
                    Facts facts = Facts.in(store);
                    List<RecordedEvent> events = four(store, facts);
                    Instant until = Facts.NOW.plusSeconds(60);
                    facts.undone(1, () -> store.outbox().lease(Facts.account(1), holder(1), Facts.NOW, until));
                    Optional<Outbox.Head> head = Optional.of(new Outbox.Head(4, 0));
                    proof.same(
                            "a lease after another's was rolled back", head, lease(store, facts, 2, Facts.NOW, until));
                    facts.undone(1, () -> store.outbox().delivered(Facts.account(1), holder(2), 3));
                    proof.list("what is left after a delivery was rolled back", events, read(store, facts, 0, 10));
                    facts.undone(1, () -> store.outbox().release(Facts.account(1), holder(2)));
                    proof.same(
                            "a lease of another after a release was rolled back",
                            Optional.empty(),
                            lease(store, facts, 3, Facts.NOW, until));
                    proof.same("how far they are delivered", head, lease(store, facts, 2, Facts.NOW, until));
                });
    }

    @Test
    default void X3_anEventNeedsAUnitOfWork() {
        Proof.of("X3", "an event is recorded whose change is not, or the other way round", proof -> {
            Store store = store();
            Facts.in(store);
            proof.refuses(UnitOfWorkFault.class, "an event with no unit of work open", () -> append(store, 1));
        });
    }

    @Test
    default void X2_recordedTimesNeverDecrease() {
        Proof.of(
                "X2",
                "after a clock was set back, the order of events and their times contradict each other",
                proof -> {
                    Store store = store();
                    Facts facts = Facts.in(store);
                    Outbox outbox = store.outbox();
                    Instant earlier = Facts.NOW.minusSeconds(60);
                    facts.change(1, () -> append(store, 1));
                    proof.same(
                            "the time of a place that was taken a minute earlier",
                            Facts.NOW,
                            facts.change(1, () -> outbox.take(Facts.account(1), earlier))
                                    .at());
                    proof.same(
                            "the time of an event a minute earlier",
                            Facts.NOW,
                            facts.change(1, () -> outbox.append(Facts.change(1, earlier), Optional.empty(), event()))
                                    .at());
                });
    }

    @Test
    default void X3_aLeaseKeepsOthersOutUntilItHasRunOut() {
        Proof.of("X3", "two dispatchers deliver the same account's events at once, and out of order", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            facts.change(1, () -> append(store, 1));
            Instant until = Facts.NOW.plusSeconds(60);
            Optional<Outbox.Head> head = Optional.of(new Outbox.Head(1, 0));
            proof.same("a lease that nobody has", head, lease(store, facts, 1, Facts.NOW, until));
            proof.same("a lease that another has", Optional.empty(), lease(store, facts, 2, Facts.NOW, until));
            proof.same("a lease that it has itself", head, lease(store, facts, 1, Facts.NOW, until));
            Instant justBefore = until.minusNanos(1_000);
            proof.same("a lease at its last microsecond", Optional.empty(), lease(store, facts, 2, justBefore, until));
            proof.same("a lease that has just run out", head, lease(store, facts, 2, until, until.plusSeconds(60)));
        });
    }

    @Test
    default void X2_aDispatchersLeaseByAClockThatRanAheadCountsForNothing() {
        Proof.of("X2", "a dispatcher that died while its clock was ahead keeps events back for as long", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            facts.change(1, () -> append(store, 1));
            Instant ahead = Facts.NOW.plus(Duration.ofDays(365));
            lease(store, facts, 1, ahead, ahead.plusSeconds(60));
            proof.same(
                    "a lease that another took by a clock that was a year ahead",
                    Optional.of(new Outbox.Head(1, 0)),
                    lease(store, facts, 2, Facts.NOW, Facts.NOW.plusSeconds(60)));
            proof.same(
                    "a lease that another took by a clock that was half a minute ahead",
                    Optional.empty(),
                    lease(store, facts, 3, Facts.NOW.minusSeconds(30), Facts.NOW.plusSeconds(30)));
        });
    }

    @Test
    default void X3_whoLostTheLeaseRecordsNoDelivery() {
        Proof.of(
                "X3",
                "a dispatcher that wakes from a pause skips events that its successor has yet to deliver",
                proof -> {
                    Store store = store();
                    Facts facts = Facts.in(store);
                    four(store, facts);
                    lease(store, facts, 1, Facts.NOW, Facts.NOW.plusSeconds(60));
                    lease(store, facts, 2, Facts.NOW.plusSeconds(60), Facts.NOW.plusSeconds(120));
                    proof.same("delivered by who lost the lease", false, delivered(store, facts, 1, 3));
                    proof.same(
                            "how many events are left",
                            4,
                            read(store, facts, 0, 10).size());
                    proof.same("delivered by who has the lease", true, delivered(store, facts, 2, 1));
                });
    }

    @Test
    default void X3_aLeaseIsGivenBackByItsHolderAlone() {
        Proof.of(
                "X3",
                "a dispatcher that lost its lease takes it from its successor, and a third one comes in",
                proof -> {
                    Store store = store();
                    Facts facts = Facts.in(store);
                    facts.change(1, () -> append(store, 1));
                    Instant until = Facts.NOW.plusSeconds(60);
                    lease(store, facts, 1, Facts.NOW, until);
                    proof.same("release by another", false, release(store, facts, 2));
                    proof.same("a lease that another has", Optional.empty(), lease(store, facts, 3, Facts.NOW, until));
                    proof.same("release by the holder", true, release(store, facts, 1));
                    proof.same(
                            "whether the lease is free",
                            true,
                            lease(store, facts, 3, Facts.NOW, until).isPresent());
                });
    }

    @Test
    default void X3_whatWasDeliveredIsForgotten() {
        Proof.of("X3", "the same events are delivered by every run, for ever, and the outbox only grows", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            List<RecordedEvent> events = four(store, facts);
            Instant until = Facts.NOW.plusSeconds(60);
            lease(store, facts, 1, Facts.NOW, until);
            delivered(store, facts, 1, 3);
            proof.list("events that are left", events.subList(3, 4), read(store, facts, 0, 10));
            delivered(store, facts, 1, 1);
            Optional<Outbox.Head> head = Optional.of(new Outbox.Head(4, 3));
            proof.same("how far 3 of 4 are delivered", head, lease(store, facts, 1, Facts.NOW, until));
            proof.list("who waits", List.of(Facts.account(1)), waiting(store, Optional.empty(), 10));
            delivered(store, facts, 1, 4);
            proof.list("who waits once all is delivered", List.of(), waiting(store, Optional.empty(), 10));
        });
    }

    @Test
    default void X3_whatWasNotRecordedWasNotDelivered() {
        Proof.of("X3", "a store that was set back behind its dispatcher loses the events that follow", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            four(store, facts);
            Instant until = Facts.NOW.plusSeconds(60);
            lease(store, facts, 1, Facts.NOW, until);
            proof.same("delivered by who has the lease", true, delivered(store, facts, 1, 9));
            RecordedEvent fifth = facts.change(1, () -> append(store, 1));
            proof.list("events that are left behind 9 of 4", List.of(fifth), read(store, facts, 0, 10));
            proof.list("who waits behind 9 of 4", List.of(Facts.account(1)), waiting(store, Optional.empty(), 10));
            proof.same(
                    "how far 9 of 4 are delivered",
                    Optional.of(new Outbox.Head(5, 4)),
                    lease(store, facts, 1, Facts.NOW, until));
        });
    }

    @Test
    default void X3_accountsThatWaitAreListedInPages() {
        Proof.of("X3", "the events of some accounts are never delivered", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            facts.change(2, () -> append(store, 2));
            facts.change(1, () -> store.outbox().take(Facts.account(1), Facts.NOW));
            AccountId one = Facts.account(1);
            AccountId two = Facts.account(2);
            proof.list("who waits", List.of(one, two), waiting(store, Optional.empty(), 10));
            proof.list("one that waits", List.of(one), waiting(store, Optional.empty(), 1));
            proof.none("who waits", waiting(store, Optional.empty(), 0));
            proof.list("who waits behind the first", List.of(two), waiting(store, Optional.of(one), 10));
            proof.list("who waits behind the last", List.of(), waiting(store, Optional.of(two), 10));
        });
    }

    private static RecordedEvent append(Store store, int account) {
        return store.outbox()
                .append(Facts.change(account, Facts.NOW), Optional.of(Facts.organizationId(account, 0)), event());
    }

    private static OrganizationEvent event() {
        return new OrganizationEvent.StateChanged(OrganizationState.TRIAL, OrganizationState.ACTIVE);
    }

    private static List<RecordedEvent> four(Store store, Facts facts) {
        return facts.change(1, () -> List.of(append(store, 1), append(store, 1), append(store, 1), append(store, 1)));
    }

    private static List<RecordedEvent> read(Store store, Facts facts, long after, int limit) {
        return facts.view(1, () -> store.outbox().read(Facts.account(1), after, limit));
    }

    private static List<AccountId> waiting(Store store, Optional<AccountId> after, int limit) {
        return store.outbox().waiting(after, limit);
    }

    private static Optional<Outbox.Head> lease(Store store, Facts facts, int holder, Instant now, Instant until) {
        return facts.change(1, () -> store.outbox().lease(Facts.account(1), holder(holder), now, until));
    }

    private static boolean delivered(Store store, Facts facts, int holder, long position) {
        return facts.change(1, () -> store.outbox().delivered(Facts.account(1), holder(holder), position));
    }

    private static boolean release(Store store, Facts facts, int holder) {
        return facts.change(1, () -> store.outbox().release(Facts.account(1), holder(holder)));
    }

    private static UUID holder(int number) {
        return Facts.uuid(9, number);
    }
}
