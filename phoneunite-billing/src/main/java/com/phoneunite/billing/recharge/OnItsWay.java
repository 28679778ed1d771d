package com.phoneunite.billing.recharge;

import java.time.Duration;
import java.time.Instant;

/**
 * Rules P5 and P7: what may be concluded from the time that has passed since a call of the gateway was decided on. A host can stand still
 * between that and the call, and a gateway can be slow to answer: each is judged by when it is asked, never by when it has answered.
 */
final class OnItsWay {

    /** For how long after it was decided on a call may still be on its way. */
    private static final Duration AT_MOST = Duration.ofMinutes(Recharge.NOT_FOUND_AFTER_MINUTES);

    private OnItsWay() {}

    /** Whether that something is not found can say anything of the last call. */
    static boolean isOver(Instant decidedAt, Instant asked) {
        return !asked.isBefore(decidedAt.plus(AT_MOST));
    }

    /**
     * Whether a call may still be sent: it is over before anybody concludes that it never was sent, and where it is not the first one
     * under its key, the key is remembered.
     *
     * @param calls how many calls may have been sent under the key, with this one
     * @param recordedAt when the first of them was recorded
     * @param decidedAt when this one was decided on
     */
    static boolean mayBegin(int calls, Instant recordedAt, Instant decidedAt, Instant now, BoundedGateway gateway) {
        Duration remembered = gateway.capabilities().remembersKeysFor();
        boolean inTime = !isOver(decidedAt, now.plus(gateway.deadline()));
        return inTime && (calls == 1 || Duration.between(recordedAt, now).compareTo(remembered) < 0);
    }
}
