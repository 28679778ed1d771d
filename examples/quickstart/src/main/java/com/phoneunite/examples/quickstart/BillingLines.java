package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.page.Forecast;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.store.EventDispatcher;
import com.phoneunite.store.EventHandler;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.joda.money.Money;

/** What docs/billing.md shows: an account through two months, from the first card to a dispute. */
final class BillingLines {

    private final MutableClock clock;
    private final Billing billing;
    private final PhoneUnite phoneUnite;

    BillingLines() {
        // tag::build
        MutableClock clock = MutableClock.at("2026-01-01T15:00:00Z");
        InMemoryStore store = InMemoryStore.create();
        Billing billing = Billing.builder(store)
                .plans(
                        BillingPlan.named("standard").monthly(Money.parse("USD 20.00")),
                        BillingPlan.named("big").monthly(Money.parse("USD 50.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        PhoneUnite phoneUnite =
                PhoneUnite.builder(store).billing(billing.organizations()).build();
        // end::build
        this.clock = clock;
        this.billing = billing;
        this.phoneUnite = phoneUnite;
    }

    /** Prints what the page says, and writes a statement to that stream. */
    void run(OutputStream file) throws IOException {
        Account account = phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        UserSession you = phoneUnite.signIn(account.owner());
        // tag::recharge
        AccountBilling mine = billing.of(you);
        mine.putPaymentMethodOnFile("tok_declined");
        RechargeOutcome outcome = mine.recharge("order-1", Money.parse("USD 60.00"));
        String told = outcome.fold(
                succeeded -> succeeded.credited() + " is on your balance",
                declined -> "your card was declined: " + declined.reason(),
                action -> "please go to " + action.nextStep(),
                unresolved -> "we do not know yet, and ask again",
                notAttempted -> "nothing was sent, try again",
                cancelled -> "called off",
                review -> "one of us looks into it");
        System.out.println(told);
        // end::recharge

        // tag::unknown
        mine.putPaymentMethodOnFile("tok_slow"); // the sandbox answers "unknown", and knows when it is asked later
        System.out.println(mine.recharge("order-2", Money.parse("USD 60.00")));
        clock.advance(Duration.ofMinutes(5));
        billing.reconcile();
        System.out.println(mine.balance());
        // end::unknown

        // tag::suspended
        mine.putPaymentMethodOnFile("tok_visa");
        Organization services =
                you.addOrganization("Services Experts, LLC", "standard"); // USD 20.00 for its first month
        clock.set(Instant.parse("2026-02-01T15:00:00Z"));
        billing.run(); // USD 20.00 for the first organization, whose trial has ended; the last 20.00 must not become
        // zero
        printStates(you);
        clock.advance(Duration.ofDays(3)); // the grace
        billing.run();
        printStates(you);
        mine.recharge("order-3", Money.parse("USD 100.00")); // settles at once what it can pay
        printStates(you);
        // end::suspended

        // tag::auto
        mine.autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        // end::auto

        // tag::plan
        System.out.println(mine.changePlan(services.id(), "big", PlanChange.NOW));
        mine.changePlan(services.id(), "standard", PlanChange.AT_NEXT_PERIOD);
        // end::plan

        // tag::look
        Forecast forecast = mine.forecast(1);
        forecast.items().forEach(item -> System.out.println(item.at() + " " + item.name() + " " + item.amount()));
        for (Charge charge : mine.charges(services.id(), PageRequest.first(100)).items()) {
            System.out.println(charge.amount() + " by rule "
                    + mine.explain(charge.kind(), charge.reference()).rule());
        }
        mine.statements().export(YearMonth.of(2026, 2), CsvStatement.to(file));
        // end::look

        // tag::operator
        BillingOperator operator = billing.actingAs("eve@support");
        operator.deductUsage(Usage.of(account.id(), services.id(), "call-4711", Money.parse("USD 0.25")));
        System.out.println(operator.payments().refund(account.id(), "refund-1", "order-3", Money.parse("USD 5.00")));
        ReportedReversal dispute = ReportedReversal.dispute("dp_77", Money.parse("USD 95.00"));
        operator.payments().report(account.id(), "order-3", dispute);
        printStates(you);
        operator.payments().report(account.id(), "order-3", dispute.broughtBack());
        printStates(you);
        // end::operator

        // tag::refused
        try {
            mine.putPaymentMethodOnFile("4242424242424242"); // a number, and no token
        } catch (RefusedException refused) {
            if (refused.refusal() instanceof LedgerRefusal.BalanceTooLow tooLow) {
                System.out.println("recharge at least " + tooLow.shortfall());
            } else if (refused.refusal() instanceof InvalidInput invalid) {
                invalid.violations().forEach(one -> System.out.println(one.path() + " " + one.code()));
            } else {
                System.out.println(
                        refused.code() + ", see rule " + refused.refusal().rule());
            }
        }
        // end::refused
    }

    // tag::states
    private void printStates(UserSession you) {
        for (OrganizationSummary one : you.organizations().items()) {
            System.out.println(one.name() + " is " + one.state());
        }
        System.out.println("with " + billing.of(you).balance());
    }
    // end::states

    // tag::schedule
    List<ScheduledFuture<?>> schedule(ScheduledExecutorService jobs, EventHandler handler, Consumer<Throwable> alarm) {
        EventDispatcher events = phoneUnite.dispatcher(handler, billing.events());
        return List.of(
                jobs.scheduleWithFixedDelay(guarded(billing::reconcile, alarm), 0, 1, TimeUnit.MINUTES),
                jobs.scheduleWithFixedDelay(guarded(events::run, alarm), 0, 1, TimeUnit.MINUTES),
                jobs.scheduleWithFixedDelay(guarded(billing::run, alarm), 0, 1, TimeUnit.HOURS),
                jobs.scheduleWithFixedDelay(guarded(phoneUnite::sweepSounds, alarm), 0, 1, TimeUnit.DAYS));
    }

    /** What throws is not called again by an executor of Java's. */
    private static Runnable guarded(Runnable job, Consumer<Throwable> alarm) {
        return () -> {
            try {
                job.run();
            } catch (RuntimeException e) {
                alarm.accept(e);
            }
        };
    }
    // end::schedule
}
