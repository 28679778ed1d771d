package com.phoneunite.postgresql;

import com.phoneunite.OpenAccount;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.joda.money.Money;

/**
 * Customers with money, of one organization each, whose usage is deducted. They are counted from 0.
 *
 * @param host where they are customers
 * @param owners who they are
 */
record UsageCustomers(PhoneUniteFixture host, List<UserSession> owners) {

    /** So many, each with as much. */
    static UsageCustomers on(DataSource dataSource, int count, String balance) {
        PhoneUniteFixture host = PhoneUniteFixture.given()
                .store(PostgresStore.on(dataSource))
                .at("2026-01-31T15:00:00Z")
                .plans(BillingProcess.STANDARD)
                .balance(balance)
                .ready();
        List<UserSession> owners = new ArrayList<>(List.of(host.session()));
        while (owners.size() < count) {
            UserSession owner = host.phoneUnite()
                    .signIn(host.phoneUnite()
                            .openAccount(OpenAccount.named("First")
                                    .owner("you@example.com")
                                    .in("US", "America/New_York", "USD")
                                    .on("standard"))
                            .owner());
            host.billing().of(owner).putPaymentMethodOnFile("tok_visa");
            host.billing().of(owner).recharge("start", Money.parse(balance));
            owners.add(owner);
        }
        return new UsageCustomers(host, owners);
    }

    /** The same host on another store of the same database. */
    Billing billing(PostgresStore store) {
        return Billing.builder(store)
                .plans(BillingProcess.STANDARD)
                .paymentGateway(host.gateway())
                .clock(host.clock())
                .build();
    }

    AccountId account(int customer) {
        return owners.get(customer).accountId();
    }

    OrganizationId organization(int customer) {
        return owners.get(customer).organizations().items().get(0).id();
    }

    Usage usage(int customer, String reference, String amount) {
        return Usage.of(account(customer), organization(customer), reference, Money.parse("USD " + amount));
    }
}
