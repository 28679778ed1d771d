package com.phoneunite.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.999999Z, -1",
        "1970-01-01T00:00:01.000002999Z, 1000002",
        "9999-12-31T23:59:59.999999Z, 253402300799999999"
    })
    void X2_aMomentIsCountedInMicrosecondsInEveryYear(Instant moment, long microseconds) {
        assertThat(Moments.microsecondsOf(moment)).isEqualTo(microseconds);
        assertThat(Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS)).isEqualTo(Moments.toMicroseconds(moment));
    }
}
