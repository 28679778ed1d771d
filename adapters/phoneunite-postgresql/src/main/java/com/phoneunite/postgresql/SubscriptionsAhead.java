package com.phoneunite.postgresql;

import com.phoneunite.billing.cycle.PaidTerms;
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

    private final Map<OrganizationId, Subscription> asRead = new HashMap<>();
    private final Map<OrganizationId, Subscription> all = new HashMap<>();
    private final Set<OrganizationId> saved = new LinkedHashSet<>();

    void read(Subscription one) {
        asRead.put(one.organization(), one);
        all.put(one.organization(), one);
    }

    void save(Subscription one) {
        all.put(one.organization(), one);
        saved.add(one.organization());
    }

    /** As the database has it. */
    Optional<Subscription> asRead(OrganizationId organization) {
        return Optional.ofNullable(asRead.get(organization));
    }

    /** What is to be written: only what goes on with another period and is otherwise as it was, or only the others. */
    Stream<Subscription> saved(boolean onlyGoOn) {
        return saved.stream().flatMap(id -> find(id).stream()).filter(one -> onlyGoesOn(one) == onlyGoOn);
    }

    private boolean onlyGoesOn(Subscription one) {
        return asRead(one.organization())
                .filter(read -> read.paid().isPresent())
                .map(read -> new Subscription(
                        read.account(),
                        read.organization(),
                        read.zone(),
                        read.anchor(),
                        one.nextPeriod(),
                        read.paid().map(paid -> goingOn(paid, one)),
                        read.shortage(),
                        read.suspendedSince(),
                        read.planned()))
                .filter(one::equals)
                .isPresent();
    }

    /** The same terms, with the days that the other one's period has left. */
    private static PaidTerms goingOn(PaidTerms paid, Subscription other) {
        return new PaidTerms(
                paid.terms(),
                paid.changes(),
                other.paid().map(PaidTerms::daysLeft).orElseGet(paid::daysLeft));
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
