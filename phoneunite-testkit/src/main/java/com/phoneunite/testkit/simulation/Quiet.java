package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.store.EventDispatcher;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Duration;
import java.util.List;

/** Faults stop, the gateway answers, time passes, and a host does what it always does: within a bounded number of runs nothing is left to do. */
final class Quiet {

    /** When the library looks at what is not certain (rule P7), and longer than anything is leased or set aside. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(6),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1));

    private static final int MOST_ROUNDS = 60;

    private final World world;
    private final SimulatedHost host;

    Quiet(World world, SimulatedHost host) {
        this.world = world;
        this.host = host;
    }

    /** Lets everything settle. */
    void comes() {
        host.calm();
        FaultyPaymentGateway gateway = world.bank().gateway();
        gateway.seeded(0, 0);
        world.time().catchUp();
        world.deliver(host, gateway.takeNotifications());
        world.deliver(host, gateway.takeLateNotifications());
        for (Duration wait : WAITS) {
            world.time().move(world.time().now().plus(wait));
            host.billing().reconcile();
            host.billing().run();
        }
        OperatorPayments payments = host.billing().actingAs("Ann").payments();
        ReviewActs.resolve(world, payments);
        // What was lost on its way, the gateway sends again.
        for (PaymentRequest charge : world.bank().takeChanged()) {
            gateway.tellAgain(charge);
        }
        world.deliver(host, gateway.takeNotifications());
        ReviewActs.resolve(world, payments);
        goesThrough();
    }

    /** Runs until the gateway is not asked for money any more; a run that was told of no failure and left nothing is the last one. */
    private void goesThrough() {
        world.time().move(world.time().now().plus(Duration.ofDays(1)));
        int rounds = 0;
        boolean isDone = false;
        while (!isDone && rounds < MOST_ROUNDS) {
            int asked = world.bank().gateway().calls();
            boolean isSuspending = round();
            isDone = !isSuspending && asked == world.bank().gateway().calls();
            rounds++;
        }
        EventDispatcher.Result told =
                RunActs.dispatcher(world, host, event -> {}).run();
        requireNone("X3", "have events that cannot be delivered", told.failed());
    }

    /** Whether it suspends somebody, who may return. */
    private boolean round() {
        world.time().move(world.time().now().plus(WAITS.get(0)));
        world.bank().confirmAll();
        world.deliver(host, world.bank().gateway().takeNotifications());
        ReconciliationRun.Result reconciled = host.billing().reconcile();
        requireNone("P7", "cannot be reconciled though nothing fails any more", reconciled.failed());
        BillingRun.Result billed = host.billing().run();
        requireNone("B6", "cannot be billed though nothing fails any more", billed.failed());
        if (!billed.complete() || billed.leftToOthers() > 0) {
            throw new AuditFailure("B6", "a run with nobody beside it leaves accounts to others: " + billed);
        }
        return billed.done().suspended() > 0;
    }

    private static void requireNone(String rule, String what, List<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            throw new AuditFailure(rule, "the accounts " + accounts + " " + what);
        }
    }
}
