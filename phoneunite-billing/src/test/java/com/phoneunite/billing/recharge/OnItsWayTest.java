package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rules P5 and P7: what may be concluded from the time that has passed since a call was decided on. */
class OnItsWayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** The first moment at which a call is not over in time any more. */
    private static final Instant TOO_LATE = NOON.plus(Duration.ofMinutes(5)).minus(DEADLINE);

    @Test
    void P7_aCallIsSentOnlyIfItIsOverBeforeItCountsAsNeverSent() {
        BoundedGateway gateway = remembering(Duration.ofDays(1));
        assertThat(OnItsWay.mayBegin(1, NOON, NOON, TOO_LATE.minusNanos(1_000), gateway))
                .isTrue();
        assertThat(OnItsWay.mayBegin(1, NOON, NOON, TOO_LATE, gateway)).isFalse();
        assertThat(OnItsWay.mayBegin(2, NOON, NOON, TOO_LATE, gateway)).isFalse();
    }

    @Test
    void P7_aKeyIsUsedAgainOnlyWhereTheCallIsOverBeforeItMayBeForgotten() {
        BoundedGateway gateway = remembering(Duration.ofDays(1));
        Instant forgotten = NOON.plus(Duration.ofDays(1)).minus(DEADLINE);
        Instant last = forgotten.minusNanos(1_000);
        assertThat(OnItsWay.mayBegin(2, NOON, last, last, gateway)).isTrue();
        assertThat(OnItsWay.mayBegin(2, NOON, forgotten, forgotten, gateway)).isFalse();
        assertThat(OnItsWay.mayBegin(1, NOON, forgotten, forgotten, gateway)).isTrue();
    }

    @Test
    void P7_whatIsNotFoundSaysSomethingFromFiveMinutesOn() {
        Instant over = NOON.plus(Duration.ofMinutes(5));
        assertThat(OnItsWay.isOver(NOON, over.minusNanos(1_000))).isFalse();
        assertThat(OnItsWay.isOver(NOON, over)).isTrue();
    }

    private static BoundedGateway remembering(Duration time) {
        PaymentGateway gateway = new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return new CardOutcome.Rejected();
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                return new PaymentOutcome.Pending();
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE.remembersKeysFor(time);
            }
        };
        return new BoundedGateway(gateway, InMemoryStore.create().unitOfWork(), DEADLINE);
    }
}
