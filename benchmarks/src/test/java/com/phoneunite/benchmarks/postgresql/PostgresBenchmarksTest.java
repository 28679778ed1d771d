package com.phoneunite.benchmarks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.kept.Thing;
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
        PostgresBenchmarks.Measured measured = new PostgresBenchmarks(20, 20, 1, Duration.ofMillis(50), 10)
                .measure(new PrintStream(told, true, StandardCharsets.UTF_8));
        assertThat(measured.stored()).extracting(StoredBytes::thing).containsExactly(Thing.values());
        assertThat(measured.stored())
                .allSatisfy(one -> assertThat(one.logged()).isBetween(100L, 500_000L))
                // So few things may find room on pages that are there, but of entries and periods there are ten times
                // as many.
                .filteredOn(one -> one.thing() == Thing.ENTRY || one.thing() == Thing.PERIOD)
                .allSatisfy(one -> assertThat(one.bytes()).isBetween(50L, 20_000L));
        assertThat(measured.figures())
                .hasSameSizeAs(PostgresBenchmarks.rows())
                .allSatisfy(figure -> assertThat(figure.ours().least()).isPositive());
        assertThat(measured.tenfolds())
                .extracting(Tenfold::name)
                .containsExactly(TenTimes.TIME, TenTimes.MEMORY)
                .allSatisfy(name -> assertThat(name).startsWith("PostgreSQL: "));
        assertThat(measured.tenfolds().get(0).times().least()).isPositive();
        assertThat(measured.tenfolds().get(1).few().least()).as("MiB").isBetween(1.0, 32.0);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("fsync=on", "synchronous_commit=on")
                .contains("single posting, 4 connections")
                .containsPattern("ratio \\d+\\.\\d\\d \\(");
    }
}
