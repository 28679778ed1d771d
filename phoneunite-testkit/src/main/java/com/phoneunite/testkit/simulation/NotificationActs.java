package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.recharge.PaymentNotification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the gateway sends. */
final class NotificationActs {

    private NotificationActs() {}

    static String deliver(Turn turn) {
        List<PaymentNotification> now =
                new ArrayList<>(turn.world().bank().gateway().takeNotifications());
        if (turn.chance().percent(30)) {
            Collections.reverse(now);
        }
        if (turn.chance().percent(20)) {
            now.add(new PaymentNotification("event_forged somebody/r1", Map.of("signature", "forged")));
        }
        turn.world().deliver(turn.host(), now);
        return now.size() + " delivered";
    }

    static String deliverLate(Turn turn) {
        List<PaymentNotification> late = turn.world().bank().gateway().takeLateNotifications();
        turn.world().deliver(turn.host(), late);
        return late.size() + " delivered late";
    }

    static String deliverAgain(Turn turn) {
        List<PaymentNotification> before = turn.world().delivered();
        List<PaymentNotification> again = before.subList(Math.max(0, before.size() - 5), before.size());
        turn.world().deliver(turn.host(), List.copyOf(again));
        return "delivered again";
    }
}
