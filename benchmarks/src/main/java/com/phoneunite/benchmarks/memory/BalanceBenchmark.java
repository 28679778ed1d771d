package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.input.Moments;
import com.phoneunite.store.UnitOfWork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads the balance of an account with many entries: now, and as it was at a random moment of its history. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BalanceBenchmark {

    private static final int MOMENTS = 1 << 12;

    /** Moments of the history, one after the other. */
    @State(Scope.Thread)
    public static class Moment {

        @Param("1000")
        int entries;

        private final Instant[] moments = new Instant[MOMENTS];
        private int next;

        @Setup(Level.Trial)
        public void choose() {
            Random random = new Random(3);
            for (int i = 0; i < MOMENTS; i++) {
                moments[i] = at(random.nextInt(entries) + 1);
            }
        }

        Instant next() {
            return moments[next++ & MOMENTS - 1];
        }
    }

    /** An account of ours. */
    @State(Scope.Benchmark)
    public static class Ours {

        private static final AccountId ACCOUNT = MemoryHost.account(0);

        /** How many entries it has beside its first. */
        @Param("1000")
        int entries;

        private MemoryHost host = new MemoryHost(0, 0);
        private UnitOfWork unitOfWork = host.store().core().unitOfWork();
        private LedgerRepository ledger = host.store().ledger();
        private BillingOperator operator = host.billing().actingAs("desk");

        @Setup(Level.Trial)
        public void fill() {
            host = new MemoryHost(1, 1);
            Load load = new Load("history", 1, entries);
            for (int i = 0; i < entries; i++) {
                Posters.oneStep(host, at(i)).post(load, i);
            }
            unitOfWork = host.store().core().unitOfWork();
            ledger = host.store().ledger();
            operator = host.billing().actingAs("desk");
        }

        long balance() {
            return unitOfWork
                    .view(ACCOUNT, () -> ledger.head(ACCOUNT))
                    .map(LedgerHead::balanceMinor)
                    .orElse(0L);
        }

        Money balanceAtTheDoor() {
            return operator.balance(ACCOUNT);
        }

        long balanceBefore(Instant moment) {
            return unitOfWork
                    .view(ACCOUNT, () -> ledger.headBefore(ACCOUNT, moment))
                    .map(LedgerHead::balanceMinor)
                    .orElse(0L);
        }
    }

    /** The same by hand: an account behind a look-up and a lock, with a balance, and its entries in columns. */
    @State(Scope.Benchmark)
    public static class ByHand {

        private static final UUID ACCOUNT = MemoryHost.account(0).value();

        @Param("1000")
        int entries;

        private final Map<UUID, Book> books = new ConcurrentHashMap<>();
        private Book book = new Book(0);

        private static final class Book {
            private final ReentrantLock lock = new ReentrantLock();
            private final long[] micros;
            private final long[] amounts;
            private final long[] balances;
            private final long balance;

            Book(int entries) {
                micros = new long[entries + 1];
                amounts = new long[entries + 1];
                balances = new long[entries + 1];
                long sum = 0;
                for (int i = 0; i <= entries; i++) {
                    micros[i] = i == 0 ? Long.MIN_VALUE : Moments.microsecondsOf(at(i - 1));
                    amounts[i] = i == 0 ? MemoryHost.FUNDS : -Load.AMOUNT;
                    sum += amounts[i];
                    balances[i] = sum;
                }
                balance = sum;
            }

            long balanceBefore(Instant moment) {
                int found = Arrays.binarySearch(micros, Moments.microsecondsOf(moment));
                int behind = found < 0 ? -found - 1 : found;
                return behind == 0 ? 0 : balances[behind - 1];
            }
        }

        @Setup(Level.Trial)
        public void fill() {
            book = new Book(entries);
            books.put(ACCOUNT, book);
        }

        long balance() {
            return locked(Optional.empty());
        }

        long balanceBefore(Instant moment) {
            return locked(Optional.of(moment));
        }

        private long locked(Optional<Instant> before) {
            Book one = books.getOrDefault(ACCOUNT, book);
            one.lock.lock();
            try {
                return before.isPresent() ? one.balanceBefore(before.get()) : one.balance;
            } finally {
                one.lock.unlock();
            }
        }

        long stored() {
            return book.balance;
        }

        long sum() {
            return Arrays.stream(book.amounts).sum();
        }
    }

    private static Instant at(int entry) {
        return MemoryHost.DUE.plus(entry, ChronoUnit.SECONDS);
    }

    /** What all of them answer, for whoever compares: now by hand, by summing, by the port and at the door; then as of the moment. */
    static List<Long> answers(ByHand floor, Ours ours, Instant moment) {
        return List.of(
                floor.balance(),
                floor.stored(),
                floor.sum(),
                ours.balance(),
                ours.balanceAtTheDoor().getAmountMinorLong(),
                floor.balanceBefore(moment),
                ours.balanceBefore(moment));
    }

    /** A field. */
    @Benchmark
    public long stored(ByHand floor) {
        return floor.stored();
    }

    /** The sum of all entries. */
    @Benchmark
    public long summed(ByHand floor) {
        return floor.sum();
    }

    /** A look-up, a lock and a field. */
    @Benchmark
    public long lookedUp(ByHand floor) {
        return floor.balance();
    }

    /** The port of the ledger in a view. */
    @Benchmark
    public long port(Ours ours) {
        return ours.balance();
    }

    /** What a host calls. */
    @Benchmark
    public Money frontDoor(Ours ours) {
        return ours.balanceAtTheDoor();
    }

    /** A look-up, a lock and a search by halves. */
    @Benchmark
    public long searched(ByHand floor, Moment moment) {
        return floor.balanceBefore(moment.next());
    }

    /** The port of the ledger in a view. */
    @Benchmark
    public long portBefore(Ours ours, Moment moment) {
        return ours.balanceBefore(moment.next());
    }
}
