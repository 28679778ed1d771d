package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.recharge.AutoRechargeStanding.Stop.NEVER_WITH_THIS_CARD;
import static com.phoneunite.billing.recharge.AutoRechargeStanding.Stop.REVERSED;
import static com.phoneunite.billing.recharge.AutoRechargeStanding.Stop.TOO_MANY_DECLINES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoRechargeStandingTest {

    private static final AutoRechargeStanding NEW = AutoRechargeStanding.off(ACCOUNT);

    @Test
    void P10_itWaitsAnHourDoublingToADayAndStopsAfterEightDeclinesInARow() {
        List<Long> hours = new ArrayList<>();
        AutoRechargeStanding standing = NEW;
        for (int i = 0; i < 8; i++) {
            standing = standing.declined(DeclineReason.RETRY_LATER, NOON);
            hours.add(Duration.between(NOON, standing.notBefore().orElseThrow()).toHours());
            assertThat(standing.stopped().isPresent()).isEqualTo(i == 7);
        }

        assertThat(hours).containsExactly(1L, 2L, 4L, 8L, 16L, 24L, 24L, 24L);
        assertThat(standing.stopped()).contains(TOO_MANY_DECLINES);
    }

    @Test
    void P10_oneThatSaysNeverStopsItAtOnce() {
        assertThat(NEW.declined(DeclineReason.NEVER_WITH_THIS_CARD, NOON).stopped())
                .contains(NEVER_WITH_THIS_CARD);
    }

    @Test
    void P10_misconfigurationIsNoDeclineOfTheCard() {
        assertThat(NEW.declined(DeclineReason.MISCONFIGURED, NOON)).isEqualTo(NEW);
    }

    @Test
    void P10_aSuccessByHandOrAnotherCardBeginsAnewAndAnAutomaticSuccessCountsFromZero() {
        AutoRechargeStanding never =
                NEW.declined(DeclineReason.CUSTOMER_MUST_ACT, NOON).declined(DeclineReason.NEVER_WITH_THIS_CARD, NOON);

        assertThat(never.succeeded(RechargeKind.MANUAL)).isEqualTo(NEW);
        assertThat(never.cardReplaced()).isEqualTo(NEW);
        AutoRechargeStanding automatic = never.succeeded(RechargeKind.AUTOMATIC);
        assertThat(automatic.declines()).isZero();
        assertThat(automatic.stopped()).contains(NEVER_WITH_THIS_CARD);
    }

    @Test
    void P11_onlyASuccessByHandEndsAStopAfterAReversal() {
        AutoRechargeStanding reversed = NEW.reversed();

        assertThat(reversed.cardReplaced().stopped()).contains(REVERSED);
        assertThat(reversed.succeeded(RechargeKind.AUTOMATIC).stopped()).contains(REVERSED);
        assertThat(reversed.succeeded(RechargeKind.MANUAL).stopped()).isEmpty();
        assertThat(reversed.declined(DeclineReason.NEVER_WITH_THIS_CARD, NOON).stopped())
                .contains(REVERSED);
    }

    @Test
    void P5_keysOfAutomaticAttemptsFollowFromTheirNumber() {
        AutoRechargeStanding once = NEW.attempted(NEW.nextKey());

        assertThat(NEW.lastKey()).isEmpty();
        assertThat(once.lastKey()).contains(NEW.nextKey());
        assertThat(once.attempted(once.lastKey().orElseThrow())).isEqualTo(once);
        assertThat(AutoRechargeStanding.isAutomatic(once.nextKey().value())).isTrue();
    }

    @Test
    void X2_aClockThatGoesBackwardsShortensNoWait() {
        AutoRechargeStanding declined = NEW.declined(DeclineReason.RETRY_LATER, NOON);

        assertThat(declined.declined(DeclineReason.RETRY_LATER, NOON.minus(Duration.ofDays(1)))
                        .notBefore())
                .isEqualTo(declined.notBefore());
    }
}
