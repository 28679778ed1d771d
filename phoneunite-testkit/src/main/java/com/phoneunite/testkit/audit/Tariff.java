package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.List;

/** Rules B5 and B9: the prices of a plan, each version from its moment on, in minor units; the first one before any is in force. */
record Tariff(String currency, List<Version> versions) {

    /** One version of them. */
    record Version(Instant from, long monthly, long perExtension, long perPhoneNumber) {}

    /** What a period costs that starts then. */
    long price(Instant start, Held held) {
        Version inForce = versions.get(0);
        for (Version version : versions) {
            inForce = version.from().isAfter(start) ? inForce : version;
        }
        return Math.addExact(
                inForce.monthly(),
                Math.addExact(
                        Math.multiplyExact(inForce.perExtension(), held.extensions()),
                        Math.multiplyExact(inForce.perPhoneNumber(), held.phoneNumbers())));
    }
}
