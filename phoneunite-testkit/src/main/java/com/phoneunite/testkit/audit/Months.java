package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Rule B4: days and months of a zone. */
final class Months {

    private Months() {}

    /** The first moment of a day; of a day that the zone skips, or whose midnight it skips, the first moment after that. */
    static Instant firstMomentOf(LocalDate day, ZoneId zone) {
        LocalDateTime midnight = day.atTime(0, 0);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(midnight);
        if (offsets.isEmpty()) {
            return zone.getRules().getTransition(midnight).getInstant();
        }
        return offsets.stream().map(midnight::toInstant).min(Instant::compareTo).orElseThrow();
    }

    /**
     * When period <i>n</i> starts: at the moment of the anchor itself, or so many months after its date.
     *
     * @param n from 0
     */
    static Instant start(Instant anchor, int n, ZoneId zone) {
        return n == 0 ? anchor : firstMomentOf(anchor.atZone(zone).toLocalDate().plusMonths(n), zone);
    }

    /** Rule B9: how many days there are from one date until before another, without those that the zone skips. */
    static int days(LocalDate from, LocalDate until, ZoneId zone) {
        int days = 0;
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            days += firstMomentOf(day, zone).isBefore(firstMomentOf(day.plusDays(1), zone)) ? 1 : 0;
        }
        return days;
    }
}
