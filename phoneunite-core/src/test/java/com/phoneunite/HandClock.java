package com.phoneunite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved by hand, forwards or backwards (rule X2). */
public final class HandClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public HandClock(String start) {
        now = new AtomicReference<>(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(String moment) {
        now.set(Instant.parse(moment));
    }

    public void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
