package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Rules O6, B6 and B8: the states of organizations. Past due only with a shortage, suspended only when its grace is over and no attempt is
 * unresolved that was recorded before, or for arrears; working again only when everything due is paid.
 */
final class StateJudge implements Judge {

    private final Dossier dossier;
    private final Duration grace;

    StateJudge(Dossier dossier, Duration grace) {
        this.dossier = dossier;
        this.grace = grace;
    }

    @Override
    public void shortageRecorded(Told told, OrganizationId id, String reference, Instant graceUntil) {
        Course course = dossier.course(told.look(), id);
        if (!told.look().isComplete()) {
            return;
        }
        String expected = id + "/" + course.anchor + "/" + course.next;
        if (!reference.equals(expected)) {
            throw told.breach("B8", "a shortage of " + reference + " is recorded, and " + expected + " is not paid");
        }
        verifyShort(told, course);
        Duration forgiven = course.endsTrial() ? Duration.ZERO : grace;
        Instant since = graceUntil.minus(forgiven);
        if (!told.mayBeAt(since)) {
            throw told.breach(
                    "B8", course + " has a grace until " + graceUntil + ", which does not begin when it is recorded");
        }
        course.shortage = Optional.of(new Progress.Shortage(course.next, since, graceUntil));
    }

    @Override
    public void became(Told told, OrganizationId id, State from, State to) {
        Course course = dossier.course(told.look(), id);
        if (told.look().isComplete()) {
            if (from != course.state) {
                throw told.breach("O6", course + " was " + course.state + ", and is told to have been " + from);
            }
            if (!from.leadsTo(to)) {
                throw told.breach("O6", course + " became " + to + " from " + from);
            }
            verify(told, course, to);
        }
        course.state = to;
        course.shortage = to == State.PAST_DUE ? course.shortage : Optional.empty();
        if (to == State.SUSPENDED) {
            course.suspended(told.recordedAt(), told.earliest());
        }
    }

    private void verify(Told told, Course course, State to) {
        switch (to) {
            case ACTIVE -> verifyPaid(told, course);
            case PAST_DUE -> verifyPastDue(told, course);
            case SUSPENDED -> verifySuspended(told, course);
            case TRIAL, CLOSED -> {}
        }
    }

    private void verifyPaid(Told told, Course course) {
        if (dossier.arrears > 0) {
            throw told.breach("P11", course + " works again, and arrears of " + dossier.arrears + " are open");
        }
        if (!course.due().isAfter(told.earliest())) {
            throw told.breach("O6", course + " works again, and has not paid what was due at " + course.due());
        }
    }

    private void verifyPastDue(Told told, Course course) {
        if (course.shortage.filter(one -> one.period() == course.next).isEmpty()) {
            throw told.breach("B8", course + " is past due, and no shortage is recorded");
        }
        if (course.endsTrial() && dossier.unresolved().isEmpty()) {
            throw told.breach("B8", course + " is past due at the end of its trial, and no attempt is unresolved");
        }
    }

    private void verifySuspended(Told told, Course course) {
        if (dossier.arrears > 0) {
            return;
        }
        if (course.state == State.ACTIVE && !course.endsTrial()) {
            throw told.breach("O6", course + " is suspended with neither arrears nor a shortage");
        }
        verifyShort(told, course);
        Optional<Progress.Shortage> shortage = course.shortage.filter(one -> one.period() == course.next);
        if (!course.endsTrial()
                && shortage.filter(one -> !one.graceUntil().isAfter(told.recordedAt()))
                        .isEmpty()) {
            throw told.breach(
                    "B8",
                    course + " is suspended before its grace ends at "
                            + shortage.map(one -> one.graceUntil().toString()).orElse("a moment not told"));
        }
        for (Attempt attempt : dossier.unresolved()) {
            if (!attempt.recordedAt().isAfter(told.earliest())) {
                throw told.breach("B8", course + " is suspended while attempt " + attempt.key() + " is unresolved");
            }
        }
    }

    /** Its first unpaid period is due and not covered. */
    private void verifyShort(Told told, Course course) {
        if (course.due().isAfter(told.recordedAt())) {
            throw told.breach("B8", course + " is short of what is due only at " + course.due());
        }
        Optional<Long> price = new Prices(told.look().facts()).most(course, course.due());
        if (price.filter(minor -> Prices.covers(dossier.balance, minor)).isPresent()) {
            throw told.breach(
                    "B8",
                    course + " is short of " + price.get() + ", which a balance of " + dossier.balance + " covers");
        }
    }
}
