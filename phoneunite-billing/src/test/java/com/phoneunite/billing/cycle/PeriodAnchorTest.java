package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodAnchorTest {

    private static final int MONTHS = 30;

    /** Zones that share nothing; the years are those in which their midnights were missing or came twice. */
    static Stream<Arguments> anchors() {
        return Stream.of(
                        Arguments.of("America/New_York", 2023),
                        Arguments.of("Asia/Kolkata", 2026),
                        Arguments.of("Europe/Berlin", 2027),
                        Arguments.of("America/Sao_Paulo", 2016),
                        Arguments.of("Asia/Beirut", 2021),
                        Arguments.of("America/Havana", 2022),
                        Arguments.of("America/St_Johns", 2008),
                        Arguments.of("Atlantic/Azores", 2024),
                        Arguments.of("Pacific/Apia", 2010),
                        Arguments.of("Pacific/Chatham", 2025))
                .flatMap(zone ->
                        IntStream.rangeClosed(28, 31).mapToObj(day -> Arguments.of(zone.get()[0], zone.get()[1], day)));
    }

    @ParameterizedTest
    @MethodSource("anchors")
    void B4_everyPeriodStartsAtTheStartOfTheDayThatIsNMonthsAfterTheAnchor(String zoneName, int year, int day) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant afternoon = LocalDateTime.of(year, 1, day, 15, 30).atZone(zone).toInstant();
        PeriodAnchor anchor = PeriodAnchor.at(0, afternoon, zone);

        assertThat(anchor.startOf(0, zone)).isEqualTo(afternoon);
        for (int n = 1; n <= MONTHS; n++) {
            Instant expected = Calendar.firstMomentOf(Calendar.dayAfterMonths(year, 1, day, n), zone);
            assertThat(anchor.startOf(n, zone)).as("period %d", n).isEqualTo(expected);
        }
    }

    @Test
    void B4_aPeriodAnchoredOnThe31stReturnsTo31AfterFebruary() {
        ZoneId zone = ZoneId.of("America/New_York");
        PeriodAnchor anchor = PeriodAnchor.at(0, Instant.parse("2028-01-31T15:00:00Z"), zone);

        assertThat(IntStream.rangeClosed(1, 14)
                        .mapToObj(n -> LocalDate.ofInstant(anchor.startOf(n, zone), zone)
                                .toString()))
                .containsExactly(
                        "2028-02-29",
                        "2028-03-31",
                        "2028-04-30",
                        "2028-05-31",
                        "2028-06-30",
                        "2028-07-31",
                        "2028-08-31",
                        "2028-09-30",
                        "2028-10-31",
                        "2028-11-30",
                        "2028-12-31",
                        "2029-01-31",
                        "2029-02-28",
                        "2029-03-31");
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks went from 00:00 to 01:00: midnight does not exist.
        "America/Sao_Paulo, 2018-10-04, 1, 2018-11-04T03:00:00Z",
        "Asia/Beirut,       2022-02-27, 1, 2022-03-26T22:00:00Z",
        "America/Havana,    2022-02-13, 1, 2022-03-13T05:00:00Z",
        // The clocks went from 01:00 back to 00:00: midnight comes twice, and the day starts at the first one.
        "America/Havana,    2022-10-06, 1, 2022-11-06T04:00:00Z",
        // From 00:01 back to 23:01 of the day before.
        "America/St_Johns,  2010-10-07, 1, 2010-11-07T02:30:00Z",
        // The whole of 30 December 2011 does not exist: its start is that of the 31st.
        "Pacific/Apia,      2011-11-30, 1, 2011-12-30T10:00:00Z"
    })
    void B4_aDayThatDoesNotExistStartsAtTheFirstMomentAfterIt(String zoneName, LocalDate date, int n, Instant start) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant noon = date.atTime(12, 0).atZone(zone).toInstant();

        assertThat(PeriodAnchor.at(0, noon, zone).startOf(n, zone)).isEqualTo(start);
    }

    @Test
    void B4_theAnchorIsTheDateInTheAccountsZoneAndNotInUtc() {
        Instant lateEvening = Instant.parse("2026-02-01T04:59:59Z");

        assertThat(PeriodAnchor.at(0, lateEvening, ZoneId.of("America/New_York"))
                        .date())
                .isEqualTo("2026-01-31");
        assertThat(PeriodAnchor.at(0, lateEvening, ZoneId.of("Asia/Kolkata")).date())
                .isEqualTo("2026-02-01");
    }

    @Test
    void B4_periodsAndAnchorsCountFromZero() {
        ZoneId zone = ZoneId.of("America/New_York");
        PeriodAnchor anchor = PeriodAnchor.at(0, Instant.EPOCH, zone);

        assertThatThrownBy(() -> anchor.startOf(-1, zone)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodAnchor.at(-1, Instant.EPOCH, zone)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B11_thePaidPeriodIsTheOneThatTheMomentFallsInto() {
        ZoneId zone = ZoneId.of("America/New_York");
        Instant start = Instant.parse("2026-01-31T15:00:00Z");
        Subscription subscription =
                Subscription.from(ACCOUNT, organizationId(1), zone, PeriodAnchor.at(0, start, zone));

        assertThat(subscription.paidPeriodAt(start)).isEmpty();
        Subscription paid = Terms.paidUpTo(subscription, 2);
        assertThat(paid.paidPeriodAt(start.minusNanos(1_000))).isEmpty();
        assertThat(paid.paidPeriodAt(start)).contains(subscription.period(0));
        assertThat(paid.paidPeriodAt(subscription.period(0).end().minusNanos(1_000)))
                .contains(subscription.period(0));
        assertThat(paid.paidPeriodAt(subscription.period(0).end())).contains(subscription.period(1));
        assertThat(paid.paidPeriodAt(subscription.period(1).end())).isEmpty();
    }
}
