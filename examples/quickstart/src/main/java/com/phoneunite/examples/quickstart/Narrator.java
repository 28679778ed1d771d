package com.phoneunite.examples.quickstart;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts the story on the screen, {@value #WIDTH} columns wide, in plain ASCII but for the names. Not thread-safe. */
final class Narrator {

    static final int WIDTH = 100;

    private static final int INDENT = 2;

    private final PrintStream out;
    private Optional<LocalDate> told = Optional.empty();
    private Optional<LocalDate> today = Optional.empty();

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** A line as it is. */
    void line(String text) {
        out.println(text);
    }

    /** Goes on where another process was. */
    void goOnAfter(Optional<LocalDate> day) {
        told = day;
    }

    /** The last day that was named. */
    Optional<LocalDate> named() {
        return told;
    }

    /** Turns to a day. It is named once there is something to tell of it. */
    void turnTo(LocalDate day) {
        today = Optional.of(day);
    }

    /** What the story says about what comes. */
    void comment(String text) {
        nameTheDay();
        wrap("", text);
    }

    /** Something is done. */
    void deed(String text) {
        nameTheDay();
        wrap("> ", text);
    }

    /** What came of it. */
    void fact(String text) {
        nameTheDay();
        wrap("    ", text);
    }

    private void nameTheDay() {
        if (today.equals(told)) {
            return;
        }
        LocalDate day = today.orElseThrow();
        String since = told.map(before -> " (" + days(ChronoUnit.DAYS.between(before, day)) + " later)")
                .orElse("");
        out.println();
        out.println(day + since);
        told = today;
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** Breaks between words where it can. */
    private void wrap(String mark, String text) {
        String margin = " ".repeat(INDENT);
        String rest = text;
        String lead = margin + mark;
        while (lead.length() + rest.length() > WIDTH) {
            int room = WIDTH - lead.length();
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            if (Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--;
            }
            out.println(lead + rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
            lead = margin + " ".repeat(mark.length());
        }
        out.println(lead + rest);
    }
}
