package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.cycle.Terms.terms;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.PlanName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The values of the cycle at their very limits: what an adapter restores could have been decided. */
class CycleValuesTest {

    @Test
    void B8_aGraceIsLongerThanNothingAndShorterThan28Days() {
        Duration longest = Duration.ofDays(28).minusNanos(1);
        assertThat(new Grace(longest).time()).isEqualTo(longest);
        assertThat(new Grace(Duration.ofNanos(1)).time()).isEqualTo(Duration.ofNanos(1));
        assertThat(Grace.STANDARD.time()).isEqualTo(Duration.ofDays(3));
        assertRejected(() -> new Grace(Duration.ofDays(28)));
        assertRejected(() -> new Grace(Duration.ZERO));
        assertRejected(() -> new Grace(Duration.ofNanos(-1)));
    }

    @Test
    void B6_anAccountThatFailsIsSetAsideForAMinuteDoublingToADay() {
        assertThat(new Lease(ACCOUNT, 1, 0).backOff()).isEqualTo(Duration.ofMinutes(1));
        assertThat(new Lease(ACCOUNT, 1, 1).backOff()).isEqualTo(Duration.ofMinutes(2));
        assertThat(new Lease(ACCOUNT, 1, 10).backOff()).isEqualTo(Duration.ofMinutes(1_024));
        assertThat(new Lease(ACCOUNT, 1, 11).backOff()).isEqualTo(Duration.ofDays(1));
        assertThat(new Lease(ACCOUNT, 1, 1_000_000).backOff()).isEqualTo(Duration.ofDays(1));
        assertRejected(() -> new Lease(ACCOUNT, 1, -1));
    }

    @Test
    void P4_whatIsOwedIsAddedUpAndNeverNegative() {
        assertThat(new Owed(0, 0, 0, 0).isCovered()).isTrue();
        assertThat(new Owed(7, 1, 2, 3).totalMinor()).isEqualTo(6);
        assertThat(new Owed(7, 1, 2, 3).isCovered()).isTrue();
        assertThat(new Owed(6, 1, 2, 3).isCovered()).isFalse();
        assertRejected(() -> new Owed(-1, 0, 0, 0));
        assertRejected(() -> new Owed(0, -1, 0, 0));
        assertRejected(() -> new Owed(0, 0, -1, 0));
        assertRejected(() -> new Owed(0, 0, 0, -1));
    }

    @Test
    void P11_arrearsArePaidInPartsAndNeverMoreThanThereWere() {
        Arrear arrear = new Arrear(ACCOUNT, "dispute", NOON, 100, 100, 0);
        assertThat(arrear.nextPayment()).isEqualTo("dispute/1");
        assertThat(arrear.paid(99)).isEqualTo(new Arrear(ACCOUNT, "dispute", NOON, 100, 1, 1));
        assertThat(arrear.paid(99).isOpen()).isTrue();
        assertThat(arrear.paid(99).nextPayment()).isEqualTo("dispute/2");
        assertThat(arrear.paid(100).isOpen()).isFalse();
        assertThat(arrear.forgiven()).isEqualTo(new Arrear(ACCOUNT, "dispute", NOON, 100, 0, 0));
        assertRejected(() -> arrear.paid(101));
        assertRejected(() -> arrear.paid(-1));
        assertRejected(() -> new Arrear(ACCOUNT, "dispute", NOON, 0, 0, 0));
        assertRejected(() -> new Arrear(ACCOUNT, "dispute", NOON, 1, 1, -1));
    }

    @Test
    void B10_usageOfNothingIsNoNeed() {
        assertThat(new UsageNeed(1, NOON).minor()).isEqualTo(1);
        assertRejected(() -> new UsageNeed(0, NOON));
    }

    @Test
    void B8_aShortageNeverEndsBeforeItBegins() {
        assertThat(new Shortage(0, NOON, NOON).graceUntil()).isEqualTo(NOON);
        assertRejected(() -> new Shortage(-1, NOON, NOON));
        assertRejected(() -> new Shortage(0, NOON, NOON.minusNanos(1_000)));
    }

    @Test
    void B13_termsNameAVersionAndAPriceThatCanBe() {
        assertThat(terms(0).priceMinor()).isZero();
        assertThat(new PaidTerms(terms(1), 0, 0).changes()).isZero();
        assertRejected(() -> new PaidTerms(terms(1), -1, 0));
        assertRejected(() -> new PaidTerms(terms(1), 0, -1));
        assertRejected(() -> terms(-1));
        assertRejected(() -> new PeriodTerms(new PlanName("standard"), 0, Holdings.Counts.NONE, cents(1)));
    }

