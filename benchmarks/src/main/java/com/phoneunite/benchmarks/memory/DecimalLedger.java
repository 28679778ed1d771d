package com.phoneunite.benchmarks.memory;

import com.phoneunite.input.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger by hand as it is often written: decimals for money, moments as objects, and a map of references. */
final class DecimalLedger implements HandWritten {

    private final Map<UUID, Book> books = new ConcurrentHashMap<>();

    /** An entry. */
    private record Entry(
            BigDecimal amount, BigDecimal balanceAfter, UUID organization, String reference, Instant happenedAt) {}

    private static final class Book {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Entry> byReference = new HashMap<>();
        private BigDecimal balance;

        Book(BigDecimal balance) {
            this.balance = balance;
        }

        synchronized boolean deduct(BigDecimal amount, UUID organization, String reference, Instant happenedAt) {
            if (byReference.containsKey(reference)) {
                return true;
            }
            BigDecimal after = balance.subtract(amount);
            if (after.signum() <= 0) {
                return false;
            }
            balance = after;
            Entry entry = new Entry(amount.negate(), after, organization, reference, happenedAt);
            entries.add(entry);
            byReference.put(reference, entry);
            return true;
        }
    }

    @Override
    public void open(UUID account, long minor) {
        books.put(account, new Book(BigDecimal.valueOf(minor, 2)));
    }

    @Override
    public boolean post(UUID account, UUID organization, String reference, long minor, Instant happenedAt) {
        Book book = books.get(account);
        return book != null && book.deduct(BigDecimal.valueOf(minor, 2), organization, reference, happenedAt);
    }

    @Override
    public List<Line> lines(UUID account) {
        Book book = books.get(account);
        return book == null
                ? List.of()
                : book.entries.stream()
                        .map(one -> new Line(
                                one.amount.unscaledValue().longValueExact(),
                                one.balanceAfter.unscaledValue().longValueExact(),
                                one.organization.toString(),
                                one.reference,
                                Moments.microsecondsOf(one.happenedAt)))
                        .toList();
    }
}
