package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.audit.Course.Paid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Rule B9: what a change of plan costs. Within a charged period the rest of it is exchanged, by the day and each price rounded half to even;
 * elsewhere nothing is posted; and no number of changes brings back more than was charged.
 */
final class ExchangeJudge implements Judge {

    private final Dossier dossier;
    private Optional<Change> open = Optional.empty();

    /** A plan was changed within a charged period, and what that costs is not told yet. */
    private record Change(Course course, PlanName to, Told told) {}

    ExchangeJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void planned(Told told, OrganizationId id, PlanName plan) {
        Course course = dossier.course(told.look(), id);
        course.planned = course.planned.and(
                new Planned(plan, told.earliest(), told.recordedAt()),
                course.lastBegun(told.earliest()),
                course.lastBegun(told.recordedAt()));
    }

    @Override
    public void planDropped(Told told, OrganizationId id, PlanName plan) {
        Course course = dossier.course(told.look(), id);
        if (told.look().isComplete() && !course.planned.mayEndWith(plan)) {
            throw told.breach("B9", course + " drops plan " + plan + ", and has " + course.planned.all() + " planned");
        }
        course.planned = course.planned.withoutLast();
    }

    @Override
    public void planBecame(Told told, OrganizationId id, PlanName from, PlanName to) {
        Course course = dossier.course(told.look(), id);
        if (!told.look().isComplete()) {
            course.plan = to;
            return;
        }
        if (!course.plan.equals(from)) {
            throw told.breach("B9", course + " was on plan " + course.plan + ", and is told to have left " + from);
        }
        if (told.bySystem() && course.planned.mayBe(to, course.due())) {
            course.planned = course.planned.paid(to, course.due());
            course.plan = to;
            return;
        }
        if (told.bySystem()) {
            throw told.breach("B9", course + " is put on plan " + to + " by the system, and nobody planned that");
        }
        if (course.isChargedAt(told.recordedAt()) || course.isChargedAt(told.earliest())) {
            open = Optional.of(new Change(course, to, told));
        }
        course.planned = PlannedPlans.NONE;
        course.plan = to;
    }

    @Override
    public void happened(Told told) {
        open.filter(one -> told.position() > one.told().position() + 1).ifPresent(this::isFree);
    }

    @Override
    public void line(Told told, Line line) {
        boolean isExchange = line.kind() == LineKind.PLAN_CHARGE || line.kind() == LineKind.PLAN_CREDIT;
        if (isExchange && told.look().isComplete()) {
            exchanged(told, line);
        } else if (isExchange) {
            ToldExchange.verify(told, line, dossier.ground);
        } else {
            open.ifPresent(this::isFree);
        }
    }

    @Override
    public void seen(Look look) {
        open.ifPresent(this::isFree);
    }

    private void exchanged(Told told, Line line) {
        PeriodName name = PeriodName.of(told, line, true);
        Change change = open.filter(one -> one.course().id().equals(name.organization()))
                .orElseThrow(
                        () -> told.breach("B9", "no plan was changed within a charged period, and there is " + line));
        open = Optional.empty();
        Course course = change.course();
        if (name.anchor() != course.anchor || name.n() != course.next - 1) {
            throw told.breach("B9", line + " is for another period than the charged one, " + (course.next - 1));
        }
        if (!told.mayBeAt(line.happenedAt())) {
            throw told.breach("B9", line + " is told to have happened at " + line.happenedAt());
        }
        course.paid.ifPresentOrElse(
                paid -> exchanged(change, paid, name, line), () -> ToldExchange.verify(told, line, dossier.ground));
    }

    private void exchanged(Change change, Paid paid, PeriodName name, Line line) {
        Told told = change.told();
        Course course = change.course();
        if (name.change() != paid.changes() + 1) {
            throw told.breach("B9", line + " follows change " + paid.changes() + " of the period");
        }
        int left = Math.min(paid.daysLeft(), course.days(line.happenedAt()));
        long price = price(change, paid);
        long expected = difference(course, paid, price, left);
        if (-line.minor() != expected) {
            throw told.breach(
                    "B9",
                    course + " went to plan " + change.to() + " with " + left + " of " + days(course)
                            + " days left, from a price of " + paid.price() + " to " + price
                            + ", which costs " + expected + ", and there is " + line);
        }
        keep(change, paid, left, price, expected);
    }

    /** Nothing was posted for the change, so it has to cost nothing. */
    private void isFree(Change change) {
        open = Optional.empty();
        Course course = change.course();
        Told told = change.told();
        course.paid.ifPresent(paid -> {
            int left = Math.min(paid.daysLeft(), days(course, told, paid));
            long price = price(change, paid);
            long expected = difference(course, paid, price, left);
            if (expected != 0 && course.isChargedAt(told.earliest()) && isCertain(told, course)) {
                throw told.breach(
                        "B9",
                        course + " went to plan " + change.to() + " with " + left + " days left, which costs "
                                + expected + ", and nothing was posted");
            }
            keep(change, paid, left, price, 0);
        });
    }

    /** Where it is not certain on which day a plan was changed, the explanation tells how many days were left. */
    private static int days(Course course, Told told, Paid paid) {
        String reference = course.id() + "/" + course.anchor + "/" + (course.next - 1) + "/" + (paid.changes() + 1);
        Optional<ToldExchange> explained = told.look().facts().exchange(reference);
        return isCertain(told, course)
                ? course.days(told.recordedAt())
                : explained.map(ToldExchange::daysLeft).orElseGet(() -> course.days(told.recordedAt()));
    }

    private static boolean isCertain(Told told, Course course) {
        return told.earliest().isAfter(Instant.MIN) && course.days(told.earliest()) == course.days(told.recordedAt());
    }

    private static void keep(Change change, Paid paid, int left, long price, long posted) {
        long spent = paid.spent() + posted;
        if (spent < 0) {
            throw change.told()
                    .breach(
                            "B9",
                            "changes of plan have brought back " + -spent + " more than was charged for "
                                    + change.course());
        }
        change.course().paid = Optional.of(new Paid(paid.held(), price, left, paid.changes() + 1, spent));
    }

    private static long price(Change change, Paid paid) {
        return change.told()
                .look()
                .facts()
                .tariff(change.to())
                .map(tariff -> tariff.price(change.course().start(change.course().next - 1), paid.held()))
                .orElseThrow(() -> change.told().breach("B9", "the host has no plan " + change.to()));
    }

    private static int days(Course course) {
        return course.days(course.start(course.next - 1));
    }

    /** What it costs to exchange the price of the period that was paid last, with so many days left; less than 0 where it credits. */
    static long difference(Course course, Paid paid, long price, int daysLeft) {
        int left = Math.min(paid.daysLeft(), daysLeft);
        return part(price, left, days(course)) - part(paid.price(), left, days(course));
    }

    static long part(long price, int left, int days) {
        return BigDecimal.valueOf(price)
                .multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
