package com.phoneunite.postgresql;

import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All subscriptions of an account, as {@link PostgresSubscriptions} would find them. Not thread-safe. */
final class SubscriptionsAhead {

    private static final Comparator<Subscription> BY_DUE =
            Comparator.comparing(Subscription::nextDue).thenComparing(Subscription::organization);

    private final Map<OrganizationId, Subscription> all = new HashMap<>();
    private final Set<OrganizationId> saved = new LinkedHashSet<>();

    void read(Subscription one) {
        all.put(one.organization(), one);
    }

    void save(Subscription one) {
        read(one);
        saved.add(one.organization());
    }

    Stream<Subscription> saved() {
        return saved.stream().flatMap(id -> find(id).stream());
    }

    Optional<Subscription> find(OrganizationId organization) {
        return Optional.ofNullable(all.get(organization));
    }

    List<Subscription> due(Instant moment) {
        return all.values().stream()
                .filter(one -> !one.isSuspended() && !one.nextDue().isAfter(moment))
                .sorted(BY_DUE)
                .toList();
    }

    List<Subscription> suspended() {
        return all.values().stream()
                .filter(Subscription::isSuspended)
                .sorted(BY_DUE)
                .toList();
    }

    boolean anyPastDue() {
        return all.values().stream().anyMatch(SubscriptionsAhead::isPastDue);
    }

    Optional<Instant> nextGraceEnd() {
        return all.values().stream()
                .filter(SubscriptionsAhead::isPastDue)
                .flatMap(one -> one.shortage().stream())
                .map(Shortage::graceUntil)
                .min(Comparator.naturalOrder());
    }

    Optional<Instant> nextDue() {
        return first(one -> !one.isSuspended() && !isPastDue(one));
    }

    Optional<Instant> nextPastDueAfter(Instant moment) {
        return first(one -> isPastDue(one) && one.nextDue().isAfter(moment));
    }

    private Optional<Instant> first(Predicate<Subscription> are) {
        return all.values().stream().filter(are).map(Subscription::nextDue).min(Comparator.naturalOrder());
    }

    private static boolean isPastDue(Subscription one) {
        return !one.isSuspended() && one.shortage().isPresent();
    }
}
