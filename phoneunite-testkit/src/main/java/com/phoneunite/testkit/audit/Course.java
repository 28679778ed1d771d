package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the auditor knows of an organization: its state, its plan, and how far it is paid for. */
final class Course {

    private final Ground ground;
    private final Business added;
    State state;
    PlanName plan;
    PlannedPlans planned = PlannedPlans.NONE;
    int anchor = -1;
    Instant anchoredAt;
    int next;
    Optional<Paid> paid = Optional.empty();
    Optional<Progress.Shortage> shortage = Optional.empty();
    Instant suspendedAt;
    private Instant suspendedEarliest;
    Instant lapsed;

    /**
     * Rules B5 and B9: what was charged for the period that was paid last.
     *
     * @param price the price of the plan that it is on now
     * @param daysLeft how many days it has left at most
     * @param changes how often its plan was changed
     * @param spent what was charged for it, less what was credited, in minor units
     */
    record Paid(Held held, long price, int daysLeft, int changes, long spent) {}

    Course(Ground ground, Business added) {
        this.ground = ground;
        this.added = added;
        state = added.state();
        plan = added.plan();
        anchoredAt = added.trialEndsAt().orElse(added.addedAt());
        suspendedAt = Instant.MIN;
        suspendedEarliest = Instant.MIN;
        lapsed = anchoredAt;
    }

    OrganizationId id() {
        return added.id();
    }

    int ordinal() {
        return added.ordinal();
    }

    Business added() {
        return added;
    }

    /** When a period under its anchor starts. */
    Instant start(int n) {
        return Months.start(anchoredAt, n, ground.zone());
    }

    /** When the first period that is not paid is due, or was. */
    Instant due() {
        return start(next);
    }

    /** Rule B8: the first period that is not paid ends the trial, and has no grace. */
    boolean endsTrial() {
        return ordinal() == 0 && anchor == 0 && next == 0;
    }

    /** Whether periods of it fall due. */
    boolean runs() {
        return state.isOpen() && state != State.SUSPENDED;
    }

    /** Rule B9: whether a moment is in a period that was charged. */
    boolean isChargedAt(Instant moment) {
        return runs() && shortage.isEmpty() && next > 0 && due().isAfter(moment);
    }

    /** Rule B9: when the last of its periods started that has begun by then and is not paid. */
    Optional<Instant> lastBegun(Instant moment) {
        int n = shortage.isPresent() ? next + 1 : next;
        while (runs() && !start(n).isAfter(moment)) {
            n++;
        }
        return n == next ? Optional.empty() : Optional.of(start(n - 1));
    }

    /** Rule B9: how many days the period that was paid last has, or those that are left of it at a moment, that day included. */
    int days(Instant from) {
        LocalDate first = ground.dateOf(start(next - 1));
        LocalDate day = ground.dateOf(from);
        return Months.days(day.isBefore(first) ? first : day, ground.dateOf(due()), ground.zone());
    }

    /** It is suspended, at that moment or, by a clock that had gone back, at the earliest at the other one. */
    void suspended(Instant at, Instant earliest) {
        suspendedAt = at;
        suspendedEarliest = earliest;
    }

    /** Whether what the store says of its suspension may be so. */
    boolean mayBeSuspendedSince(Optional<Instant> since) {
        return since.stream().allMatch(one -> !one.isBefore(suspendedEarliest) && !one.isAfter(suspendedAt));
    }

    /** The next period is paid. */
    void paid(PlanName by, Held held, long price) {
        planned = planned.paid(by, due());
        plan = by;
        next++;
        paid = Optional.of(new Paid(held, price, days(start(next - 1)), 0, price));
    }

    /** Its periods are counted from another anchor. */
    void anchored(int number, Instant moment) {
        lapsed = due();
        anchor = number;
        anchoredAt = moment;
        next = 0;
        paid = Optional.empty();
    }

    /** What was charged last, and how often that was exchanged since, is not certain any more. */
    void forgetWhatWasPaid() {
        paid = Optional.empty();
    }

    /** Takes over what the store shows. */
    void takeOver(Business now, Optional<Progress> progress) {
        state = now.state();
        plan = now.plan();
        progress.ifPresent(one -> {
            anchor = one.anchor();
            anchoredAt = one.moment();
            next = one.next();
            shortage = one.shortage();
            planned = one.planned();
            suspendedAt = one.suspendedSince().orElse(Instant.MIN);
            suspendedEarliest = suspendedAt;
        });
    }

    @Override
    public String toString() {
        return "organization " + id();
    }
}
