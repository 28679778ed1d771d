package com.phoneunite.billing.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Rule B9: the days of a period, counted, are the days that one meets who walks through it. */
class BillingPeriodProperties {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 1));

    @Provide
    Arbitrary<ZoneId> zones() {
        Arbitrary<ZoneId> any = Arbitraries.of(List.copyOf(new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds())))
                .map(ZoneId::of);
        Arbitrary<ZoneId> odd = Arbitraries.of("Pacific/Apia", "Pacific/Kwajalein", "America/Sao_Paulo", "Asia/Beirut")
                .map(ZoneId::of);
        return Arbitraries.oneOf(any, odd);
    }

    private static BillingPeriod period(LocalDate from, int days, ZoneId zone) {
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = from.plusDays(days).atStartOfDay(zone).toInstant();
        return new BillingPeriod(ORGANIZATION, 0, 1, start, end.isAfter(start) ? end : start.plusSeconds(1));
    }

    /** Goes through every hour, and counts the dates that it meets. */
    private static long walked(Instant start, Instant end, ZoneId zone) {
        TreeSet<LocalDate> met = new TreeSet<>();
        for (Instant moment = start; moment.isBefore(end); moment = moment.plus(Duration.ofHours(1))) {
            met.add(LocalDate.ofInstant(moment, zone));
        }
        return met.tailSet(LocalDate.ofInstant(start, zone))
                .headSet(LocalDate.ofInstant(end, zone))
                .size();
    }

    @Property
    void B9_daysAreCountedAsTheyAreMet(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 3_650, max = 23_000) long day,
            @ForAll @IntRange(min = 1, max = 62) int length) {
        BillingPeriod period = period(LocalDate.ofEpochDay(day), length, zone);
        assertThat((long) period.daysIn(zone)).isEqualTo(walked(period.start(), period.end(), zone));
    }

    @Property
    void B9_daysLeftAreThoseFromTodayOn(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 3_650, max = 23_000) long day,
            @ForAll @IntRange(min = 0, max = 30) int later) {
        BillingPeriod period = period(LocalDate.ofEpochDay(day), 31, zone);
        Instant today = LocalDate.ofEpochDay(day + later).atStartOfDay(zone).toInstant();
        assertThat((long) period.daysLeft(today, zone))
                .isEqualTo(walked(
                        LocalDate.ofInstant(today, zone).atStartOfDay(zone).toInstant(), period.end(), zone));
    }

    @Example
    void B9_samoasDecemberOf2011HadThirtyDays() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BillingPeriod december = period(LocalDate.of(2011, 12, 1), 31, apia);
        assertThat(december.daysIn(apia)).isEqualTo(30);
        Instant twentyNinth = Instant.parse("2011-12-29T20:00:00Z");
        assertThat(december.daysLeft(twentyNinth, apia)).isEqualTo(2);
    }

    @Example
    void B9_aDateThatWasSkippedIsNoDayOfThePeriodThatEndsWithIt() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BillingPeriod untilThe30th = period(LocalDate.of(2011, 11, 30), 30, apia);
        assertThat(untilThe30th.daysIn(apia)).isEqualTo(30);
        BillingPeriod untilThe31st = period(LocalDate.of(2011, 11, 30), 31, apia);
        assertThat(untilThe31st.daysIn(apia)).isEqualTo(30);
        assertThat(untilThe31st.daysLeft(Instant.parse("2011-12-29T20:00:00Z"), apia))
                .isEqualTo(1);
    }
}
