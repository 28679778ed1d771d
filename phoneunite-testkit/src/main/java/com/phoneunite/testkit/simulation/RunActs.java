package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.store.EventDispatcher;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.audit.AuditFailure;
import java.util.List;
import java.util.function.Consumer;

/** What a host schedules. */
final class RunActs {

    private static final int SOME_EVENTS = 30;

    private RunActs() {}

    static String run(Turn turn) {
        return told(turn, turn.host().billing().run());
    }

    /** A run with a small budget: it is interrupted after some accounts. */
    static String interruptedRun(Turn turn) {
        int budget = 1 + turn.chance().below(2);
        BillingRun.Options options = BillingRun.Options.STANDARD.reportingTo(progress -> {
            if (progress.accounts() == budget) {
                Thread.currentThread().interrupt();
                turn.host().met(ProcessFault.RUN_INTERRUPTED);
            }
        });
        try {
            return told(turn, turn.host().billing().run(options));
        } finally {
            Thread.interrupted();
        }
    }

    private static String told(Turn turn, BillingRun.Result result) {
        requireNoneFailed(turn, "B6", "the billing run", result.failed());
        return result.done() + (result.complete() ? "" : " interrupted") + ", left " + result.leftToOthers();
    }

    static String reconcile(Turn turn) {
        ReconciliationRun.Result result = turn.host().billing().reconcile();
        requireNoneFailed(turn, "P7", "reconciliation", result.failed());
        return result.toString();
    }

    /** Nothing but a fault keeps an account from being worked on. */
    private static void requireNoneFailed(Turn turn, String rule, String what, List<AccountId> failed) {
        if (!failed.isEmpty() && !turn.host().wasStruck()) {
            throw new AuditFailure(
                    rule, what + " failed for the accounts " + failed + " without any fault of the store");
        }
    }

    static String dispatch(Turn turn) {
        int budget = turn.chance().percent(30) ? turn.chance().below(SOME_EVENTS) : Integer.MAX_VALUE;
        int[] handled = {0};
        EventDispatcher.Result result = dispatcher(turn.world(), turn.host(), event -> {
                    if (handled[0]++ == budget) {
                        turn.world().tally().met(ProcessFault.HANDLER_FAILED, event.account());
                        throw new IllegalStateException("the handler fails");
                    }
                })
                .run();
        boolean isExcused = turn.host().wasStruck() || handled[0] > budget;
        if (!result.failed().isEmpty() && !isExcused) {
            throw new AuditFailure("X3", "events of the accounts " + result.failed() + " cannot be delivered");
        }
        return result.toString();
    }

    /** Rule X3: each event comes at least once and in order. */
    static EventDispatcher dispatcher(World world, SimulatedHost host, Consumer<RecordedEvent> first) {
        return host.phoneUnite()
                .dispatcher(
                        event -> {
                            first.accept(event);
                            world.handles(event.account(), event.position());
                        },
                        host.billing().events());
    }
}
