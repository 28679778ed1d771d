package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Rules B6 and B8, once nothing is left to do: nothing is due that is covered or that nobody has noticed, no grace is over, and nobody is
 * suspended who is paid for or could be.
 */
record QuietJudge(Dossier dossier) implements Judge {

    @Override
    public void quiet(Look look) {
        for (Course course : dossier.courses()) {
            if (course.runs()) {
                verifyRunning(look, course);
            } else if (course.state == State.SUSPENDED && dossier.arrears == 0) {
                verifySuspended(look, course);
            }
        }
    }

    private void verifyRunning(Look look, Course course) {
        boolean isDue = !course.due().isAfter(look.now());
        if (isDue && course.state != State.PAST_DUE) {
            throw look.breach("B6", course + " is " + course.state + ", and has been due since " + course.due());
        }
        if (isDue && isCovered(look, course, course.due())) {
            throw look.breach("B6", course + " has been due since " + course.due() + ", and the balance covers it");
        }
        if (!isDue && course.state == State.PAST_DUE) {
            throw look.breach("B8", course + " is past due, and paid until " + course.due());
        }
        course.shortage.filter(one -> !one.graceUntil().isAfter(look.now())).ifPresent(one -> {
            throw look.breach("B8", course + " is past due, and its grace was over at " + one.graceUntil());
        });
    }

    private void verifySuspended(Look look, Course course) {
        Instant moment = course.suspendedAt.isAfter(look.now()) ? course.suspendedAt : look.now();
        if (course.due().isAfter(moment)) {
            throw look.breach("B8", course + " is suspended, and paid until " + course.due());
        }
        // Who has nothing left is not looked at for a price that was not known when the account was left alone.
        boolean wasKnown = dossier.balance > 0 || isCovered(look, course, course.suspendedAt);
        if (wasKnown && isCovered(look, course, moment)) {
            throw look.breach("B8", course + " is suspended, and a balance of " + dossier.balance + " pays its return");
        }
    }

    private boolean isCovered(Look look, Course course, Instant start) {
        Optional<Long> price = new Prices(look.facts()).most(course, start);
        return price.filter(minor -> Prices.covers(dossier.balance, minor)).isPresent();
    }
}
