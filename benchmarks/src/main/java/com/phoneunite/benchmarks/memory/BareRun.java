package com.phoneunite.benchmarks.memory;

import com.phoneunite.organization.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Bare objects: for each account a lock, a balance, its organizations and its entries. Whoever runs it twice at once, charges twice. */
final class BareRun implements HandWrittenRun {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 2, 1);
    private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

    private final List<Account> accounts = new ArrayList<>();

    BareRun(int count, int organizations) {
        for (int i = 0; i < count; i++) {
            Account account = new Account();
            for (int ordinal = 0; ordinal < organizations; ordinal++) {
                account.organizations.add(new Organization(MemoryHost.organization(i, ordinal)));
            }
            accounts.add(account);
        }
    }

    private static final class Account {
        private final ReentrantLock lock = new ReentrantLock();
        private final List<Organization> organizations = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private long balance = MemoryHost.FUNDS;
    }

    private static final class Organization {
        private final OrganizationId id;
        private int next = 1;
        private long due = ANCHOR.plusMonths(1).toEpochDay();

        Organization(OrganizationId id) {
            this.id = id;
        }
    }

    private record Entry(long amount, long balanceAfter, OrganizationId organization, int period, long micros) {}

    @Override
    public int charge(long epochDay) {
        int charged = 0;
        for (Account account : accounts) {
            account.lock.lock();
            try {
                for (Organization one : account.organizations) {
                    if (one.due <= epochDay && account.balance > MemoryHost.PRICE) {
                        account.balance -= MemoryHost.PRICE;
                        account.entries.add(new Entry(
                                -MemoryHost.PRICE, account.balance, one.id, one.next, one.due * MICROS_A_DAY));
                        one.next++;
                        one.due = ANCHOR.plusMonths(one.next).toEpochDay();
                        charged++;
                    }
                }
            } finally {
                account.lock.unlock();
            }
        }
        return charged;
    }

    @Override
    public List<HandWritten.Line> lines(int account) {
        return accounts.get(account).entries.stream()
                .map(one -> new HandWritten.Line(
                        one.amount,
                        one.balanceAfter,
                        one.organization.toString(),
                        one.organization + "/0/" + one.period,
                        one.micros))
                .toList();
    }
}
