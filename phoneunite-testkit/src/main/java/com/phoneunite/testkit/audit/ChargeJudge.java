package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rules B4, B5, B13, O5 and O7: what is charged for a period. Each at most once and in its order, from the moment on which the months counted
 * from its anchor fall, for what was held at its start and at the prices in force then, and explained so.
 */
final class ChargeJudge implements Judge {

    private final Dossier dossier;
    private final DueJudge dues;

    ChargeJudge(Dossier dossier, DueJudge dues) {
        this.dossier = dossier;
        this.dues = dues;
    }

    @Override
    public void line(Told told, Line line) {
        if (line.kind() != LineKind.PERIOD) {
            return;
        }
        PeriodName name = PeriodName.of(told, line, false);
        Course course = dossier.course(told.look(), name.organization());
        if (!told.look().isComplete()) {
            takeOver(told, course, name, line);
        }
        verifyOrder(told, course, name);
        if (!line.happenedAt().equals(course.due())) {
            throw told.breach("B4", name + " starts at " + course.due() + ", and is charged from " + line.happenedAt());
        }
        Prices.Price price = price(told, course, line.size());
        if (told.look().isComplete()) {
            dues.verify(told, course, line.before());
        }
        explained(told, name, price);
        course.paid(price.plan(), price.held(), price.minor());
    }

    @Override
    public void freePeriodPaid(Told told, OrganizationId id, String reference) {
        Course course = dossier.course(told.look(), id);
        PeriodName name = PeriodName.of(reference)
                .filter(one -> one.organization().equals(id) && one.change() == 0)
                .orElseThrow(() -> told.breach("B5", reference + " names no period of organization " + id));
        if (!told.look().isComplete()) {
            return;
        }
        verifyOrder(told, course, name);
        Prices.Price price = price(told, course, 0);
        course.paid(price.plan(), price.held(), 0);
    }

    private void verifyOrder(Told told, Course course, PeriodName name) {
        if (!course.state.isOpen()) {
            throw told.breach("O7", name + " is charged, and the organization is closed");
        }
        if (name.anchor() != course.anchor) {
            throw told.breach("B4", name + " is charged, and the anchor is " + course.anchor);
        }
        if (name.n() < course.next) {
            throw told.breach("B5", name + " is charged, and " + course.next + " is the first that is not paid");
        }
        if (name.n() > course.next) {
            throw told.breach("B7", name + " is charged before period " + course.next + ", which is older");
        }
        if (course.due().isAfter(told.recordedAt())) {
            throw told.breach("B5", name + " is charged before it starts, at " + course.due());
        }
    }

    private static Prices.Price price(Told told, Course course, long minor) {
        Instant start = course.due();
        List<Prices.Price> prices = new Prices(told.look().facts()).of(course, start);
        return prices.stream()
                .filter(one -> one.minor() == minor)
                .findFirst()
                .orElseThrow(() -> told.breach(
                        "B5",
                        minor + " is charged to " + course + " for the period from " + start + ", and expected was "
                                + prices));
    }

    private static void explained(Told told, PeriodName name, Prices.Price price) {
        Optional<ToldTerms> terms = told.look().facts().terms(name.organization(), name.anchor(), name.n());
        boolean isRight = terms.filter(one -> one.plan().equals(price.plan())
                        && one.held().equals(price.held())
                        && one.price() == price.minor())
                .isPresent();
        if (!isRight) {
            throw told.breach("B13", name + " cost " + price + ", and is explained by " + terms);
        }
    }

    /** Where not everything was told, the explanation tells anchor and plan. Prices, quantities and days are worked out all the same. */
    private static void takeOver(Told told, Course course, PeriodName name, Line line) {
        ToldTerms terms = told.look()
                .facts()
                .terms(name.organization(), name.anchor(), name.n())
                .orElseThrow(() -> told.breach("B13", "nothing explains " + line));
        if (name.anchor() != course.anchor) {
            course.anchored(name.anchor(), terms.anchor());
        }
        course.next = Math.max(course.next, name.n());
        course.plan = terms.plan();
        course.planned = PlannedPlans.NONE;
        course.state = course.state.isOpen() ? course.state : State.ACTIVE;
    }

    @Override
    public void seen(Look look) {
        if (!look.isComplete()) {
            return;
        }
        for (Course course : dossier.courses()) {
            if (course.ordinal() > 0 && course.anchor <= 0 && course.next == 0) {
                throw look.breach("O5", course + " was added, and its first month is not charged");
            }
        }
    }
}
