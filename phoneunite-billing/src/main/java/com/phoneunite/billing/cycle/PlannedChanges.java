package com.phoneunite.billing.cycle;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rule B9: the plans that were asked for and are not charged yet, in the order in which they were asked for. Each counts from the first
 * period that starts after it was asked for until the next one does. There is one at most for each period that has begun and is not paid,
 * and one for what comes then. Immutable.
 *
 * @param all the changes; their times ascend
 */
public record PlannedChanges(List<PlannedChange> all) {

    /** No plan is planned. */
    public static final PlannedChanges NONE = new PlannedChanges(List.of());

    public PlannedChanges {
        all = List.copyOf(all);
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).askedAt().isAfter(all.get(i - 1).askedAt())) {
                throw new IllegalArgumentException(
                        "planned changes are in the order in which they were asked for (B9)");
            }
        }
    }

    /** One planned change, and no other. */
    public static PlannedChanges of(PlannedChange change) {
        return new PlannedChanges(List.of(change));
    }

    /** Whether no plan is planned. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The plan of a period that starts at that moment; empty where it is the one that the organization is on. */
    Optional<PlanName> planAt(Instant start) {
        return before(start).last().map(PlannedChange::plan);
    }

    /** What was asked for last. */
    Optional<PlannedChange> last() {
        return isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Those that a period counts which starts at that moment. */
    PlannedChanges before(Instant start) {
        return where(one -> one.isInForceAt(start));
    }

    /** Those that only a period counts which starts later than at that moment. */
    PlannedChanges after(Instant start) {
        return where(one -> !one.isInForceAt(start));
    }

    /** Nearly always nothing is planned, and then there is nothing to look through. */
    private PlannedChanges where(Predicate<PlannedChange> counts) {
        return isEmpty() ? this : new PlannedChanges(all.stream().filter(counts).toList());
    }

    /** The same with one more, which was asked for later than all of these. */
    PlannedChanges and(PlannedChange change) {
        return new PlannedChanges(Stream.concat(all.stream(), Stream.of(change)).toList());
    }
}
