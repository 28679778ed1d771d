package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.store.Outbox;
import java.util.Optional;

/** Rule P10: keeps how auto-recharge stands, as attempts and reversals come in. Runs inside a unit of work. Thread-safe. */
final class AutoRechargeBook {

    private final Outbox outbox;
    private final AutoRechargeRepository standings;
    private final RechargeRepository recharges;

    AutoRechargeBook(Outbox outbox, AutoRechargeRepository standings, RechargeRepository recharges) {
        this.outbox = outbox;
        this.standings = standings;
        this.recharges = recharges;
    }

    AutoRechargeStanding of(AccountId account) {
        return standings.find(account).orElseGet(() -> AutoRechargeStanding.off(account));
    }

    /** Whether it is set, stopped or not. */
    boolean isOn(AccountId account) {
        return of(account).setting().isPresent();
    }

    /** What has become of an attempt. A decline of a card that is not on file any more says nothing of the one that is. */
    void heed(Recharge recharge, Change change) {
        AutoRechargeStanding standing = of(recharge.account());
        boolean isOfThisCard = recharges
                .card(recharge.account())
                .filter(recharge.attempt().card()::equals)
                .isPresent();
        if (recharge.state() == RechargeState.SUCCEEDED) {
            keep(standing.succeeded(recharge.attempt().kind()), change);
        } else if (recharge.attempt().kind() == RechargeKind.AUTOMATIC && isOfThisCard) {
            recharge.declined().ifPresent(reason -> keep(standing.declined(reason, change.at()), change));
        }
    }

    void cardReplaced(Change change) {
        keep(of(change.account()).cardReplaced(), change);
    }

    void reversed(Change change) {
        keep(of(change.account()).reversed(), change);
    }

    /** Keeps how it stands now, and tells where it stops or goes on. */
    void keep(AutoRechargeStanding now, Change change) {
        AutoRechargeStanding former = of(change.account());
        if (now.equals(former)) {
            return;
        }
        standings.save(now);
        if (now.setting().isPresent() && !now.stopped().equals(former.stopped())) {
            outbox.append(
                    change,
                    Optional.empty(),
                    now.stopped()
                            .<RechargeEvent>map(RechargeEvent.AutoRechargeStopped::new)
                            .orElseGet(RechargeEvent.AutoRechargeResumed::new));
        }
    }
}
