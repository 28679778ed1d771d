package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodAnchorProperties {

    @Property
    void B4_periodsNeitherOverlapNorLeaveAGap(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment, @ForAll @IntRange(max = 400) int n) {
        Subscription subscription =
                Subscription.from(ACCOUNT, organizationId(1), zone, PeriodAnchor.at(0, moment, zone));

        BillingPeriod period = subscription.period(n);
        assertThat(period.start()).isBefore(period.end());
        assertThat(period.end()).isEqualTo(subscription.period(n + 1).start());
        assertThat(period.contains(period.start())).isTrue();
        assertThat(period.contains(period.end())).isFalse();
    }

    @Property
    void B4_startsAreTheDatesThatPlainArithmeticFinds(
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant moment,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        long day = Calendar.dayAfterMonths(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), n);

        assertThat(PeriodAnchor.at(0, moment, zone).startOf(n, zone)).isEqualTo(Calendar.firstMomentOf(day, zone));
    }

    @Property
    void B4_everyMomentAfterTheAnchorFallsIntoExactlyOnePeriod(
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant moment,
            @ForAll @IntRange(max = 100_000) int hoursLater) {
        Subscription subscription = Terms.paidUpTo(
                Subscription.from(ACCOUNT, organizationId(1), zone, PeriodAnchor.at(0, moment, zone)), 150);
        Instant later = moment.plusSeconds(3_600L * hoursLater);

        long holding = IntStream.range(0, 150)
                .filter(n -> subscription.period(n).contains(later))
                .count();
        assertThat(holding).isEqualTo(1);
        assertThat(subscription.paidPeriodAt(later).orElseThrow().contains(later))
                .isTrue();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Asia/Beirut",
                        "America/Havana",
                        "America/St_Johns",
                        "Atlantic/Azores",
                        "Pacific/Apia",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "Europe/London")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2005-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2040-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }
}
