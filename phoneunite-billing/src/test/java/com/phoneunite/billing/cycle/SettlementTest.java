package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organization;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.cycle.Terms.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.cycle.Settlement.Due;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    @Test
    void B7_theOldestDueIsTakenFirstWhicheverOrganizationWasAddedFirst() {
        Settlement settlement = settle(150, "2026-01-15T00:00:00Z", due(1, "2026-01-10"), due(2, "2026-01-05"));

        assertThat(settlement.payments())
                .extracting(payment -> payment.organization().ordinal())
                .containsExactly(2);
        assertThat(settlement.unpaid()).containsExactly(organizationId(1));
    }

    @Test
    void B7_ofTwoDuesAtOnceTheOrganizationAddedFirstIsTaken() {
        Settlement settlement = settle(150, "2026-01-15T00:00:00Z", due(2, "2026-01-10"), due(1, "2026-01-10"));

        assertThat(settlement.payments())
                .extracting(payment -> payment.organization().ordinal())
                .containsExactly(1);
        assertThat(settlement.unpaid()).containsExactly(organizationId(2));
    }

    @Test
    void B7_whatIsNotCoveredIsPassedOverAndTheNextIsTaken() {
        Settlement settlement = Settlement.of(
                List.of(due(1, "2026-01-05"), due(2, "2026-01-10")),
                100,
                Instant.parse("2026-01-15T00:00:00Z"),
                (due, period) -> terms(due.organization().ordinal() == 1 ? 100 : 99));

        assertThat(settlement.payments()).hasSize(1);
        assertThat(settlement.payments().get(0).organization().ordinal()).isEqualTo(2);
        assertThat(settlement.unpaid()).containsExactly(organizationId(1));
    }

    @Test
    void B7_withinOneOrganizationNoneIsPaidBeforeAnOlderOne() {
        Settlement settlement = Settlement.of(
                List.of(due(1, "2026-01-05")),
                100,
                Instant.parse("2026-04-15T00:00:00Z"),
                (due, period) -> terms(period.n() == 1 ? 1_000 : 10));

        assertThat(settlement.payments())
                .extracting(payment -> payment.period().n())
                .containsExactly(0);
        assertThat(settlement.unpaid()).containsExactly(organizationId(1));
    }

    @Test
    void B6_missedPeriodsOfSeveralOrganizationsArePaidOldestFirstAcrossThem() {
        Settlement settlement = settle(1_000, "2026-03-08T00:00:00Z", due(1, "2026-01-10"), due(2, "2026-01-05"));

        assertThat(settlement.payments())
                .extracting(payment -> payment.organization().ordinal() + "/"
                        + payment.period().n())
                .containsExactly("2/0", "1/0", "2/1", "1/1", "2/2");
        assertThat(settlement.unpaid()).isEmpty();
    }

    @Test
    void B6_aPeriodIsDueAtItsFirstMomentAndNotBefore() {
        assertThat(settle(1_000, "2026-01-09T23:59:59.999999Z", due(1, "2026-01-10"))
                        .payments())
                .isEmpty();
        assertThat(settle(1_000, "2026-01-10T00:00:00Z", due(1, "2026-01-10")).payments())
                .hasSize(1);
    }

    @Test
    void B2_aFreePeriodIsPaidFromAnEmptyBalance() {
        Settlement settlement = Settlement.of(
                List.of(due(1, "2026-01-05")), 0, Instant.parse("2026-02-15T00:00:00Z"), (due, period) -> terms(0));

        assertThat(settlement.payments()).hasSize(2);
        assertThat(settlement.unpaid()).isEmpty();
    }

    private static Settlement settle(long balance, String at, Due... dues) {
        return Settlement.of(List.of(dues), balance, Instant.parse(at), (due, period) -> terms(100));
    }

    private static Due due(int ordinal, String date) {
        PeriodAnchor anchor = PeriodAnchor.at(0, Instant.parse(date + "T00:00:00Z"), UTC);
        return new Due(organization(ordinal), Subscription.from(ACCOUNT, organizationId(ordinal), UTC, anchor));
    }

    @Test
    void B8_whatFallsShortFirstIsTheOldestOfThoseThatAreNotCovered() {
        Settlement settlement = settle(50, "2026-01-15T00:00:00Z", due(2, "2026-01-10"), due(1, "2026-01-12"));

        Settlement.Uncovered first = settlement.firstUncovered().orElseThrow();
        assertThat(first.organization().ordinal()).isEqualTo(2);
        assertThat(first.shortfallMinor()).isEqualTo(51);
    }
}
