package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import com.phoneunite.refusal.Decision;
import com.phoneunite.store.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Rule P8: what a gateway says unasked is a hint: verified, deduplicated, noted, and then looked up. What was noted and could not be looked up
 * is left to reconciliation. Thread-safe.
 */
public final class Notifications {

    private final UnitOfWork unitOfWork;
    private final RechargeRepository recharges;
    private final Attempts attempts;
    private final LookUps lookUps;
    private final InstantSource clock;

    Notifications(PaymentPorts ports, Attempts attempts, LookUps lookUps) {
        this.unitOfWork = ports.core().unitOfWork();
        this.recharges = ports.recharges();
        this.attempts = attempts;
        this.lookUps = lookUps;
        this.clock = ports.clock();
    }

    private record Noted(Optional<Recharge> recharge, boolean isNew, Recharge.Ask ask) {}

    /** Takes a notification. Runs with nothing open. */
    public Decision<Notified> notified(PaymentNotification notification) {
        attempts.gateway().requireNothingOpen();
        if (!attempts.gateway().capabilities().can(GatewayAbility.NOTIFICATIONS)) {
            return Decision.refused(new RechargeRefusal.NotSupportedByGateway(GatewayAbility.NOTIFICATIONS));
        }
        Optional<VerifiedNotification> verified = attempts.gateway().verify(notification);
        return Decision.granted(verified.isEmpty() ? new Notified.NotVerified() : take(verified.get()));
    }

    private Notified take(VerifiedNotification verified) {
        Optional<AccountId> account = verified.account();
        Optional<IdempotencyKey> key = verified.attempt();
        if (account.isEmpty() || key.isEmpty()) {
            return new Notified.NotOurs();
        }
        Noted noted = unitOfWork.change(account.get(), () -> note(key.get(), verified.id(), changeNow(account.get())));
        if (noted.recharge().isEmpty()) {
            return new Notified.NotOurs();
        }
        return noted.isNew()
                ? new Notified.LookedUp(
                        lookUps.look(noted.recharge().get(), noted.ask(), () -> changeNow(account.get()))
                                .outcome())
                : new Notified.AlreadyKnown();
    }

    private Noted note(IdempotencyKey key, String notification, Change change) {
        Optional<Recharge> known = recharges.find(change.account(), key);
        if (known.isEmpty() || !recharges.note(change.account(), key, notification)) {
            return new Noted(known, false, Recharge.Ask.NOTHING);
        }
        Recharge hinted = known.get().hinted(change.at());
        Recharge.Ask ask = attempts.gateway().capabilities().can(GatewayAbility.LOOK_UP)
                ? Recharge.Ask.LOOK_UP
                : attempts.askable(hinted, change.at());
        Recharge asked = ask == Recharge.Ask.CHARGE ? attempts.askedAgain(hinted, change) : hinted;
        attempts.save(asked);
        return new Noted(Optional.of(asked), true, ask);
    }

    private Change changeNow(AccountId account) {
        return new Change(account, Actor.system(), Moments.now(clock));
    }
}
