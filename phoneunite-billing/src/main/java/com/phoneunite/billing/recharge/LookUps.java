package com.phoneunite.billing.recharge;

import com.phoneunite.account.Change;
import com.phoneunite.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules P7, P8 and P11: asks a gateway what has become of an attempt, and of what was captured under it, and applies what it says. Thread-safe.
 */
public final class LookUps {

    private final UnitOfWork unitOfWork;
    private final Attempts attempts;
    private final Refunds refunds;
    private final ReportedReversals reversals;

    LookUps(UnitOfWork unitOfWork, Attempts attempts, Refunds refunds, ReportedReversals reversals) {
        this.unitOfWork = unitOfWork;
        this.attempts = attempts;
        this.refunds = refunds;
        this.reversals = reversals;
    }

    /**
     * Asks and applies. Runs with nothing open.
     *
     * @param asked the attempt as it was when it was decided what to ask
     * @param ask what to ask about the attempt itself
     * @param changes makes the change for each unit of work
     * @return the attempt as it stands then
     */
    Recharge look(Recharge asked, Recharge.Ask ask, Supplier<Change> changes) {
        Attempts.Answer answer = attempts.ask(asked, ask);
        Optional<List<ReportedReversal>> told =
                asked.hinted() && canLookUp() ? attempts.gateway().reversals(asked.request()) : Optional.of(List.of());
        boolean answered = answer.isOne() && told.isPresent();
        Looked looked = unitOfWork.change(asked.account(), () -> {
            Change change = changes.get();
            long before = attempts.entries(asked.account());
            Recharge concluded = attempts.conclude(asked, answer, change);
            boolean broughtBack = false;
            for (ReportedReversal one : told.orElse(List.of())) {
                broughtBack |= apply(concluded, one, change);
            }
            Recharge checked = attempts.become(
                    concluded,
                    concluded.checked(change.at(), answered, ask != Recharge.Ask.NOTHING, asked.hinted()),
                    change);
            return new Looked(checked, broughtBack || attempts.entries(asked.account()) > before);
        });
        if (looked.anythingToSettle()) {
            attempts.settle(asked.account(), changes);
        }
        return looked.recharge();
    }

    private record Looked(Recharge recharge, boolean anythingToSettle) {}

    /**
     * What a gateway, or an operator, tells of a refund or dispute. Runs inside a unit of work.
     *
     * @return whether there is something to settle, although it may not show in the ledger: arrears that have ended
     */
    public boolean apply(Recharge recharge, ReportedReversal told, Change change) {
        return !refunds.isOurs(recharge, told, change) && reversals.report(recharge, told, change);
    }

    private boolean canLookUp() {
        return attempts.gateway().capabilities().can(GatewayAbility.LOOK_UP);
    }
}
