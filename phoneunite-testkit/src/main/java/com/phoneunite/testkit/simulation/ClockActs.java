package com.phoneunite.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/** Time passes, and clocks do what they must not. */
final class ClockActs {

    private static final String HELD_UP = "held up by what is on its way";

    private static final long SECONDS_OF_TURNING = Duration.ofHours(10).toSeconds();

    private ClockActs() {}

    static String seconds(Turn turn) {
        return pass(turn, Duration.ofMillis(turn.chance().between(1, 90_000)));
    }

    static String minutes(Turn turn) {
        return pass(turn, Duration.ofMinutes(turn.chance().between(1, 15)));
    }

    static String hours(Turn turn) {
        return pass(turn, Duration.ofHours(turn.chance().between(1, 23)));
    }

    static String days(Turn turn) {
        return pass(turn, Duration.ofDays(turn.chance().between(1, 6)));
    }

    static String month(Turn turn) {
        return pass(turn, Duration.ofDays(turn.chance().between(27, 32)));
    }

    /** Some hours before or after a month begins in UTC: in some zone it is another month than that. */
    static String turnOfTheMonth(Turn turn) {
        SimulatedTime time = turn.world().time();
        ZonedDateTime next = time.now()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.firstDayOfNextMonth())
                .with(LocalTime.MIDNIGHT);
        Instant about = next.toInstant().plusSeconds(turn.chance().between(-SECONDS_OF_TURNING, SECONDS_OF_TURNING));
        return about.isAfter(time.now()) ? pass(turn, Duration.between(time.now(), about)) : "it is turning";
    }

    static String outage(Turn turn) {
        Duration time = Duration.ofDays(turn.chance().between(60, 100));
        return move(turn, turn.world().time().now().plus(time), ClockFault.OUTAGE);
    }

    private static String pass(Turn turn, Duration time) {
        SimulatedTime now = turn.world().time();
        return now.move(now.now().plus(time)) ? "it is " + now.now() : HELD_UP;
    }

    static String the31st(Turn turn) {
        ZonedDateTime next = local(turn).with(TemporalAdjusters.firstDayOfNextMonth());
        while (next.toLocalDate().lengthOfMonth() < 31) {
            next = next.plusMonths(1);
        }
        return move(turn, nearMidnight(turn, next.withDayOfMonth(31)), ClockFault.THE_31ST);
    }

    static String endOfFebruary(Turn turn) {
        ZonedDateTime february = local(turn);
        while (february.getMonth() != Month.FEBRUARY || february.getDayOfMonth() > 27) {
            february = february.with(TemporalAdjusters.firstDayOfNextMonth());
        }
        ZonedDateTime end = february.with(TemporalAdjusters.lastDayOfMonth());
        return move(turn, nearMidnight(turn, end), ClockFault.END_OF_FEBRUARY);
    }

    static String daylightSaving(Turn turn) {
        Instant now = turn.world().time().now();
        ZoneOffsetTransition next = zone(turn).getRules().nextTransition(now);
        if (next == null) {
            return "there is none here";
        }
        Instant about = next.getInstant().plusSeconds(turn.chance().between(-120, 120));
        return about.isAfter(now) ? move(turn, about, ClockFault.DAYLIGHT_SAVING) : "it has just been";
    }

    /** A little before the day, or in the middle of it, or a little after its end. */
    private static Instant nearMidnight(Turn turn, ZonedDateTime day) {
        ZonedDateTime start = day.with(LocalTime.MIDNIGHT);
        return switch (turn.chance().below(3)) {
            case 0 -> start.minusSeconds(1).toInstant();
            case 1 -> start.plusHours(12).toInstant();
            default -> start.plusDays(1).plusSeconds(1).toInstant();
        };
    }

    private static ZonedDateTime local(Turn turn) {
        return turn.world().time().now().atZone(zone(turn));
    }

    private static ZoneId zone(Turn turn) {
        return turn.customer().account().zone();
    }

    static String back(Turn turn) {
        Duration time = Duration.ofMinutes(turn.chance().between(1, 2 * 24 * 60));
        return move(turn, turn.world().time().now().minus(time), ClockFault.BACK);
    }

    /** Or back from there. */
    static String aYearAhead(Turn turn) {
        SimulatedTime time = turn.world().time();
        return told(turn, time.aYearAheadOrBack(), ClockFault.A_YEAR_AHEAD);
    }

    private static String move(Turn turn, Instant to, ClockFault fault) {
        return told(turn, turn.world().time().move(to), fault);
    }

    private static String told(Turn turn, boolean isThere, ClockFault fault) {
        if (!isThere) {
            return HELD_UP;
        }
        turn.world().tally().met(fault, turn.world().accounts());
        return "it is " + turn.world().time().now();
    }
}
