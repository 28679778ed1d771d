package com.phoneunite.benchmarks.memory;

import com.phoneunite.input.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A run as it is often written: texts for ids, decimals for money, moments as objects, and a map of what was charged already. */
final class DecimalRun implements HandWrittenRun {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 2, 1);
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final BigDecimal PRICE = BigDecimal.valueOf(MemoryHost.PRICE, 2);

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Entry> byReference = new ConcurrentHashMap<>();

    DecimalRun(int count, int organizations) {
        for (int i = 0; i < count; i++) {
            Account account = new Account();
            for (int ordinal = 0; ordinal < organizations; ordinal++) {
                String id = MemoryHost.organization(i, ordinal).toString();
                account.organizations.put(id, new Organization(id));
            }
            accounts.put(MemoryHost.account(i).toString(), account);
        }
    }

    private static final class Account {
        private final Map<String, Organization> organizations = new LinkedHashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private BigDecimal balance = BigDecimal.valueOf(MemoryHost.FUNDS, 2);
    }

    private static final class Organization {
        private final String id;
        private int next = 1;
        private Instant due = dueOf(1);

        Organization(String id) {
            this.id = id;
        }
    }

    private record Entry(
            BigDecimal amount, BigDecimal balanceAfter, String organization, String reference, Instant happenedAt) {}

    private static Instant dueOf(int period) {
        return ANCHOR.plusMonths(period).atStartOfDay(ZONE).toInstant();
    }

    @Override
    public int charge(long epochDay) {
        Instant now = LocalDate.ofEpochDay(epochDay).atStartOfDay(ZONE).toInstant();
        int charged = 0;
        for (Account account : accounts.values()) {
            synchronized (account) {
                for (Organization one : account.organizations.values()) {
                    charged += charge(account, one, now) ? 1 : 0;
                }
            }
        }
        return charged;
    }

    private boolean charge(Account account, Organization one, Instant now) {
        String reference = one.id + "/0/" + one.next;
        BigDecimal after = account.balance.subtract(PRICE);
        if (one.due.isAfter(now) || after.signum() <= 0) {
            return false;
        }
        Entry entry = new Entry(PRICE.negate(), after, one.id, reference, one.due);
        if (byReference.putIfAbsent(reference, entry) != null) {
            return false;
        }
        account.balance = after;
        account.entries.add(entry);
        one.next++;
        one.due = dueOf(one.next);
        return true;
    }

    @Override
    public List<HandWritten.Line> lines(int account) {
        Account found = accounts.get(MemoryHost.account(account).toString());
        return found == null
                ? List.of()
                : found.entries.stream()
                        .map(one -> new HandWritten.Line(
                                one.amount.unscaledValue().longValueExact(),
                                one.balanceAfter.unscaledValue().longValueExact(),
                                one.organization,
                                one.reference,
                                Moments.microsecondsOf(one.happenedAt)))
                        .toList();
    }
}
