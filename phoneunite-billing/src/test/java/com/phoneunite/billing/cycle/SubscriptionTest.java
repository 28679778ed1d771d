package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant START = Instant.parse("2026-01-31T15:00:00Z");
    private static final Subscription FRESH =
            Subscription.from(ACCOUNT, organizationId(1), ZONE, PeriodAnchor.at(0, START, ZONE));

    @Test
    void B8_pastDueCountsFromWhenTheShortageOfAPeriodWasFirstRecorded() {
        Subscription unpaid = FRESH.pastDue(START, START.plusSeconds(9));
        assertThat(unpaid.pastDueSince()).contains(START);
        assertThat(unpaid.pastDue(START.plusSeconds(99), START.plusSeconds(999)))
                .isEqualTo(unpaid);
        assertThat(unpaid.notPastDue().pastDueSince()).isEmpty();
    }

    @Test
    void B6_theGraceOfALaterPeriodIsNotBackdatedToTheShortageOfAnEarlierOne() {
        Instant later = START.plusSeconds(99);
        Subscription unpaid = FRESH.pastDue(START, START.plusSeconds(9)).paid(Terms.terms(1));
        assertThat(unpaid.pastDue(later, later.plusSeconds(9)).shortage())
                .contains(new Shortage(1, later, later.plusSeconds(9)));
    }

    @Test
    void B4_whatIsRestoredCouldHaveBeenDecided() {
        Subscription paid = FRESH.paid(Terms.terms(1));
        assertRejected(() -> restored(-1, FRESH.paid(), FRESH.shortage(), FRESH.suspendedSince()));
        assertRejected(() -> restored(0, paid.paid(), FRESH.shortage(), FRESH.suspendedSince()));
        assertThat(restored(1, paid.paid(), FRESH.shortage(), FRESH.suspendedSince()))
                .isEqualTo(paid);
    }

    @Test
    void B8_whatIsSuspendedIsNotPastDue() {
        Subscription pastDue = FRESH.pastDue(START, START.plusSeconds(9));
        assertThat(pastDue.suspended(START).shortage()).isEmpty();
        assertRejected(() -> restored(0, FRESH.paid(), pastDue.shortage(), Optional.of(START)));
    }

    @Test
    void B9_whatWasPaidLastRunsUntilTheNextIsDueAndNotWhilePastDueOrSuspended() {
        Subscription paid = FRESH.paid(Terms.terms(1));
        assertThat(FRESH.isChargedAt(START)).isFalse();
        assertThat(paid.isChargedAt(START.minusSeconds(1))).isTrue();
        assertThat(paid.isChargedAt(paid.nextDue().minusNanos(1_000))).isTrue();
        assertThat(paid.isChargedAt(paid.nextDue())).isFalse();
        assertThat(paid.pastDue(START, START.plusSeconds(9)).isChargedAt(START)).isFalse();
        assertThat(paid.suspended(START).isChargedAt(START)).isFalse();
        assertThat(paid.suspended(START).resumed().isChargedAt(START)).isTrue();
    }

    private static Subscription restored(
            int nextPeriod, Optional<PaidTerms> paid, Optional<Shortage> shortage, Optional<Instant> suspendedSince) {
        return new Subscription(
                ACCOUNT,
                FRESH.organization(),
                ZONE,
                FRESH.anchor(),
                nextPeriod,
                paid,
                shortage,
                suspendedSince,
                PlannedChanges.NONE);
    }

    private static void assertRejected(Runnable restoring) {
        assertThatIllegalArgumentException().isThrownBy(restoring::run);
    }
}
