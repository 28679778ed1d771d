package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Organization;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.SandboxGateway;
import org.joda.money.Money;

/** The smallest host there is: what the README shows. */
public final class FifteenLines {

    private FifteenLines() {}

    public static void main(String[] arguments) {
        // tag::fifteen-lines
        InMemoryStore store = InMemoryStore.create();
        BillingPlan standard = BillingPlan.named("standard").monthly(Money.parse("USD 20.00"));
        Billing billing = Billing.builder(store)
                .plans(standard)
                .paymentGateway(SandboxGateway.create())
                .build();
        PhoneUnite phoneUnite =
                PhoneUnite.builder(store).billing(billing.organizations()).build();

        Account account = phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        UserSession you = phoneUnite.signIn(account.owner());
        billing.of(you).putPaymentMethodOnFile("tok_visa");
        billing.of(you).recharge("first", Money.parse("USD 100.00"));
        Organization services = you.addOrganization("Services Experts, LLC", "standard");
        OrganizationWorkspace current = you.switchTo(services.id());
        System.out.println("You are in " + current.organization().name());

        billing.run(); // once a day, in your scheduler
        System.out.println(billing.of(you).page());
        // end::fifteen-lines
    }
}
