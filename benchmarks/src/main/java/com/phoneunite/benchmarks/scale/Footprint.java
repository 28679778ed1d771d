package com.phoneunite.benchmarks.scale;

import static com.phoneunite.benchmarks.scale.Line.number;

import com.phoneunite.benchmarks.kept.Thing;
import java.util.function.ToDoubleFunction;

/**
 * What an organization takes of a store.
 *
 * @param assumed how customers live
 * @param bytes of each thing there
 */
record Footprint(Assumptions assumed, ToDoubleFunction<Thing> bytes) {

    /** Once: itself, its people, its numbers, and its part of the account. */
    Line things() {
        double account = bytes.applyAsDouble(Thing.ACCOUNT);
        double further = bytes.applyAsDouble(Thing.ORGANIZATION);
        double person = bytes.applyAsDouble(Thing.MEMBERSHIP);
        double phone = bytes.applyAsDouble(Thing.PHONE_NUMBER);
        int others = assumed.organizations() - 1;
        return new Line(
                "an organization without its ledger",
                "(" + number(account) + " + " + others + " x " + number(further) + ") / " + assumed.organizations()
                        + " + " + assumed.people() + " people x " + number(person) + " + " + assumed.numbers()
                        + " numbers x " + number(phone),
                (account + others * further) / assumed.organizations()
                        + assumed.people() * person
                        + assumed.numbers() * phone,
                "bytes");
    }

    /** Each month: its usages and its period. */
    Line month(String what) {
        double entry = bytes.applyAsDouble(Thing.ENTRY);
        double period = bytes.applyAsDouble(Thing.PERIOD);
        return new Line(
                what,
                number(assumed.usages()) + " entries x " + number(entry) + " + " + number(period) + " for the period",
                assumed.usages() * entry + period,
                "bytes a month");
    }
}
