package com.phoneunite.isolation;

import com.phoneunite.UserSession;
import com.phoneunite.billing.Usage;
import java.time.Duration;
import org.joda.money.Money;

/** What the host does, whoever is a user. */
final class HostActs {

    private HostActs() {}

    static Object use(Turn turn) {
        UserSession of = turn.scene().cast().session(turn.place(), 0);
        return turn.rig()
                .billing
                .actingAs("meter")
                .deductUsage(Usage.of(
                        of.accountId(),
                        turn.organization(),
                        "use" + turn.index(),
                        Money.parse((turn.number() > 8 ? "EUR " : "USD ") + (turn.number() + 1) + ".00")));
    }

    static Object run(Turn turn) {
        return turn.rig().billing.run();
    }

    static Object moveClock(Turn turn) {
        int number = turn.number();
        turn.rig().clock.advance(number > 6 ? Duration.ofDays(number) : Duration.ofHours(number * 5L));
        turn.scene().settle();
        return "moved";
    }

    static Object dispatch(Turn turn) {
        return turn.rig()
                .phoneUnite
                .dispatcher(turn.scene()::handle, turn.rig().billing.events())
                .run();
    }

    static Object sweep(Turn turn) {
        return turn.rig().phoneUnite.sweepSounds();
    }
}
