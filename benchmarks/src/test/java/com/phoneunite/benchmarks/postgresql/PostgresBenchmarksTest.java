package com.phoneunite.benchmarks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is measured works; how fast it is, no test judges: machines differ. */
class PostgresBenchmarksTest {

    @Test
    void X1_everyRowIsMeasuredBesideItsFloorOnAServerThatWaitsForItsDisk() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        assertThat(new PostgresBenchmarks(20, 20, 1, Duration.ofMillis(50))
                        .measure(new PrintStream(told, true, StandardCharsets.UTF_8))
                        .figures())
                .hasSameSizeAs(PostgresBenchmarks.rows())
                .allSatisfy(figure -> assertThat(figure.ours().least()).isPositive());
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("fsync=on", "synchronous_commit=on")
                .contains("single posting, 4 connections")
                .containsPattern("ratio \\d+\\.\\d\\d \\(");
    }
}
