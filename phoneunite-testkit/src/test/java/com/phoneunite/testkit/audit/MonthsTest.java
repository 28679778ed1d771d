package com.phoneunite.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules B4 and B9: the auditor's own arithmetic of days and months, against moments that are known. */
class MonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-14, America/New_York, 2026-03-14T04:00:00Z",
        "2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z",
        "2026-11-01, America/Havana, 2026-11-01T04:00:00Z",
        "2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z",
        "2011-12-31, Pacific/Apia, 2011-12-30T10:00:00Z"
    })
    void B4_aDayStartsAtItsFirstMoment(LocalDate day, ZoneId zone, Instant first) {
        assertThat(Months.firstMomentOf(day, zone)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-01-31T15:00:00Z",
        "1, 2026-02-28T05:00:00Z",
        "2, 2026-03-31T04:00:00Z",
        "3, 2026-04-30T04:00:00Z",
        "25, 2028-02-29T05:00:00Z"
    })
    void B4_monthsAreCountedFromTheAnchor(int n, Instant start) {
        assertThat(Months.start(Instant.parse("2026-01-31T15:00:00Z"), n, ZoneId.of("America/New_York")))
                .isEqualTo(start);
    }

    @Test
    void B9_aDateThatTheZoneSkipsIsNoDay() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertThat(Months.days(LocalDate.parse("2011-12-29"), LocalDate.parse("2012-01-01"), apia))
                .isEqualTo(2);
        assertThat(Months.days(LocalDate.parse("2012-01-01"), LocalDate.parse("2012-01-01"), apia))
                .isZero();
    }
}
