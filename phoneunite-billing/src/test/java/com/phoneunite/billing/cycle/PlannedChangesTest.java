package com.phoneunite.billing.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlannedChangesTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final PlannedChange PREMIUM = change("premium", "2026-01-10T00:00:00Z");
    private static final PlannedChange BASIC = change("basic", "2026-02-10T00:00:00Z");
    private static final PlannedChanges BOTH = new PlannedChanges(List.of(PREMIUM, BASIC));

    private static PlannedChange change(String plan, String at) {
        return new PlannedChange(new PlanName(plan), Instant.parse(at));
    }

    private static Subscription monthly() {
        return Subscription.from(
                new AccountId(new UUID(1, 1)),
                new OrganizationId(new UUID(1, 2)),
                ZoneOffset.UTC,
                PeriodAnchor.at(0, JANUARY, ZoneOffset.UTC));
    }

    @Test
    void B9_eachCountsFromTheFirstPeriodAfterItWasAskedForUntilTheNextOneDoes() {
        assertThat(BOTH.planAt(JANUARY)).isEmpty();
        assertThat(BOTH.planAt(PREMIUM.askedAt())).isEmpty();
        assertThat(BOTH.planAt(FEBRUARY)).contains(PREMIUM.plan());
        assertThat(BOTH.planAt(BASIC.askedAt())).contains(PREMIUM.plan());
        assertThat(BOTH.planAt(MARCH)).contains(BASIC.plan());
    }

    @Test
    void B9_aPeriodParts() {
        assertThat(BOTH.before(FEBRUARY)).isEqualTo(PlannedChanges.of(PREMIUM));
        assertThat(BOTH.after(FEBRUARY)).isEqualTo(PlannedChanges.of(BASIC));
        assertThat(BOTH.after(MARCH)).isEqualTo(PlannedChanges.NONE);
    }

    @Test
    void B9_theirTimesAscend() {
        assertThatThrownBy(() -> new PlannedChanges(List.of(BASIC, PREMIUM)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlannedChanges.of(BASIC).and(BASIC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B9_aPaidPeriodTakesWhatCountedForItAndLeavesTheRest() {
        PeriodTerms terms = new PeriodTerms(PREMIUM.plan(), 1, new Holdings.Counts(0, 0), Money.parse("USD 1.00"));
        Subscription first = monthly().planning(BOTH).paid(terms);
        assertThat(first.planned()).isEqualTo(BOTH);
        assertThat(first.paid(terms).planned()).isEqualTo(PlannedChanges.of(BASIC));
    }

    @Test
    void B9_theLastPeriodThatHasBegunIsTheLastThatStartsNoLaterThanNow() {
        assertThat(monthly().lastBegun(JANUARY.minusNanos(1000))).isEmpty();
        assertThat(monthly().lastBegun(JANUARY)).contains(JANUARY);
        assertThat(monthly().lastBegun(MARCH.minusNanos(1000))).contains(FEBRUARY);
        assertThat(monthly().lastBegun(MARCH)).contains(MARCH);
    }

    @Test
    void B9_aPeriodWhoseShortageIsRecordedHasBegunByAClockThatGoesBackToo() {
        Subscription pastDue = monthly().pastDue(JANUARY, FEBRUARY);
        assertThat(pastDue.lastBegun(JANUARY.minusSeconds(60))).contains(JANUARY);
        assertThat(pastDue.lastBegun(FEBRUARY)).contains(FEBRUARY);
    }

    @Test
    void B9_whatHasLapsedHasNotBegun() {
        assertThat(monthly().suspended(FEBRUARY).lastBegun(MARCH)).isEqualTo(Optional.empty());
    }
}
