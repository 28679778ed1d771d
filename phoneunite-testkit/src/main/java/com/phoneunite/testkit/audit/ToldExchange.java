package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Rules B9 and B13: how the store explains what a plan change charged or credited. */
record ToldExchange(PlanName from, PlanName to, int daysLeft) {

    /** Judges an entry by its explanation, where not all was told that led to it: days and prices are worked out all the same. */
    static void verify(Told told, Line line, Ground ground) {
        Facts facts = told.look().facts();
        PeriodName name = PeriodName.of(told, line, true);
        Optional<ToldTerms> terms = facts.terms(name.organization(), name.anchor(), name.n());
        Optional<ToldExchange> exchange = facts.exchange(line.reference());
        if (terms.isEmpty() || exchange.isEmpty()) {
            throw told.breach("B13", "nothing explains " + line);
        }
        exchange.get().verify(told, line, ground, name, terms.get().anchor());
    }

    private void verify(Told told, Line line, Ground ground, PeriodName name, Instant anchor) {
        Instant start = Months.start(anchor, name.n(), ground.zone());
        LocalDate first = ground.dateOf(start);
        LocalDate end = ground.dateOf(Months.start(anchor, name.n() + 1, ground.zone()));
        LocalDate today = ground.dateOf(line.happenedAt());
        int days = Months.days(first, end, ground.zone());
        if (daysLeft > Months.days(today.isBefore(first) ? first : today, end, ground.zone())) {
            throw told.breach("B9", line + " is told to have been with " + daysLeft + " of " + days + " days left");
        }
        Held held = told.look().facts().held(name.organization(), start);
        long expected = ExchangeJudge.part(price(told, to, start, held), daysLeft, days)
                - ExchangeJudge.part(price(told, from, start, held), daysLeft, days);
        if (-line.minor() != expected) {
            throw told.breach("B9", line + " is for " + this + " of " + days + " days, which costs " + expected);
        }
    }

    private static long price(Told told, PlanName plan, Instant start, Held held) {
        return told.look()
                .facts()
                .tariff(plan)
                .map(tariff -> tariff.price(start, held))
                .orElseThrow(() -> told.breach("B9", "the host has no plan " + plan));
    }
}
