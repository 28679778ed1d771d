package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void X2_aClockReadsAsTheTimeThatItShows() {
        MutableClock clock = MutableClock.at("2026-02-28T23:59:59Z");
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock).hasToString("2026-03-01T00:00:00Z");
    }
}
