package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.CommitUnknownFault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers at once, beside a database that fails now and then. */
@Timeout(60)
class UsageQueueCrowdTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    /** Whatever happens to a call, and however soon it counts as long, everybody is told their own, and each is posted once. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 1_000_000, 600_000_000_000L})
    void B10_amongManyEverybodyIsToldOnce(long patience) throws Exception {
        HastyDatabase hasty = new HastyDatabase();
        UsageQueue queue = new UsageQueue(hasty, 2, QueueBench.MOST, Duration.ofNanos(patience));
        List<Future<Integer>> all = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int own = thread;
            all.add(threads.submit(() -> {
                int told = 0;
                for (int i = 0; i < 1_000; i++) {
                    told += hasty.isToldRight(queue, QueueBench.posting(i % 5, own + "-" + i)) ? 1 : 0;
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
                    entries.put(one, QueueBench.entry(one));
                }
            }
            if (luck == 2) {
                throw new CommitUnknownFault("it is not known", new SQLException("gone", "08006"));
            }
            return entries;
        }
    }
}
