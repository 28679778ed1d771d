package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rule B9: the plans that an organization is told to have planned, in the order in which they were asked for.
 *
 * @param isCertain false where nobody can tell which of them gave way, as a period began at about the moment of a change
 */
record PlannedPlans(List<Planned> all, boolean isCertain) {

    static final PlannedPlans NONE = new PlannedPlans(List.of(), true);

    PlannedPlans {
        all = List.copyOf(all);
    }

    /** The same once another plan is asked for. What counts for the last period that has begun by then stays. */
    PlannedPlans and(Planned next, Optional<Instant> begunEarliest, Optional<Instant> begunLatest) {
        Stream<Planned> kept =
                all.stream().filter(one -> begunLatest.filter(one::mayCountAt).isPresent());
        boolean isClear = begunEarliest.equals(begunLatest)
                && all.stream()
                        .allMatch(one -> begunLatest
                                .map(start -> one.mayCountAt(start) == one.countsAt(start))
                                .orElse(true));
        return new PlannedPlans(Stream.concat(kept, Stream.of(next)).toList(), isCertain && isClear);
    }

    /** The same without the one that was asked for last. */
    PlannedPlans withoutLast() {
        return all.isEmpty() ? this : new PlannedPlans(all.subList(0, all.size() - 1), isCertain);
    }

    /** Whether a period that starts then may be on that plan. */
    boolean mayBe(PlanName plan, Instant start) {
        return last(plan, start) >= 0;
    }

    /** What is left once the period that starts then is on that plan. */
    PlannedPlans paid(PlanName plan, Instant start) {
        return new PlannedPlans(all.subList(last(plan, start) + 1, all.size()), isCertain);
    }

    /** The plans that a period may be on which starts then, for an organization on that plan: one, where it is certain. */
    List<PlanName> at(Instant start, PlanName otherwise) {
        List<PlanName> plans = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Planned one = all.get(i);
            if (one.mayCountAt(start)) {
                plans.add(one.plan());
            }
            if (isCertain && one.countsAt(start)) {
                return plans;
            }
        }
        plans.add(otherwise);
        return plans;
    }

    /** Whether a store that keeps those may tell the truth; where it is not certain which there are, it may. */
    boolean mayBeKeptAs(PlannedPlans kept) {
        return !isCertain
                || (all.size() == kept.all.size()
                        && IntStream.range(0, all.size())
                                .allMatch(i -> all.get(i).mayBeKeptAs(kept.all.get(i))));
    }

    /** Whether that plan may be the one that was asked for last. */
    boolean mayEndWith(PlanName plan) {
        return !isCertain || (!all.isEmpty() && all.get(all.size() - 1).plan().equals(plan));
    }

    private int last(PlanName plan, Instant start) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).plan().equals(plan) && all.get(i).mayCountAt(start)) {
                return i;
            }
        }
        return -1;
    }
}
