package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.SandboxGateway;
import org.joda.money.Money;

/** Opens an account, adds a second organization to it, and shows what is left of the balance. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] arguments) {
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
        you.addOrganization("Services Experts, LLC", "standard");
        System.out.println(billing.of(you).page());
    }
}
