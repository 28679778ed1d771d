package com.phoneunite.testkit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules X3, O6 and B8: what the store shows of organizations is what was told of them. It takes over what the store shows where not all was
 * told.
 */
final class CourseJudge implements Judge {

    private final Dossier dossier;

    CourseJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void seen(Look look) {
        List<Course> touched = new ArrayList<>(dossier.takeTouched());
        if (look.isThorough() || !look.isComplete()) {
            for (Business business : look.facts().businesses()) {
                boolean isNew = !dossier.knows(business.id());
                if (isNew && look.isComplete()) {
                    throw look.breach("X3", "organization " + business.id() + " is there, and no event tells of it");
                }
                Course course = dossier.course(look, business.id());
                if (!touched.contains(course)) {
                    touched.add(course);
                }
            }
            dossier.takeTouched();
        }
        touched.forEach(course -> verify(look, course));
    }

    private static void verify(Look look, Course course) {
        Business business = look.facts()
                .business(course.id())
                .orElseThrow(() -> look.breach("O7", course + " is not there any more"));
        Optional<Progress> progress = look.facts().progress(course.id());
        if (look.isComplete()) {
            verify(look, course, business, progress);
        } else {
            course.forgetWhatWasPaid();
        }
        course.takeOver(business, progress);
        if (progress.isEmpty() == business.state().isOpen()) {
            throw look.breach("O7", course + " is " + business.state() + ", and its periods say otherwise");
        }
    }

    private static void verify(Look look, Course course, Business business, Optional<Progress> progress) {
        if (business.state() != course.state) {
            throw look.breach("X3", course + " is " + business.state() + ", and was told to be " + course.state);
        }
        if (!business.plan().equals(course.plan)) {
            throw look.breach(
                    "X3", course + " is on plan " + business.plan() + ", and was told to be on " + course.plan);
        }
        progress.ifPresent(one -> verify(look, course, one));
    }

    private static void verify(Look look, Course course, Progress progress) {
        if (progress.anchor() != course.anchor || !progress.moment().equals(course.anchoredAt)) {
            throw look.breach(
                    "B4",
                    course + " is anchored at " + progress.moment() + ", and was told to be at " + course.anchoredAt);
        }
        if (progress.next() != course.next) {
            throw look.breach(
                    "B5",
                    course + " has period " + progress.next() + " to pay next, and was told to have " + course.next);
        }
        if (course.state == State.SUSPENDED != progress.suspendedSince().isPresent()
                || course.state == State.PAST_DUE != progress.shortage().isPresent()) {
            throw look.breach("O6", course + " is " + course.state + ", and its periods say otherwise: " + progress);
        }
        if (progress.shortage().isPresent() && !progress.shortage().equals(course.shortage)) {
            throw look.breach(
                    "B8",
                    course + " is short since " + progress.shortage() + ", and was told to be since "
                            + course.shortage);
        }
        if (!course.mayBeSuspendedSince(progress.suspendedSince())) {
            throw look.breach(
                    "B8",
                    course + " is suspended since " + progress.suspendedSince() + ", and was told to be since "
                            + course.suspendedAt);
        }
        if (!course.planned.mayBeKeptAs(progress.planned())) {
            throw look.breach(
                    "B9",
                    course + " has " + progress.planned().all() + " planned, and was told to have "
                            + course.planned.all());
        }
    }
}
