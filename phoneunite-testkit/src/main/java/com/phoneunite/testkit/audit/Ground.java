package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Rule A3: what never changes of an account. */
record Ground(ZoneId zone, String currency, Instant openedAt) {

    /** The date of a moment in the account's zone. */
    LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
