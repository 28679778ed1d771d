package com.phoneunite.examples.quickstart;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The days of a story: from when to when, and that they follow one upon the other. Not thread-safe. */
final class Calendar {

    private static final int LONGEST_YEARS = 10;
    private static final String A_DATE = "a date of the years 2000 to 2999, like \"2026-01-31\"";

    private final ZonedDateTime starts;
    private final LocalDate ends;
    private LocalDate latest;

    private Calendar(ZonedDateTime starts, LocalDate ends) {
        this.starts = starts;
        this.ends = ends;
        this.latest = starts.toLocalDate();
    }

    /** The calendar of a story whose days are those of that time zone. */
    static Calendar of(Fields story, ZoneId zone) {
        Optional<ZonedDateTime> starts =
                story.as(text -> start(text, zone), "starts", A_DATE + ", or a moment, like \"2026-01-31T15:00:00Z\"");
        Optional<LocalDate> ends = story.as(Calendar::date, "ends", A_DATE);
        ZonedDateTime first =
                starts.orElse(date("2000-01-01").atTime(Story.MORNING).atZone(zone));
        LocalDate last = ends.orElse(LocalDate.MAX);
        if (starts.isPresent() && ends.isPresent()) {
            if (last.isBefore(first.toLocalDate())) {
                story.wrong("ends", "must not be before the story starts");
            } else if (last.isAfter(first.toLocalDate().plusYears(LONGEST_YEARS))) {
                story.wrong("ends", "must be at most " + LONGEST_YEARS + " years after the story starts");
            }
        }
        return new Calendar(first, last);
    }

    ZonedDateTime starts() {
        return starts;
    }

    LocalDate ends() {
        return ends;
    }

    /** The day of the next event: a date, or so many days after the story starts. */
    LocalDate next(Fields event) {
        Optional<LocalDate> on = event.optionalAs(Calendar::date, "on", A_DATE);
        Optional<Integer> day = event.optionalInteger("day");
        String field = event.optional("day").isPresent() ? "day" : "on";
        if (event.optional("on").isPresent() == event.optional("day").isPresent()) {
            event.wrong(field, "must be given, or \"day\" in its place, and not both");
            return latest;
        }
        LocalDate next =
                on.or(() -> day.map(n -> starts.toLocalDate().plusDays(n))).orElse(latest);
        if (next.isBefore(latest)) {
            event.wrong(field, "must not be before " + latest + ", where the story is by then");
        } else if (next.isAfter(ends)) {
            event.wrong(field, "must not be after the story ends");
        } else {
            latest = next;
        }
        return next;
    }

    private static ZonedDateTime start(String text, ZoneId zone) {
        ZonedDateTime start = text.contains("T")
                ? Instant.parse(text).atZone(zone)
                : date(text).atTime(Story.MORNING).atZone(zone);
        return inRange(start.toLocalDate(), start);
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        return inRange(date, date);
    }

    private static <T> T inRange(LocalDate date, T value) {
        if (date.getYear() < 2000 || date.getYear() > 2999) {
            throw new DateTimeException("out of range");
        }
        return value;
    }
}
