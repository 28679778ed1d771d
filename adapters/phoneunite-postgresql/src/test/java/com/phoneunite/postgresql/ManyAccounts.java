package com.phoneunite.postgresql;

import com.phoneunite.OpenAccount;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Many accounts that are alike: one comes about by the front doors, and the others are copies of its rows under ids of their own, with the
 * same captures in the gateway's book.
 */
final class ManyAccounts {

    private final BillingStore store;
    private final FaultyPaymentGateway gateway;
    private final List<AccountId> all = new ArrayList<>();

    ManyAccounts(TestDatabase database, int accounts, int organizations) {
        store = PostgresStore.on(database.host());
        List<PaymentRequest> charges = new ArrayList<>();
        PhoneUniteFixture host = PhoneUniteFixture.given()
                .store(store)
                .at("2026-01-31T15:00:00Z")
                .plans(BillingProcess.STANDARD)
                .account(OpenAccount.named("Organization 0")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .ready();
        gateway = host.gateway();
        gateway.watch(charges::add);
        host.mine().putPaymentMethodOnFile("tok_visa");
        host.mine().recharge("start", Money.parse("USD 1000.00"));
        for (int i = 1; i < organizations; i++) {
            host.session().addOrganization("Organization " + i, "standard");
        }
        gateway.watch(request -> {});
        AccountId first = host.account().id();
        all.add(first);
        for (int i = 1; i < accounts; i++) {
            AccountId copy = AccountCopies.id(first, i);
            all.add(copy);
            charges.forEach(one -> gateway.charge(new PaymentRequest(
                    copy, one.key().replace(first.toString(), copy.toString()), one.card(), one.amount())));
        }
        AccountCopies.of(database, "phoneunite", first, all.subList(1, all.size()), AccountCopies.Ids.SAME);
    }

    List<AccountId> all() {
        return all;
    }

    BillingStore store() {
        return store;
    }

    FaultyPaymentGateway gateway() {
        return gateway;
    }

    /** Who judges them. */
    Audit audit() {
        return AuditorModel.of(
                store, gateway.book(), AuditTerms.of(BillingProcess.STANDARD).gateway(gateway.capabilities()));
    }
}