    @Test
    void B11_aForeseenRechargeTakesNothingAway() {
        assertThat(TopUps.none().at(new Owed(0, 1, 0, 0), NOON)).isEqualTo(TopUps.TopUp.NONE);
        assertThat(TopUps.TopUp.NONE.minor()).isZero();
        assertRejected(() -> new TopUps.TopUp(-1, TopUps.TopUp.NONE.next()));
    }

    private static void assertRejected(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }

    @Test
    void B4_aPeriodEndsAfterItStarts() {
        Instant end = NOON.plusNanos(1_000);
        assertThat(new BillingPeriod(organizationId(1), 0, 0, NOON, end).contains(end))
                .isFalse();
        assertRejected(() -> new BillingPeriod(organizationId(1), 0, 0, NOON, NOON));
    }

    @Test
    void B9_noneOfThePeriodsDaysAreLeftBehindItAndAllOfThemBeforeIt() {
        BillingPeriod period = new BillingPeriod(
                organizationId(1), 0, 0, Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(period.daysLeft(Instant.parse("2026-01-20T00:00:00Z"), UTC)).isEqualTo(28);
        assertThat(period.daysLeft(Instant.parse("2026-02-27T23:59:59Z"), UTC)).isEqualTo(1);
        assertThat(period.daysLeft(Instant.parse("2026-02-28T00:00:00Z"), UTC)).isZero();
        assertThat(period.daysLeft(Instant.parse("2026-03-05T00:00:00Z"), UTC)).isZero();
    }

    @Test
    void B13_termsAreTheSameWhereAnchorPlanPricesAndQuantitiesAre() {
        PeriodAnchor anchor = PeriodAnchor.at(0, NOON, UTC);
        ChargedTerms terms = charged(anchor, "standard", 100, 1);
        assertThat(terms.isSameAs(charged(anchor, "standard", 100, 1))).isTrue();
        assertThat(terms.isSameAs(charged(PeriodAnchor.at(1, NOON, UTC), "standard", 100, 1)))
                .isFalse();
        assertThat(terms.isSameAs(charged(anchor, "small", 100, 1))).isFalse();
        assertThat(terms.isSameAs(charged(anchor, "standard", 101, 1))).isFalse();
        assertThat(terms.isSameAs(charged(anchor, "standard", 100, 2))).isFalse();
        assertRejected(() -> new ChargedTerms(
                ACCOUNT, organizationId(1), UTC, anchor, -1, terms.plan(), terms.prices(), terms.held()));
    }

    @Test
    void B13_anExchangeCountsFromOneAndHasNoMoreDaysLeftThanThereAre() {
        assertThat(exchange(1, 0, 0).change()).isEqualTo(1);
        assertThat(exchange(1, 28, 28).daysLeft()).isEqualTo(28);
        assertRejected(() -> exchange(0, 0, 0));
        assertRejected(() -> exchange(1, -1, 0));
        assertRejected(() -> exchange(1, 29, 28));
    }

    private static ChargedTerms charged(PeriodAnchor anchor, String plan, long minor, int held) {
        return new ChargedTerms(
                ACCOUNT,
                organizationId(1),
                UTC,
                anchor,
                0,
                new PlanName(plan),
                version(minor),
                new Holdings.Counts(held, 0));
    }

    private static PlanExchange exchange(int change, int daysLeft, int days) {
        return new PlanExchange(
                ACCOUNT,
                new BillingPeriod(organizationId(1), 0, 0, NOON, NOON.plusSeconds(1)),
                change,
                new PlanName("small"),
                cents(1),
                new PlanName("standard"),
                version(2),
                Holdings.Counts.NONE,
                daysLeft,
                days);
    }

    private static PlanVersion version(long minor) {
        return new PlanVersion(1, NOON, cents(minor), cents(0), cents(0));
    }

    @Test
    void P4_whereThereIsNoAutoRechargeNothingIsFundedAndNothingIsTried() {
        assertThat(Funding.none().fund(ACCOUNT, 1).<String>fold(a -> "funded", a -> "unresolved", a -> "not"))
                .isEqualTo("not");
        assertThat(new FundingOutcome.Unresolved().<String>fold(a -> "funded", a -> "unresolved", a -> "not"))
                .isEqualTo("unresolved");
        assertThat(FundingTerms.none().isBelowThreshold(ACCOUNT, 0)).isFalse();
        assertThat(FundingTerms.none().nextTry(ACCOUNT, () -> new Owed(0, 1, 0, 0), NOON))
                .isEmpty();
    }
}
