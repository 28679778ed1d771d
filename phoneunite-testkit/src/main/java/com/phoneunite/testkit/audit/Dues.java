package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Rule P4: what an account owes that a recharge would have to pay, in minor units. */
record Dues(Dossier dossier) {

    /**
     * Whether an automatic attempt asks for as much as its setting says: for what was due then, and perhaps the usage that was refused last, or
     * an addition or a change of plan that somebody asked for.
     *
     * @param refusedUsage the usage refused last, by what was known before the look
     */
    boolean explains(Look look, Attempt attempt, Setting setting, long refusedUsage) {
        OptionalLong due = minor(look, attempt.recordedAt());
        if (due.isEmpty()) {
            return true;
        }
        for (long usage : List.of(0L, refusedUsage, look.facts().refusedUsage())) {
            for (long asked : asked(look, attempt.recordedAt())) {
                long owed = due.getAsLong() + usage + asked;
                if (setting.needs(dossier.balance, owed)
                        && look.facts().raised(setting.amount(dossier.balance, owed)) == attempt.minor()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is due at a moment, and would be due for returns from suspension; empty where a price is not certain. */
    OptionalLong minor(Look look, Instant at) {
        Prices prices = new Prices(look.facts());
        long sum = 0;
        for (Course course : dossier.courses()) {
            for (Instant start : starts(course, at)) {
                List<Prices.Price> all = prices.of(course, start);
                if (all.size() != 1) {
                    return OptionalLong.empty();
                }
                sum += all.get(0).minor();
            }
        }
        return OptionalLong.of(sum);
    }

    private List<Instant> starts(Course course, Instant at) {
        List<Instant> starts = new ArrayList<>();
        if (course.runs() && course.anchor >= 0) {
            for (int n = course.next; !course.start(n).isAfter(at); n++) {
                starts.add(course.start(n));
            }
        }
        Instant moment = course.suspendedAt.isAfter(at) ? course.suspendedAt : at;
        if (course.state == State.SUSPENDED
                && dossier.arrears == 0
                && !course.due().isAfter(moment)) {
            starts.add(moment);
        }
        return starts;
    }

    /** What somebody may have asked for beyond what is due: nothing, a further organization, a dearer plan. */
    private Set<Long> asked(Look look, Instant at) {
        Set<Long> all = new TreeSet<>(Set.of(0L));
        for (PlanName plan : look.facts().plans()) {
            look.facts().tariff(plan).ifPresent(tariff -> {
                all.add(tariff.price(at, new Held(0, 0)));
                for (Course course : dossier.courses()) {
                    course.paid.filter(paid -> course.isChargedAt(at)).ifPresent(paid -> {
                        long price = tariff.price(course.start(course.next - 1), paid.held());
                        all.add(Math.max(0, ExchangeJudge.difference(course, paid, price, course.days(at))));
                    });
                }
            });
        }
        return all;
    }
}
