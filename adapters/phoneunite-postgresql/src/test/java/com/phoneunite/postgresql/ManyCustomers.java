package com.phoneunite.postgresql;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.Money;

/** Customers who live side by side for months, each drawn from a seed: rich and poor, with and without auto-recharge. */
final class ManyCustomers {

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00.123456Z");
    private final AtomicLong made = new AtomicLong();
    private final Random random;
    private final Billing billing;
    private final PhoneUnite phoneUnite;
    private final List<UserSession> customers = new ArrayList<>();
    private final List<BillingRun.Result> runs = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private ManyCustomers(BillingStore store, long seed) {
        random = new Random(seed);
        billing = Billing.builder(store)
                .plans(
                        BillingPlan.named("standard")
                                .monthly(Money.parse("USD 20.00"))
                                .perExtension(Money.parse("USD 5.00"))
                                .perPhoneNumber(Money.parse("USD 1.00")),
                        BillingPlan.named("small").monthly(Money.parse("USD 7.00")),
                        BillingPlan.named("free").monthly(Money.parse("USD 0.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .clock(clock)
                .ids(() -> new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | made.incrementAndGet()))
                .randomness(() -> new byte[32])
                .build();
    }

    /**
     * What was seen in the end.
     *
     * @param runs what each run did
     * @param refusals what rules said no
     * @param pages the page of each customer
     * @param entries the ledgers
     * @param events all events, by account and position
     */
    record Told(
            List<BillingRun.Result> runs,
            List<String> refusals,
            List<BillingPage> pages,
            List<List<LedgerEntry>> entries,
            List<RecordedEvent> events) {}

    static Told in(BillingStore store, long seed, int count) {
        ManyCustomers many = new ManyCustomers(store, seed);
        for (int i = 0; i < count; i++) {
            many.open(i);
        }
        for (int week = 0; week < 20; week++) {
            many.live();
        }
        return many.told();
    }

    private void open(int number) {
        Account account = phoneUnite.openAccount(OpenAccount.named("First " + number)
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on(random.nextInt(5) == 0 ? "free" : "standard"));
        UserSession you = phoneUnite.signIn(account.owner());
        customers.add(you);
        if (random.nextInt(6) == 0) {
            return;
        }
        billing.of(you).putPaymentMethodOnFile("tok_visa");
        billing.of(you).recharge("first", Money.parse("USD " + (60 + random.nextInt(400)) + ".00"));
        Organization second = you.addOrganization("Second", "standard");
        you.switchTo(second.id()).phoneNumbers().add("+1202555" + (1000 + number));
        if (random.nextInt(4) == 0) {
            billing.of(you)
                    .autoRecharge(
                            AutoRecharge.below("USD 15.00").upTo("USD 60.00").atMostPerMonth("USD 300.00"));
        }
        clock.advance(Duration.ofHours(random.nextInt(9)));
    }

    private void live() {
        clock.advance(Duration.ofDays(7));
        for (UserSession you : customers) {
            List<OrganizationSummary> own = you.organizations().items();
            OrganizationId one = own.get(random.nextInt(own.size())).id();
            try {
                act(you, one, random.nextInt(12));
            } catch (RefusedException e) {
                refusals.add(e.refusal().code());
            }
        }
        runs.add(billing.run());
    }

    private void act(UserSession you, OrganizationId one, int what) {
        if (what == 0) {
            Money price = Money.parse("USD 3.00");
            billing.actingAs("meter").deductUsage(Usage.of(you.accountId(), one, "call-" + random.nextInt(50), price));
        } else if (what == 1) {
            billing.of(you).changePlan(one, random.nextBoolean() ? "small" : "standard", PlanChange.AT_NEXT_PERIOD);
        } else if (what == 2) {
            you.switchTo(one).members().add(you.user(), "1" + (10 + random.nextInt(80)));
        } else if (what == 3) {
            billing.of(you).recharge("again-" + random.nextInt(), Money.parse("USD 40.00"));
        }
    }

    private Told told() {
        List<RecordedEvent> events = new ArrayList<>();
        phoneUnite.dispatcher(events::add, billing.events()).run();
        events.sort(Comparator.comparing(RecordedEvent::account).thenComparing(RecordedEvent::position));
        return new Told(
                runs,
                refusals,
                customers.stream().map(you -> billing.of(you).page()).toList(),
                customers.stream()
                        .map(you -> billing.of(you).entries(ALL).items())
                        .toList(),
                events);
    }
}
