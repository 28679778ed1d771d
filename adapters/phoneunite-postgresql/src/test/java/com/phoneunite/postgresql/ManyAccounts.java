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
import java.util.UUID;
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
            AccountId copy = new AccountId(
                    new UUID(first.value().getMostSignificantBits() + ((long) i << 16), 0x8000_0000_0000_0000L + i));
            all.add(copy);
            charges.forEach(one -> gateway.charge(new PaymentRequest(
                    copy, one.key().replace(first.toString(), copy.toString()), one.card(), one.amount())));
        }
        copy(database, first);
    }

    /** All rows of the first account, for each of the others; the keys between them hold again afterwards. */
    private void copy(TestDatabase database, AccountId first) {
        List<String> statements = new ArrayList<>();
        statements.add("SET session_replication_role = replica");
        statements.add("CREATE TEMPORARY TABLE copy (account_id uuid)");
        all.stream().skip(1).forEach(copy -> statements.add("INSERT INTO copy VALUES ('" + copy + "')"));
        statements.addAll(database.names("""
            SELECT 'INSERT INTO phoneunite.' || relname || ' (' || string_agg(attname, ', ') || ') SELECT '
                || string_agg(CASE attname WHEN 'account_id' THEN 'copy.account_id' ELSE 'one.' || attname END, ', ')
                || ' FROM phoneunite.' || relname || ' AS one CROSS JOIN copy WHERE one.account_id = ''%s'''
            FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
            WHERE relnamespace = 'phoneunite'::regnamespace AND relkind = 'r' GROUP BY relname
            HAVING bool_or(attname = 'account_id')\
            """.formatted(first)));
        statements.add("ANALYZE");
        database.execute(statements.toArray(String[]::new));
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
