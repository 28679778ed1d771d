package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.CyclePorts;
import com.phoneunite.billing.cycle.Grace;
import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.recharge.BoundedGateway;
import com.phoneunite.billing.recharge.Notified;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentPorts;
import com.phoneunite.billing.recharge.Payments;
import com.phoneunite.billing.recharge.ReconciliationRun;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.input.Conforms;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.EventSource;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The front door of billing. It is the host's own authority: what users may do goes through {@link #of(UserSession)}, what the
 * host's operators do through {@link #actingAs(String)}.
 *
 * <p>A host schedules {@link #run()} and {@link #reconcile()}, and hands its gateway's messages to {@link #notified}. Told with
 * examples in {@code docs/billing.md}.
 *
 * <p>Immutable and safe for any number of threads; a host keeps one. Rule B1: one account pays for all of its organizations.
 */
public final class Billing {

    private final BillingDesk desk;
    private final BillingRun run;

    private Billing(BillingDesk desk) {
        this.desk = desk;
        this.run = new BillingRun(
                desk.core().unitOfWork(), desk.store().dueAccounts(), desk.cycle(), desk.funding(), desk.clock());
    }

    /** Begins to build billing on the embedded default. */
    public static Builder builder(InMemoryStore store) {
        return new Builder(BillingStore.in(store));
    }

    /** Begins to build billing on that store. */
    public static Builder builder(BillingStore store) {
        return new Builder(store);
    }

    /** What {@code PhoneUnite.builder(store).billing(…)} takes: billing's opinion of what organizations do. */
    public OrganizationBilling organizations() {
        return new BillingOfOrganizations(desk);
    }

    /**
     * Rule X3: the entries of the ledger as the events that they are, for a {@code com.phoneunite.store.EventDispatcher} to merge with
     * the outbox.
     */
    public EventSource events() {
        return (account, afterPosition, limit) ->
                desk.store().ledger().listByPosition(account, afterPosition, limit).stream()
                        .map(LedgerEvent::of)
                        .toList();
    }

    /** Billing as a signed-in user sees it and may act on it. */
    public AccountBilling of(UserSession session) {
        return new AccountBilling(desk, BillingDesk.given("session", session).ref());
    }

    /**
     * Billing in the hands of a person or a program of the host.
     *
     * @param operator their name, 1 to 100 printable characters; it is recorded with what they do
     * @throws com.phoneunite.RefusedException {@code INVALID_INPUT}
     */
    public BillingOperator actingAs(@Nullable String operator) {
        BillingDesk.valid(new OperatorName(operator));
        return new BillingOperator(desk, Actor.operator(Objects.requireNonNull(operator)));
    }

    /**
     * Rules B6 to B8: charges everything that is due, on all accounts, with one worker. Safe to repeat, to stop at any point, and to run
     * on many hosts at once; how often is the host's choice, and nothing depends on it. Interrupting the thread ends it early.
     *
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work
     */
    public BillingRun.Result run() {
        return run(BillingRun.Options.STANDARD);
    }

    /**
     * The same with several workers, or with somebody who is told of the progress.
     *
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work
     */
    public BillingRun.Result run(BillingRun.Options options) {
        return run.run(options);
    }

    /**
     * Rule P7: settles what a payment gateway left unknown, on all accounts, as far as it is time for that: after 5 minutes, after 1 hour,
     * then daily for 5 days; what is open after that needs review. Safe to repeat, to stop at any point, and to run on many hosts at once;
     * how often is the host's choice, for example each minute.
     *
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work
     */
    public ReconciliationRun.Result reconcile() {
        return desk.payments().reconciliation().run();
    }

    /**
     * Rule P8: takes a notification of the payment gateway's, as it came: it is verified by the gateway's own port, noted once, and then
     * what has become of the payment is looked up. In any order, any number of times, however late.
     *
     * @throws RefusedException {@code INVALID_INPUT}; {@code NOT_SUPPORTED_BY_GATEWAY} if the gateway does not declare that it notifies
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work
     */
    public Notified notified(@Nullable PaymentNotification notification) {
        BillingDesk.valid(new Notification(notification));
        return RefusedException.granted(desk.payments().notifications().notified(Objects.requireNonNull(notification)));
    }

    /** Builds billing. Not thread-safe. */
    public static final class Builder {

        private final BillingStore store;
        private @Nullable PlanCatalog plans;
        private @Nullable PaymentGateway gateway;
        private InstantSource clock = InstantSource.system();
        private Duration gatewayDeadline = Duration.ofSeconds(30);
        private Grace grace = Grace.STANDARD;

        private Builder(BillingStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /** The plans that there are. Required, or {@link #planCatalog}. */
        public Builder plans(BillingPlan... all) {
            this.plans = PlanCatalog.of(all);
            return this;
        }

        /** A catalogue of the host's own. */
        public Builder planCatalog(PlanCatalog catalog) {
            this.plans = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /** Who moves the money. Required. */
        public Builder paymentGateway(PaymentGateway port) {
            this.gateway = Objects.requireNonNull(port, "gateway");
            return this;
        }

        /** The clock; the system's unless told otherwise. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /**
         * Rule P5: how long a call of the gateway may take, 30 seconds unless told otherwise.
         *
         * @param deadline more than nothing and at most 4 minutes, as a call is over before it can count as never sent (rule P7)
         */
        public Builder gatewayDeadline(Duration deadline) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("a gateway needs some time to answer");
            }
            if (deadline.compareTo(BoundedGateway.MAX_DEADLINE) > 0) {
                throw new IllegalArgumentException(
                        "a call of the gateway may take at most " + BoundedGateway.MAX_DEADLINE);
            }
            this.gatewayDeadline = deadline;
            return this;
        }

        /**
         * Rule B8: how long an organization works on after a shortage was recorded, 3 days of 24 hours unless told otherwise.
         *
         * @param time more than nothing and less than 28 days
         */
        public Builder grace(Duration time) {
            this.grace = new Grace(time);
            return this;
        }

        /**
         * Billing.
         *
         * @throws IllegalStateException if plans or payment gateway are missing
         */
        public Billing build() {
            if (plans == null || gateway == null) {
                throw new IllegalStateException("billing needs plans(…) and paymentGateway(…)");
            }
            BoundedGateway bounded = new BoundedGateway(gateway, store.core().unitOfWork(), gatewayDeadline);
            PaymentPorts payment = new PaymentPorts(
                    store.core(),
                    store.ledger(),
                    store.recharges(),
                    store.reversals(),
                    store.autoRecharges(),
                    store.checks(),
                    bounded,
                    clock);
            BillingCycle cycle = new BillingCycle(
                    new CyclePorts(
                            store.core(),
                            store.ledger(),
                            store.subscriptions(),
                            store.dueAccounts(),
                            store.arrears(),
                            store.usageNeeds(),
                            store.chargeFacts(),
                            plans,
                            payment.openAttempts(),
                            payment.terms()),
                    grace);
            return new Billing(new BillingDesk(store, plans, clock, cycle, new Payments(payment, cycle)));
        }
    }

    private record Notification(
            @Conforms(PaymentNotification.Rule.class) @Nullable
            PaymentNotification notification) {}

    private record OperatorName(
            @Conforms(Actor.NameRule.class) @Nullable String operator) {}
}
