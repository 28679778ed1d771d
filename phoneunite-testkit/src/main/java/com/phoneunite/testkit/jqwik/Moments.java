package com.phoneunite.testkit.jqwik;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Moments at which calendars go wrong, to the microsecond (rules B4 and X2). */
public final class Moments {

    private static final int FIRST_YEAR = 2005;
    private static final int LAST_YEAR = 2040;

    private Moments() {}

    /** Moments around the edges of that zone's calendar, of the years 2005 to 2040, and a few others. */
    public static Arbitrary<Instant> in(ZoneId zone) {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(
                        startOf(FIRST_YEAR, zone).getEpochSecond(),
                        startOf(LAST_YEAR + 1, zone).getEpochSecond())
                .map(Instant::ofEpochSecond);
        return Arbitraries.frequencyOf(Tuple.of(4, around(zone)), Tuple.of(1, anywhere));
    }

    /** The same, in UTC. */
    public static Arbitrary<Instant> any() {
        return in(ZoneOffset.UTC);
    }

    /**
     * Moments within hours of an edge of that zone's calendar, the edges themselves and a microsecond beside them among them: the
     * starts of the 28th to the 31st and of the 1st, of leap days, and where the clocks change.
     */
    public static Arbitrary<Instant> around(ZoneId zone) {
        Arbitrary<Duration> beside = Arbitraries.oneOf(
                Arbitraries.of(Duration.ofNanos(-1_000), Duration.ZERO, Duration.ofNanos(1_000)),
                Arbitraries.integers().between(-300, 300).map(Duration::ofMinutes));
        Arbitrary<Instant> edges = Arbitraries.integers()
                .between(FIRST_YEAR, LAST_YEAR)
                .flatMap(year -> Arbitraries.of(edges(Year.of(year), zone)));
        return Combinators.combine(edges, beside).as(Instant::plus);
    }

    private static List<Instant> edges(Year year, ZoneId zone) {
        List<Instant> edges = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth at = year.atMonth(month);
            edges.add(startOf(at.atDay(1), zone));
            for (int day = 28; day <= at.lengthOfMonth(); day++) {
                edges.add(startOf(at.atDay(day), zone));
            }
        }
        Instant end = startOf(year.getValue() + 1, zone);
        ZoneOffsetTransition next = zone.getRules().nextTransition(startOf(year.getValue(), zone));
        while (next != null && next.getInstant().isBefore(end)) {
            edges.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return edges;
    }

    private static Instant startOf(int year, ZoneId zone) {
        return startOf(LocalDate.of(year, 1, 1), zone);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
