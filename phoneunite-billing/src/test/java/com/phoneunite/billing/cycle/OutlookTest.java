package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organization;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.cycle.Terms.terms;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.organization.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rule B11: what is told where the balance does not last, and where there is too much to tell. */
class OutlookTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-15T00:00:00Z");

    private final List<String> told = new ArrayList<>();

    @Test
    void B11_whereItGoesOnWhatFallsDueIsToldBehindTheShortfallToo() {
        assertThat(look(100, true, 150, due(1, "2026-01-10"))).isEqualTo(UNTIL);
        assertThat(told)
                .containsExactly(
                        "1/0 at 2026-01-10",
                        "short of 51: 1/1 at 2026-02-10",
                        "1/1 at 2026-02-10",
                        "1/2 at 2026-03-10",
                        "1/3 at 2026-04-10");
    }

    @Test
    void B11_whereItDoesNotGoOnItEndsWithTheShortfall() {
        assertThat(look(100, false, 150, due(1, "2026-01-10"))).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(told).containsExactly("1/0 at 2026-01-10", "short of 51: 1/1 at 2026-02-10");
    }

    @Test
    void B11_itEndsWithTheLastChargeThatItMayTell() {
        assertThat(look(2, true, 1_000, due(1, "2026-01-10"))).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(told).containsExactly("1/0 at 2026-01-10", "1/1 at 2026-02-10");
    }

    @Test
    void B11_noMoreIsToldWhereManyFallDueAtOnce() {
        look(2, true, 1_000, due(1, "2026-01-10"), due(2, "2026-01-10"), due(3, "2026-01-10"));
        assertThat(told).containsExactly("1/0 at 2026-01-10", "2/0 at 2026-01-10");
    }

    @Test
    void B11_noMoreIsToldBehindAShortfall() {
        assertThat(look(2, true, 50, due(1, "2025-11-10"))).isEqualTo(FROM);
        assertThat(told).containsExactly("short of 51: 1/0 at 2026-01-01", "1/0 at 2026-01-01", "1/1 at 2026-01-01");
    }

    @Test
    void B11_ofThoseDueAtOnceTheOrganizationAddedFirstIsToldFirstBehindAShortfallToo() {
        look(100, true, 50, due(3, "2026-03-20"), due(2, "2026-03-20"), due(1, "2026-03-20"));
        assertThat(told)
                .containsExactly(
                        "short of 51: 1/0 at 2026-03-20",
                        "1/0 at 2026-03-20",
                        "2/0 at 2026-03-20",
                        "3/0 at 2026-03-20");
    }

    @Test
    void B11_itIsLookedAheadAndAtOneChargeAtLeast() {
        assertThat(new LookAhead(FROM, FROM, 1, true, TopUps.none()).maxCharges())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LookAhead(FROM, FROM.minusNanos(1_000), 1, true, TopUps.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LookAhead(FROM, FROM, 0, true, TopUps.none()));
    }

    private Instant look(int maxCharges, boolean goesOn, long balance, Due... dues) {
        return new Outlook(
                        List.of(dues),
                        new Owed(balance, 0, 0, 0),
                        (due, period) -> terms(100),
                        new LookAhead(FROM, UNTIL, maxCharges, goesOn, TopUps.none()),
                        new Recording())
                .run();
    }

    private static Due due(int ordinal, String date) {
        PeriodAnchor anchor = PeriodAnchor.at(0, Instant.parse(date + "T00:00:00Z"), UTC);
        return new Due(organization(ordinal), Subscription.from(ACCOUNT, organizationId(ordinal), UTC, anchor));
    }

    private final class Recording implements LookAhead.Viewer {
        @Override
        public void due(Organization organization, BillingPeriod period, Instant at, Money price) {
            told.add(place(organization, period, at));
        }

        @Override
        public void toppedUp(Instant at, long minor) {
            throw new AssertionError("nothing tops up");
        }

        @Override
        public void fallsShort(
                Organization organization, BillingPeriod period, Instant at, Money price, long shortfallMinor) {
            told.add("short of " + shortfallMinor + ": " + place(organization, period, at));
        }

        private static String place(Organization organization, BillingPeriod period, Instant at) {
            return organization.ordinal() + "/" + period.n() + " at "
                    + at.toString().substring(0, 10);
        }
    }
}
