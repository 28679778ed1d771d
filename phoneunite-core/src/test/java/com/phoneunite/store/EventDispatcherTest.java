package com.phoneunite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventDispatcherTest {

    private static final UUID DEAD = new UUID(7, 7);

    private final InMemoryStore store = InMemoryStore.create();
    private final AtomicLong ids = new AtomicLong();

    private UUID idSource() {
        return new UUID(0, ids.incrementAndGet());
    }

    private final List<RecordedEvent> delivered = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-31T15:00:00Z");

    private AccountId account() {
        return new AccountId(idSource());
    }

    private RecordedEvent record(AccountId account) {
        return store.unitOfWork()
                .change(
                        account,
                        () -> store.outbox()
                                .append(
                                        new Change(account, Actor.system(), now),
                                        Optional.empty(),
                                        new MembershipEvent.UserAdded(new UserId(idSource()))));
    }

    private EventDispatcher dispatcher(EventHandler handler, EventSource... further) {
        return new EventDispatcher(store, List.of(further), handler, () -> now, this::idSource);
    }

    private List<RecordedEvent> kept(AccountId account) {
        return store.unitOfWork().view(account, () -> store.outbox().read(account, 0, 10_000));
    }

    @Test
    void X3_everyEventIsDeliveredOnceInOrderAndThenForgotten() {
        AccountId one = account();
        AccountId other = account();
        List<RecordedEvent> recorded = List.of(record(one), record(one), record(other), record(one));

        assertThat(dispatcher(delivered::add).run()).isEqualTo(new EventDispatcher.Result(4, List.of(), true));

        assertThat(delivered).containsExactly(recorded.get(0), recorded.get(1), recorded.get(3), recorded.get(2));
        assertThat(kept(one)).isEmpty();
        assertThat(store.outbox().waiting(Optional.empty(), 10)).isEmpty();
        assertThat(dispatcher(delivered::add).run().delivered()).isZero();
        assertThat(record(one).position()).isEqualTo(4);
    }

    @Test
    void X3_aHandlerThatFailsGetsTheSameEventFirstTheNextTimeAndOtherAccountsGoOn() {
        AccountId one = account();
        AccountId other = account();
        RecordedEvent first = record(one);
        RecordedEvent second = record(one);
        RecordedEvent others = record(other);
        EventHandler failing = event -> {
            if (event.equals(second)) {
                throw new IllegalStateException("not today");
            }
            delivered.add(event);
        };

        assertThat(dispatcher(failing).run()).isEqualTo(new EventDispatcher.Result(2, List.of(one), true));
        assertThat(delivered).containsExactly(first, others);
        assertThat(kept(one)).containsExactly(second);

        assertThat(dispatcher(delivered::add).run().delivered()).isEqualTo(1);
        assertThat(delivered).containsExactly(first, others, second);
        assertThat(delivered.get(2).id()).isEqualTo(second.id());
    }

    @Test
    void X3_whatWasHandledByAProcessThatDiedComesAgainOnceItsLeaseHasRunOut() {
        AccountId account = account();
        RecordedEvent event = record(account);
        assertThatThrownBy(() -> dispatcher(one -> {
                            delivered.add(one);
                            throw new InternalError("the process dies here");
                        })
                        .run())
                .isInstanceOf(InternalError.class);
        store.unitOfWork()
                .change(account, () -> store.outbox().lease(account, DEAD, now, now.plus(EventDispatcher.LEASE)));

        assertThat(dispatcher(delivered::add).run().delivered()).isZero();
        now = now.plus(EventDispatcher.LEASE).plusMillis(1);
        assertThat(dispatcher(delivered::add).run().delivered()).isEqualTo(1);
        assertThat(delivered).containsExactly(event, event);
    }

    @Test
    void X3_aDispatcherWithoutASourceThatTookAPlaceLosesNothing() {
        AccountId account = account();
        RecordedEvent first = record(account);
        Outbox.Place place =
                store.unitOfWork().change(account, () -> store.outbox().take(account, now));
        RecordedEvent elsewhere = new RecordedEvent(
                account, place.position(), Optional.empty(), Actor.system(), place.at(), first.event());
        EventSource source = (asked, after, limit) -> after < place.position() ? List.of(elsewhere) : List.of();

        assertThat(dispatcher(delivered::add).run()).isEqualTo(new EventDispatcher.Result(0, List.of(account), true));
        assertThat(dispatcher(delivered::add, source, source).run().delivered()).isZero();
        assertThat(dispatcher(delivered::add, source).run().delivered()).isEqualTo(2);
        assertThat(delivered).containsExactly(first, elsewhere);
    }

    @Test
    void X3_anInterruptedDispatcherStopsAndLosesNothing() {
        record(account());
        record(account());
        EventDispatcher.Result stopped = dispatcher(event -> {
                    delivered.add(event);
                    Thread.currentThread().interrupt();
                })
                .run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).isEqualTo(new EventDispatcher.Result(1, List.of(), false));
        assertThat(dispatcher(delivered::add).run().delivered()).isEqualTo(1);
    }

    @Test
    void X3_aDispatcherThatWakesAfterItLostItsLeaseStopsAndTakesNothingBack() {
        AccountId account = account();
        List<RecordedEvent> recorded = List.of(record(account), record(account), record(account));
        EventDispatcher sleeper = dispatcher(event -> {
            delivered.add(event);
            now = now.plus(EventDispatcher.LEASE).plus(Duration.ofMinutes(1));
            dispatcher(delivered::add).run();
        });

        assertThat(sleeper.run()).isEqualTo(new EventDispatcher.Result(1, List.of(), true));
        assertThat(delivered).containsExactly(recorded.get(0), recorded.get(0), recorded.get(1), recorded.get(2));
        assertThat(kept(account)).isEmpty();
    }

    @Test
    void X3_eventsOfAnotherSourceAreMergedInTheAccountsOrderHoweverManyThereAre() {
        AccountId account = account();
        Map<Long, RecordedEvent> elsewhere = new HashMap<>();
        for (int i = 0; i < 700; i++) {
            record(account);
            if (i % 3 == 0) {
                RecordedEvent model = record(account);
                store.unitOfWork().change(account, () -> {
                    long position = store.outbox().take(account, now).position();
                    elsewhere.put(
                            position,
                            new RecordedEvent(account, position, Optional.empty(), Actor.system(), now, model.event()));
                    return position;
                });
            }
        }
        EventSource source = (asked, after, limit) -> elsewhere.values().stream()
                .filter(event -> event.position() > after)
                .sorted((a, b) -> Long.compare(a.position(), b.position()))
                .limit(limit)
                .toList();

        dispatcher(delivered::add, source).run();

        long last = 700 + 2L * elsewhere.size();
        assertThat(delivered)
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    void X3_aChangeThatIsTakenBackDeliversNothing() {
        AccountId account = account();
        assertThatThrownBy(() -> store.unitOfWork().change(account, () -> {
                    record(account);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(dispatcher(delivered::add).run().delivered()).isZero();
        assertThat(store.outbox().waiting(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void X3_theHandlerRunsWithNothingOpenAndTheDispatcherNotInsideAUnitOfWork() {
        AccountId account = account();
        record(account);
        dispatcher(event -> {
                    assertThat(store.unitOfWork().isOpen()).isFalse();
                    delivered.add(event);
                })
                .run();
        assertThat(delivered).hasSize(1);
        assertThatThrownBy(() -> store.unitOfWork()
                        .view(account, () -> dispatcher(delivered::add).run()))
                .isInstanceOf(UnitOfWorkFault.class);
    }

    @Test
    void X3_manyDispatchersAtOnceDeliverEachAccountInOrderAndOnce() throws Exception {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            AccountId account = account();
            accounts.add(account);
            for (int n = 0; n < 20; n++) {
                record(account);
            }
        }
        ConcurrentLinkedQueue<RecordedEvent> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<EventDispatcher.Result>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Callable<EventDispatcher.Result> run = () -> {
                    start.await();
                    return dispatcher(seen::add).run();
                };
                runs.add(threads.submit(run));
            }
            start.countDown();
            int sum = 0;
            for (Future<EventDispatcher.Result> run : runs) {
                sum += run.get().delivered();
            }
            assertThat(sum).isEqualTo(1_000);
        } finally {
            threads.shutdownNow();
        }
        for (AccountId account : accounts) {
            assertThat(seen.stream().filter(event -> event.account().equals(account)))
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Test
    void X3_anErrorOfTheHandlersSetsItsAccountAsideAndOtherAccountsGoOn() {
        AccountId one = account();
        AccountId other = account();
        RecordedEvent first = record(one);
        RecordedEvent others = record(other);
        EventHandler broken = event -> {
            if (event.equals(first)) {
                throw new AssertionError("the handler is broken");
            }
            delivered.add(event);
        };

        assertThat(dispatcher(broken).run()).isEqualTo(new EventDispatcher.Result(1, List.of(one), true));
        assertThat(delivered).containsExactly(others);

        dispatcher(delivered::add).run();
        assertThat(delivered).containsExactly(others, first);
    }
}
