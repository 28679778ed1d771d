package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a host writes to have its own store judged in its own tests. */
class OurBooksTest {

    private final BillingPlan standard = BillingPlan.named("standard").monthly(Money.parse("USD 20.00"));
    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final FaultyPaymentGateway gateway = FaultyPaymentGateway.over(SandboxGateway.create());
    private final BillingStore store = BillingStore.in(InMemoryStore.create());
    private final Audit audit = AuditorModel.of(store, gateway.book(), AuditTerms.of(standard));

    @Test
    void B6_theBooksAreRightAfterEachStep() {
        Billing billing = Billing.builder(store)
                .plans(standard)
                .paymentGateway(gateway)
                .clock(clock)
                .build();
        PhoneUnite phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .build();
        Account account = phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        AccountBilling mine = billing.of(phoneUnite.signIn(account.owner()));
        mine.putPaymentMethodOnFile("tok_visa");
        gateway.next(FaultyPaymentGateway.Fault.UNKNOWN_AFTER_CAPTURE);
        mine.recharge("first", Money.parse("USD 50.00"));
        audit.touched(account.id(), clock.instant());

        clock.advance(Duration.ofDays(14));
        billing.reconcile();
        billing.run();
        audit.touched(account.id(), clock.instant());
        audit.quiet(clock.instant());
        assertThat(billing.actingAs("us").balance(account.id())).isEqualTo(Money.parse("USD 30.00"));
    }
}
