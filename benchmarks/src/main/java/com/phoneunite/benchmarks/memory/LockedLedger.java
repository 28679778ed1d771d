package com.phoneunite.benchmarks.memory;

import com.phoneunite.input.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A ledger by hand: for each account a lock, a balance and its entries, and a map of references where the same must not be posted twice. */
final class LockedLedger implements HandWritten {

    private final Map<UUID, Book> books = new ConcurrentHashMap<>();
    private final boolean keyed;

    private LockedLedger(boolean keyed) {
        this.keyed = keyed;
    }

    /** A lock and an entry: whoever posts twice, pays twice. */
    static LockedLedger plain() {
        return new LockedLedger(false);
    }

    /** The same reference again changes nothing. */
    static LockedLedger keyed() {
        return new LockedLedger(true);
    }

    /** An entry. */
    private record Entry(long amount, long balanceAfter, UUID organization, String reference, long micros) {}

    private static final class Book {
        private final ReentrantLock lock = new ReentrantLock();
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Entry> byReference = new HashMap<>();
        private long balance;

        Book(long balance) {
            this.balance = balance;
        }
    }

    @Override
    public void open(UUID account, long minor) {
        books.put(account, new Book(minor));
    }

    @Override
    public boolean post(UUID account, UUID organization, String reference, long minor, Instant happenedAt) {
        Book book = books.get(account);
        if (book == null) {
            return false;
        }
        book.lock.lock();
        try {
            @Nullable Entry known = keyed ? book.byReference.get(reference) : null;
            if (known != null) {
                return known.amount == -minor && known.organization.equals(organization);
            }
            if (book.balance <= minor) {
                return false;
            }
            book.balance -= minor;
            Entry entry = new Entry(-minor, book.balance, organization, reference, Moments.microsecondsOf(happenedAt));
            book.entries.add(entry);
            if (keyed) {
                book.byReference.put(reference, entry);
            }
            return true;
        } finally {
            book.lock.unlock();
        }
    }

    @Override
    public List<Line> lines(UUID account) {
        Book book = books.get(account);
        return book == null
                ? List.of()
                : book.entries.stream()
                        .map(one -> new Line(
                                one.amount, one.balanceAfter, one.organization.toString(), one.reference, one.micros))
                        .toList();
    }
}
