package com.phoneunite.postgresql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.CommitUnknownFault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls the database for whom, and what everybody is told: beside a database whose every call is answered by the test. */
@Timeout(60)
class UsageQueueTest {

    private static final int MOST = 20;
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Database database = new Database();
    private Optional<Future<Optional<LedgerEntry>>> first = Optional.empty();

    @AfterEach
    void close() throws Exception {
        if (first.isPresent()) {
            assertThat(told(first.get())).isPresent();
        }
        threads.shutdownNow();
    }

    /** A call that waits until the test answers it. */
    private static final class Asked {

        private final List<Posting> postings;
        private final CountDownLatch answered = new CountDownLatch(1);
        private Function<Posting, Optional<LedgerEntry>> answer = one -> Optional.of(entry(one));
        private Optional<Throwable> fault = Optional.empty();
        private final boolean isCalledByAnInterruptedThread =
                Thread.currentThread().isInterrupted();

        Asked(List<Posting> postings) {
            this.postings = postings;
        }

        List<String> references() {
            return postings.stream().map(Posting::reference).toList();
        }

        void post() {
            answered.countDown();
        }

        void postBut(String reference) {
            answer = one -> one.reference().equals(reference) ? Optional.empty() : Optional.of(entry(one));
            answered.countDown();
        }

        void fail(Throwable thrown) {
            fault = Optional.of(thrown);
            answered.countDown();
        }

        Optional<LedgerEntry> await(Posting one) {
            awaitUninterruptibly();
            fault.ifPresent(Asked::sneak);
            return answer.apply(one);
        }

        /** Throws it, checked or not. */
        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }

        private void awaitUninterruptibly() {
            boolean isInterrupted = false;
            while (answered.getCount() > 0) {
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Database implements UsageQueue.Calls {

        private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

        @Override
        public Optional<LedgerEntry> alone(Posting posting) {
            Asked call = new Asked(List.of(posting));
            asked.add(call);
            return call.await(posting);
        }

        @Override
        public IdentityHashMap<Posting, LedgerEntry> together(List<Posting> postings) {
            Asked call = new Asked(postings);
            asked.add(call);
            IdentityHashMap<Posting, LedgerEntry> posted = new IdentityHashMap<>();
            postings.forEach(one -> call.await(one).ifPresent(entry -> posted.put(one, entry)));
            return posted;
        }

        Asked next() throws InterruptedException {
            return requireNonNull(asked.poll(30, TimeUnit.SECONDS), "nobody called");
        }

        boolean isAskedSoon() throws InterruptedException {
            Asked call = asked.poll(100, TimeUnit.MILLISECONDS);
            return call != null;
        }
    }

    private static LedgerEntry entry(Posting one) {
        return SinglePosting.entry(one, one.currency(), 1, 1, 1, one.change().at());
    }

    private static Posting posting(int account, String reference) {
        return new Posting(
                new Change(new AccountId(new UUID(0, account)), Actor.system(), Instant.EPOCH),
                EntryKind.USAGE,
                Optional.of(new OrganizationId(new UUID(1, account))),
                Money.parse("USD 0.01"),
                reference,
                Instant.EPOCH);
    }

    private UsageQueue queue(int atOnce) {
        return new UsageQueue(database, atOnce, MOST, FOR_EVER);
    }

    private Future<Optional<LedgerEntry>> post(UsageQueue queue, int account, String reference) {
        return threads.submit(() -> queue.post(posting(account, reference)));
    }

    /** The call of one who came first. */
    private Asked underWay(UsageQueue queue, int account) throws InterruptedException {
        first = Optional.of(post(queue, account, "first"));
        return database.next();
    }

    /** Callers of as many accounts, who wait in their order. */
    private Map<String, Future<Optional<LedgerEntry>>> waiting(UsageQueue queue, int from, int count)
            throws InterruptedException {
        Map<String, Future<Optional<LedgerEntry>>> callers = new ConcurrentHashMap<>();
        for (int i = from; i < from + count; i++) {
            callers.put("of-" + i, post(queue, i, "of-" + i));
        }
        awaitWaiting(queue, count);
        return callers;
    }

    private static void awaitWaiting(UsageQueue queue, int count) throws InterruptedException {
        while (queue.waiting() < count) {
            Thread.sleep(1);
        }
    }

    private static Optional<LedgerEntry> told(@Nullable Future<Optional<LedgerEntry>> caller)
            throws ExecutionException, InterruptedException, TimeoutException {
        return requireNonNull(caller).get(30, TimeUnit.SECONDS);
    }

    @Test
    void B10_whoComesWhileNobodyIsUnderWayGoesAtOnceAndAlone() throws Exception {
        UsageQueue queue = queue(2);
        Future<Optional<LedgerEntry>> first = post(queue, 1, "a");
        Asked call = database.next();
        Future<Optional<LedgerEntry>> second = post(queue, 2, "b");
        Asked another = database.next();
        assertThat(call.references()).containsExactly("a");
        assertThat(another.references()).containsExactly("b");
        another.post();
        assertThat(told(second))
                .hasValueSatisfying(own -> assertThat(own.reference()).isEqualTo("b"));
        call.post();
        assertThat(told(first)).isPresent();
    }

    @Test
    void B10_thoseWhoWaitArePostedByOneCallAndEachIsToldItsOwn() throws Exception {
        UsageQueue queue = queue(1);
        Future<Optional<LedgerEntry>> first = post(queue, 0, "first");
        Asked call = database.next();
        Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, 6);
        assertThat(database.isAskedSoon()).as("while as many are under way").isFalse();
        call.post();
        Asked together = database.next();
        assertThat(together.references()).containsExactlyInAnyOrderElementsOf(callers.keySet());
        together.post();
        assertThat(told(first)).isPresent();
        for (Map.Entry<String, Future<Optional<LedgerEntry>>> one : callers.entrySet()) {
            assertThat(told(one.getValue()).map(LedgerEntry::reference)).hasValue(one.getKey());
        }
    }

    @Test
    void B10_fewOfSeveralAccountsGoOneByOneAndThoseOfOneAccountTogether() throws Exception {
        UsageQueue queue = queue(1);
        Future<Optional<LedgerEntry>> first = post(queue, 0, "first");
        Asked call = database.next();
        Future<Optional<LedgerEntry>> one = post(queue, 1, "a");
        awaitWaiting(queue, 1);
        Future<Optional<LedgerEntry>> other = post(queue, 2, "b");
        awaitWaiting(queue, 2);
        Future<Optional<LedgerEntry>> same = post(queue, 1, "c");
        awaitWaiting(queue, 3);
        call.post();
        Asked ofOne = database.next();
        assertThat(ofOne.references()).containsExactly("a", "c");
        ofOne.post();
        Asked last = database.next();
        assertThat(last.references()).containsExactly("b");
        last.post();
        for (Future<Optional<LedgerEntry>> each : List.of(first, one, other, same)) {
            assertThat(told(each)).isPresent();
        }
    }

    @Test
    void B10_noMoreThanSoManyAreInOneCall() throws Exception {
        UsageQueue queue = queue(1);
        Asked call = underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, MOST + 5);
        call.post();
        Asked most = database.next();
        assertThat(most.references()).hasSize(MOST);
        most.post();
        Asked rest = database.next();
        assertThat(rest.references()).hasSize(5);
        rest.post();
        for (Future<Optional<LedgerEntry>> one : callers.values()) {
            assertThat(told(one)).isPresent();
        }
    }

