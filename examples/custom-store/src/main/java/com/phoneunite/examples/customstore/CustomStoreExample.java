package com.phoneunite.examples.customstore;

import com.phoneunite.AddOrganization;
import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;

/** A customer on a store in a folder: may be killed at any moment, and goes on where it was when it is started again. */
public final class CustomStoreExample {

    private static final ZonedDateTime START =
            Instant.parse("2026-01-31T15:00:00Z").atZone(ZoneId.of("America/New_York"));

    private CustomStoreExample() {}

    /**
     * Goes on for as many months.
     *
     * @param arguments the folder, and until which month after the opening
     */
    public static void main(String[] arguments) {
        play(H2Store.in(Path.of(arguments[0])), Integer.parseInt(arguments[1]), System.out);
    }

    // tag::story
    static void play(BillingStore store, int months, PrintStream out) {
        MutableClock clock = MutableClock.at(START.toInstant());
        BillingPlan standard = BillingPlan.named("standard")
                .monthly(Money.parse("USD 20.00"))
                .perExtension(Money.parse("USD 5.00"))
                .perPhoneNumber(Money.parse("USD 1.00"));
        Billing billing = Billing.builder(store)
                .plans(standard)
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        PhoneUnite phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .build();
        UserSession you = open(phoneUnite, billing);
        for (int month = monthsPlayed(billing.of(you)); month <= months; month++) {
            clock.set(START.plusMonths(month).toInstant());
            for (int quarter = 0;
                    quarter < 2;
                    quarter++) { // as a host schedules it: what a killed run had leased is free by then
                billing.reconcile();
                billing.run();
                clock.advance(Duration.ofMinutes(15));
            }
            out.println(START.plusMonths(month).toLocalDate() + " " + standing(billing.of(you)));
        }
    }

    /** Each step is under a key or looks first: whoever was killed before or after it does it again, and nothing is done twice. */
    private static UserSession open(PhoneUnite phoneUnite, Billing billing) {
        Account account = phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard")
                .key("product-experts"));
        UserSession you = phoneUnite.signIn(account.owner());
        if (billing.of(you).autoRecharge().setting().isEmpty()) {
            billing.of(you).putPaymentMethodOnFile("tok_visa");
            billing.of(you).recharge("first", Money.parse("USD 100.00"));
            billing.of(you)
                    .autoRecharge(
                            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        }
        Organization services = you.addOrganization(
                AddOrganization.named("Services Experts, LLC").on("standard").key("services-experts"));
        OrganizationWorkspace current = you.switchTo(services.id());
        if (current.members().list(PageRequest.first(1)).items().isEmpty()) {
            current.members().add(you.user(), "101");
        }
        if (current.phoneNumbers().list(PageRequest.first(1)).items().isEmpty()) {
            current.phoneNumbers().add("+12025550123");
        }
        return you;
    }
    // end::story

    /** The month that was played last is played once more, as it may not have come to its end. */
    private static int monthsPlayed(AccountBilling billing) {
        Instant last = billing.entries(PageRequest.first(500)).items().stream()
                .reduce((one, next) -> next)
                .orElseThrow()
                .recordedAt();
        return (int) Math.max(1, ChronoUnit.MONTHS.between(START, last.atZone(START.getZone())));
    }

    private static String standing(AccountBilling billing) {
        return "balance " + billing.balance() + ", "
                + billing.entries(PageRequest.first(500)).items().size() + " entries in the ledger";
    }
}
