package com.phoneunite.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is moved by hand, forwards or backwards (rule X2). Safe for any number of threads.
 */
public final class MutableClock implements InstantSource {

    private volatile Instant now;

    private MutableClock(Instant start) {
        this.now = start;
    }

    /** A clock that stands at that moment. */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    /**
     * A clock that stands at that moment.
     *
     * @param start in ISO 8601, for example {@code "2026-01-31T15:00:00Z"}
     */
    public static MutableClock at(String start) {
        return new MutableClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock by so much, backwards where negative. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /** Puts the clock to that moment, earlier or later. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    /** The moment that it shows, in ISO 8601. */
    @Override
    public String toString() {
        return now.toString();
    }
}
