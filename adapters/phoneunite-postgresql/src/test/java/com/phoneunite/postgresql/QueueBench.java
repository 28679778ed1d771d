package com.phoneunite.postgresql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A queue of usages beside a database whose every call is answered by the test. */
final class QueueBench implements UsageQueue.Calls {

    static final int MOST = 20;
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private Optional<Future<Optional<LedgerEntry>>> first = Optional.empty();

    /** Whoever came first has been told of its entry. */
    void close() throws ExecutionException, InterruptedException, TimeoutException {
        if (first.isPresent()) {
            assertThat(told(first.get())).isPresent();
        }
        threads.shutdownNow();
    }

    boolean isFirstDone() {
        return first.orElseThrow().isDone();
    }

    /** A call that waits until the test answers it. */
    static final class Asked {

        private final List<Posting> postings;
        private final CountDownLatch answered = new CountDownLatch(1);
        private Function<Posting, Optional<LedgerEntry>> answer = one -> Optional.of(entry(one));
        private Optional<Throwable> fault = Optional.empty();
        final boolean isCalledByAnInterruptedThread = Thread.currentThread().isInterrupted();

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

    static LedgerEntry entry(Posting one) {
        return SinglePosting.entry(one, one.currency(), 1, 1, 1, one.change().at());
    }

    static Posting posting(int account, String reference) {
        return new Posting(
                new Change(new AccountId(new UUID(0, account)), Actor.system(), Instant.EPOCH),
                EntryKind.USAGE,
                Optional.of(new OrganizationId(new UUID(1, account))),
                Money.parse("USD 0.01"),
                reference,
                Instant.EPOCH);
    }

    /** In which nobody is ever too long under way. */
    UsageQueue queue(int atOnce) {
        return queue(atOnce, FOR_EVER);
    }

    UsageQueue queue(int atOnce, Duration patience) {
        return new UsageQueue(this, atOnce, MOST, patience);
    }

    Future<Optional<LedgerEntry>> post(UsageQueue queue, int account, String reference) {
        return threads.submit(() -> queue.post(posting(account, reference)));
    }

    /** The call of one who came first. */
    Asked underWay(UsageQueue queue, int account) throws InterruptedException {
        first = Optional.of(post(queue, account, "first"));
        return next();
    }

    /** Callers of as many accounts, who wait in their order. */
    Map<String, Future<Optional<LedgerEntry>>> waiting(UsageQueue queue, int from, int count)
            throws InterruptedException {
        Map<String, Future<Optional<LedgerEntry>>> callers = new ConcurrentHashMap<>();
        for (int i = from; i < from + count; i++) {
            callers.put("of-" + i, post(queue, i, "of-" + i));
        }
        awaitWaiting(queue, count);
        return callers;
    }

    static void awaitWaiting(UsageQueue queue, int count) throws InterruptedException {
        while (queue.waiting() < count) {
            Thread.sleep(1);
        }
    }

    static Optional<LedgerEntry> told(@Nullable Future<Optional<LedgerEntry>> caller)
            throws ExecutionException, InterruptedException, TimeoutException {
        return requireNonNull(caller).get(30, TimeUnit.SECONDS);
    }
}
