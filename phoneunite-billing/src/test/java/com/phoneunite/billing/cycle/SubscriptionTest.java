package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
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
}
