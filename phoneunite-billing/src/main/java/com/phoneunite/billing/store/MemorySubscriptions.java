package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Subscriptions by organization, and beside them in the order of their dues: those that are past due, and those that are
 * suspended, apart from the others.
 */
final class MemorySubscriptions implements SubscriptionRepository {

    private final MemoryTable<OrganizationId, Subscription> subscriptions;
    private final MemoryTable<DueKey, Subscription> upcoming;
    private final MemoryTable<DueKey, Subscription> pastDue;
    private final MemoryTable<DueKey, Subscription> suspended;

    MemorySubscriptions(InMemoryStore store) {
        subscriptions = store.table();
        upcoming = store.table();
        pastDue = store.table();
        suspended = store.table();
    }

    @Override
    public Optional<Subscription> find(AccountId account, OrganizationId organization) {
        return subscriptions.find(account, organization);
    }

    @Override
    public List<Subscription> due(AccountId account, Instant moment) {
        List<Subscription> late = until(pastDue, account, moment);
        if (late.isEmpty()) {
            return until(upcoming, account, moment);
        }
        List<Subscription> due = new ArrayList<>(late);
        due.addAll(until(upcoming, account, moment));
        due.sort(Comparator.comparing(DueKey::of));
        return List.copyOf(due);
    }

    @Override
    public boolean anyPastDue(AccountId account) {
        return pastDue.size(account) > 0;
    }

    @Override
    public List<Subscription> suspended(AccountId account) {
        return suspended.list(account, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Instant> nextGraceEnd(AccountId account) {
        return pastDue.list(account, Integer.MAX_VALUE).stream()
                .flatMap(one -> one.shortage().stream())
                .map(Shortage::graceUntil)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Instant> nextDue(AccountId account) {
        return upcoming.list(account, 1).stream().findFirst().map(Subscription::nextDue);
    }

    @Override
    public Optional<Instant> nextPastDueAfter(AccountId account, Instant moment) {
        return pastDue.listAfter(account, DueKey.lastOf(moment), every -> true, 1).stream()
                .findFirst()
                .map(Subscription::nextDue);
    }

    @Override
    public void save(Subscription subscription) {
        AccountId account = subscription.account();
        find(account, subscription.organization())
                .ifPresent(former -> tableOf(former).remove(account, DueKey.of(former)));
        subscriptions.put(account, subscription.organization(), subscription);
        tableOf(subscription).put(account, DueKey.of(subscription), subscription);
    }

    @Override
    public void remove(AccountId account, OrganizationId organization) {
        find(account, organization).ifPresent(former -> {
            tableOf(former).remove(account, DueKey.of(former));
            subscriptions.remove(account, organization);
        });
    }

    private MemoryTable<DueKey, Subscription> tableOf(Subscription subscription) {
        if (subscription.isSuspended()) {
            return suspended;
        }
        return subscription.shortage().isPresent() ? pastDue : upcoming;
    }

    private static List<Subscription> until(
            MemoryTable<DueKey, Subscription> table, AccountId account, Instant moment) {
        return table.listAfter(account, DueKey.FIRST, key -> !key.due().isAfter(moment), Integer.MAX_VALUE);
    }

    private record DueKey(Instant due, OrganizationId organization) implements Comparable<DueKey> {

        private static final DueKey FIRST = new DueKey(Instant.MIN, new OrganizationId(new UUID(0, 0)));

        static DueKey lastOf(Instant due) {
            return new DueKey(due, new OrganizationId(new UUID(-1, -1)));
        }

        static DueKey of(Subscription subscription) {
            return new DueKey(subscription.nextDue(), subscription.organization());
        }

        @Override
        public int compareTo(DueKey other) {
            int order = due.compareTo(other.due);
            return order != 0 ? order : organization.compareTo(other.organization);
        }
    }
}
