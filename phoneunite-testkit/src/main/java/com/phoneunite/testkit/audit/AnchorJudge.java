package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Rules O4 and B4: from when on an organization is billable. The first ever from the end of its trial, every other from when it was added, and
 * again from the day on which it returns from suspension.
 */
final class AnchorJudge implements Judge {

    private final Dossier dossier;
    private final int trialDays;

    AnchorJudge(Dossier dossier, int trialDays) {
        this.dossier = dossier;
        this.trialDays = trialDays;
    }

    @Override
    public void added(Told told, OrganizationId id, State state, PlanName plan) {
        if (dossier.knows(id)) {
            throw told.breach("O1", "organization " + id + " was added twice");
        }
        Course course = dossier.course(told.look(), id);
        boolean isFirst = dossier.courses().size() == 1;
        if (course.ordinal() == 0 != isFirst) {
            throw told.breach("O4", course + " has place " + course.ordinal() + " among those that were ever added");
        }
        if (state != (isFirst ? State.TRIAL : State.ACTIVE)) {
            throw told.breach("O4", course + " was added as " + state);
        }
        Instant since = isFirst ? dossier.ground.openedAt() : course.added().addedAt();
        if (told.look().isComplete() && !told.mayBeAt(since)) {
            throw told.breach("B4", course + " is kept as added at " + since);
        }
        course.state = state;
        course.plan = plan;
    }

    @Override
    public void anchored(Told told, OrganizationId id, int number, Instant moment) {
        Course course = dossier.course(told.look(), id);
        if (told.look().isComplete() && number != course.anchor + 1) {
            throw told.breach("B4", course + " has anchor " + number + " after anchor " + course.anchor);
        }
        if (number == 0) {
            first(told, course, moment);
        } else if (told.look().isComplete()) {
            returned(told, course, moment);
        }
        course.anchored(number, moment);
    }

    private void first(Told told, Course course, Instant moment) {
        Instant billable = course.ordinal() == 0 ? trialEnd() : course.added().addedAt();
        if (!moment.equals(billable)) {
            throw told.breach("B4", course + " is billable from " + moment + ", and expected was " + billable);
        }
    }

    private void returned(Told told, Course course, Instant moment) {
        if (course.state != State.SUSPENDED) {
            throw told.breach("B4", course + " is anchored anew, and was not suspended but " + course.state);
        }
        boolean isAtSuspension = moment.equals(course.suspendedAt) && !moment.isBefore(told.earliest());
        if (!told.mayBeAt(moment) && !isAtSuspension) {
            throw told.breach("B4", course + " returned and is anchored at " + moment);
        }
    }

    @Override
    public void seen(Look look) {
        if (!look.isThorough()) {
            return;
        }
        look.facts().businesses().forEach(business -> {
            boolean isRight = business.ordinal() == 0
                    ? business.trialEndsAt().filter(trialEnd()::equals).isPresent()
                    : business.trialEndsAt().isEmpty() && business.state() != State.TRIAL;
            if (!isRight) {
                throw look.breach(
                        "O4",
                        "organization " + business.id() + " (place " + business.ordinal() + ", " + business.state()
                                + ") has a trial until " + business.trialEndsAt() + "; the only one ends at "
                                + trialEnd());
            }
        });
    }

    private Instant trialEnd() {
        LocalDate opened = dossier.ground.dateOf(dossier.ground.openedAt());
        return Months.firstMomentOf(opened.plusDays(trialDays), dossier.ground.zone());
    }
}
