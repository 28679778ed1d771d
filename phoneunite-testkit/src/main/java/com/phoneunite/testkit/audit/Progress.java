package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far an organization is paid for, as the store shows it.
 *
 * @param anchor the number of the anchor
 * @param moment the moment of the anchor
 * @param date its date
 * @param next the number of the first period that is not paid
 * @param shortage that this period was found not covered
 * @param suspendedSince when it was suspended
 * @param planned the plans for periods that are not paid, asked for at moments that are known
 */
record Progress(
        int anchor,
        Instant moment,
        LocalDate date,
        int next,
        Optional<Shortage> shortage,
        Optional<Instant> suspendedSince,
        PlannedPlans planned) {

    /** Rule B8: a period that was not covered, since when, and until when that is forgiven. */
    record Shortage(int period, Instant since, Instant graceUntil) {}
}