    @Test
    void B10_anAccountIsInOneCallAtATimeAndKeepsNoOtherWaiting() throws Exception {
        UsageQueue queue = queue(2);
        Future<Optional<LedgerEntry>> first = post(queue, 1, "a");
        Asked call = database.next();
        Future<Optional<LedgerEntry>> same = post(queue, 1, "b");
        awaitWaiting(queue, 1);
        assertThat(database.isAskedSoon()).as("the same account").isFalse();
        Future<Optional<LedgerEntry>> other = post(queue, 2, "c");
        Asked another = database.next();
        assertThat(another.references()).containsExactly("c");
        call.post();
        Asked next = database.next();
        assertThat(next.references()).containsExactly("b");
        next.post();
        assertThat(told(first)).isPresent();
        assertThat(told(same)).isPresent();
        another.post();
        assertThat(told(other)).isPresent();
    }

    @Test
    void B10_whomACallLeavesOutGoesAloneAndIsToldWhenThatTakesMoreThanAStep() throws Exception {
        UsageQueue queue = queue(1);
        Asked call = underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, 5);
        call.post();
        database.next().postBut("of-3");
        Asked alone = database.next();
        assertThat(alone.references()).containsExactly("of-3");
        Future<Optional<LedgerEntry>> later = post(queue, 9, "later");
        Asked another = database.next();
        assertThat(another.references())
                .as("who goes alone keeps nobody waiting")
                .containsExactly("later");
        another.post();
        alone.postBut("of-3");
        assertThat(told(callers.get("of-3"))).isEmpty();
        assertThat(told(callers.get("of-4"))).isPresent();
        assertThat(told(later)).isPresent();
    }

    @Test
    void I1_nobodyFailsForWhatSomebodyElseAsksFor() throws Exception {
        for (RuntimeException refused : List.of(
                PostgresFault.of("a statement", new SQLException("what is that", "22021")),
                PostgresFault.ofNoConnection(new SQLException("interrupted")),
                new IllegalStateException("a mistake of ours"))) {
            UsageQueue queue = queue(1);
            Asked call = underWay(queue, 0);
            Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, 5);
            call.post();
            database.next().fail(refused);
            for (int i = 0; i < 5; i++) {
                Asked alone = database.next();
                assertThat(alone.references()).hasSize(1);
                if (alone.references().contains("of-2")) {
                    alone.fail(refused);
                } else {
                    alone.post();
                }
            }
            for (Map.Entry<String, Future<Optional<LedgerEntry>>> one : callers.entrySet()) {
                if (one.getKey().equals("of-2")) {
                    assertThatThrownBy(() -> told(one.getValue())).hasCause(refused);
                } else {
                    assertThat(told(one.getValue()).map(LedgerEntry::reference)).hasValue(one.getKey());
                }
            }
        }
    }

    @Test
    void X1_allAreToldThatItIsNotKnownWhatWasKept() throws Exception {
        CommitUnknownFault lost = new CommitUnknownFault("it is not known", new SQLException("gone", "08006"));
        UsageQueue queue = queue(1);
        Asked call = underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, 5);
        call.post();
        database.next().fail(lost);
        Set<Throwable> thrown = ConcurrentHashMap.newKeySet();
        for (Future<Optional<LedgerEntry>> one : callers.values()) {
            Throwable own = requireNonNull(catchThrowable(() -> told(one))).getCause();
            assertThat(own).isInstanceOf(CommitUnknownFault.class).hasCause(lost);
            thrown.add(requireNonNull(own));
        }
        assertThat(thrown).as("each its own: it is added to by who catches it").hasSize(5);
        assertThat(database.isAskedSoon()).as("nothing is asked again").isFalse();
    }

    /** Whatever a call ends by, also what its method does not say that it throws. */
    @Test
    void X1_whereACallBreaksOffItsOtherCallersAreToldSoAndLaterOnesGoOn() throws Exception {
        for (Throwable broken : List.of(new StackOverflowError(), new IOException("not declared"))) {
            UsageQueue queue = queue(1);
            Asked call = underWay(queue, 0);
            Map<String, Future<Optional<LedgerEntry>>> callers = waiting(queue, 1, 5);
            call.post();
            database.next().fail(broken);
            int unknown = 0;
            int thrown = 0;
            for (Future<Optional<LedgerEntry>> one : callers.values()) {
                Throwable own = requireNonNull(catchThrowable(() -> told(one))).getCause();
                unknown += own instanceof CommitUnknownFault ? 1 : 0;
                thrown += own == broken ? 1 : 0;
            }
            assertThat(List.of(unknown, thrown)).as(broken.toString()).containsExactly(4, 1);
            Future<Optional<LedgerEntry>> alone = post(queue, 1, "alone");
            database.next().fail(broken);
            assertThatThrownBy(() -> told(alone)).hasCause(broken);
            Future<Optional<LedgerEntry>> later = post(queue, 1, "later");
            database.next().post();
            assertThat(told(later)).isPresent();
            assertThat(queue.waiting()).isZero();
        }
    }

    @Test
    void B10_aCallThatTakesLongCountsNoMore() throws Exception {
        UsageQueue queue = new UsageQueue(database, 1, MOST, Duration.ofMillis(200));
        long since = System.nanoTime();
        Asked held = underWay(queue, 1);
        Future<Optional<LedgerEntry>> other = post(queue, 2, "other");
        Future<Optional<LedgerEntry>> same = post(queue, 1, "same");
        for (int i = 0; i < 2; i++) {
            database.next().post();
        }
        assertThat(told(other)).isPresent();
        assertThat(told(same)).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(first.orElseThrow().isDone()).isFalse();
        held.post();
    }

    /** Each of those who wait for an account that somebody holds takes no place from others. */
    @Test
    void I1_whoWaitsBehindAHeldAccountKeepsOthersWaitingOnceAtMost() throws Exception {
        UsageQueue queue = new UsageQueue(database, 1, MOST, Duration.ofMillis(100));
        Asked held = underWay(queue, 1);
        List<Future<Optional<LedgerEntry>>> same = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            same.add(post(queue, 1, "same-" + i));
        }
        List<Asked> alone = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            alone.add(database.next());
        }
        assertThat(alone).allSatisfy(call -> assertThat(call.references()).hasSize(1));
        for (int i = 0; i < 20; i++) {
            Future<Optional<LedgerEntry>> other = post(queue, 2, "other-" + i);
            Asked call = database.next();
            assertThat(call.references()).containsExactly("other-" + i);
            call.post();
            assertThat(told(other)).isPresent();
        }
        alone.forEach(Asked::post);
        held.post();
        for (Future<Optional<LedgerEntry>> one : same) {
            assertThat(told(one)).isPresent();
        }
    }

    /** A connection that answers nothing: whoever shares it is not kept by that for as long as its owner is. */
    @Test
    void X1_whoseCallIsLostIsToldNothingAndAsksInAUnitOfWork() throws Exception {
        UsageQueue queue = new UsageQueue(database, 1, MOST, Duration.ofMillis(200));
        Asked call = underWay(queue, 1);
        List<Future<Optional<LedgerEntry>>> same =
                List.of(post(queue, 2, "a"), post(queue, 2, "b"), post(queue, 2, "c"));
        awaitWaiting(queue, 3);
        call.post();
        Asked lost = database.next();
        assertThat(lost.references()).hasSize(3);
        while (same.stream().filter(Future::isDone).count() < 2) {
            Thread.sleep(1);
        }
        lost.post();
        int posted = 0;
        for (Future<Optional<LedgerEntry>> one : same) {
            posted += told(one).isPresent() ? 1 : 0;
        }
        assertThat(posted).as("who waited for the answer").isEqualTo(1);
        assertThat(database.isAskedSoon())
                .as("whoever left asks by other means")
                .isFalse();
    }

    @Test
    void B10_anInterruptNeitherEndsTheWaitNorIsForgottenNorReachesTheCallOfOthers() throws Exception {
        UsageQueue queue = queue(1);
        Asked call = underWay(queue, 1);
        List<Boolean> isInterrupted = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = new ArrayList<>();
        for (String reference : List.of("a", "b")) {
            Thread caller = new Thread(() -> {
                queue.post(posting(1, reference));
                isInterrupted.add(Thread.currentThread().isInterrupted());
            });
            caller.start();
            callers.add(caller);
        }
        awaitWaiting(queue, 2);
        callers.forEach(Thread::interrupt);
        assertThat(database.isAskedSoon()).isFalse();
        call.post();
        Asked shared = database.next();
        assertThat(shared.isCalledByAnInterruptedThread).isFalse();
        shared.post();
        for (Thread caller : callers) {
            caller.join(30_000);
        }
        assertThat(isInterrupted).containsExactly(true, true);
    }

    /** Whatever happens to a call, and however soon it counts as long, everybody is told their own, and each is posted once. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 1_000_000, 600_000_000_000L})
    void B10_amongManyEverybodyIsToldOnce(long patience) throws Exception {
        HastyDatabase hasty = new HastyDatabase();
        UsageQueue queue = new UsageQueue(hasty, 2, MOST, Duration.ofNanos(patience));
        List<Future<Integer>> all = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int own = thread;
            all.add(threads.submit(() -> {
                int told = 0;
                for (int i = 0; i < 1_000; i++) {
                    told += hasty.isToldRight(queue, posting(i % 5, own + "-" + i)) ? 1 : 0;
                }
                return told;
            }));
        }
        for (Future<Integer> one : all) {
            assertThat(one.get(50, TimeUnit.SECONDS)).isEqualTo(1_000);
        }
        assertThat(hasty.posted.values())
                .as("a reference that is known is not posted")
                .containsOnly(1);
        assertThat(queue.waiting()).isZero();
    }

    /** Fails now and then, leaves out some, and posts no reference twice. */
    private static final class HastyDatabase implements UsageQueue.Calls {

        private final Map<String, Integer> posted = new ConcurrentHashMap<>();
        private final AtomicInteger calls = new AtomicInteger();

        boolean isToldRight(UsageQueue queue, Posting own) {
            try {
                Optional<LedgerEntry> entry = queue.post(own);
                return entry.isEmpty() || (entry.get().reference().equals(own.reference()) && isPosted(own));
            } catch (CommitUnknownFault e) {
                return true;
            } catch (PhoneUniteFault e) {
                return !isPosted(own);
            }
        }

        private boolean isPosted(Posting own) {
            return posted.containsKey(own.reference());
        }

        @Override
        public Optional<LedgerEntry> alone(Posting one) {
            return Optional.ofNullable(call(List.of(one)).get(one));
        }

        @Override
        public IdentityHashMap<Posting, LedgerEntry> together(List<Posting> postings) {
            return call(postings);
        }

        private IdentityHashMap<Posting, LedgerEntry> call(List<Posting> postings) {
            int luck = calls.incrementAndGet() * 7 % 20;
            LockSupport.parkNanos(10_000);
            if (luck == 0) {
                throw PostgresFault.of("a statement", new SQLException("bad", "22000"));
            }
            IdentityHashMap<Posting, LedgerEntry> entries = new IdentityHashMap<>();
            for (Posting one : postings.subList(luck == 1 ? 1 : 0, postings.size())) {
                if (posted.putIfAbsent(one.reference(), 1) == null) {
                    entries.put(one, entry(one));
                }
            }
            if (luck == 2) {
                throw new CommitUnknownFault("it is not known", new SQLException("gone", "08006"));
            }
            return entries;
        }
    }
}
