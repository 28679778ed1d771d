package com.phoneunite.postgresql;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * A schema of its own with many accounts that hold little of everything, and one that holds much: what it holds came about by the front
 * doors once, and is there again and again under other keys.
 */
final class LargeDatabase implements AutoCloseable {

    /** Of a name that no other test has. */
    static final String SCHEMA = "large";

    private static final int ACCOUNTS = 2_000;

    private final TestDatabase database = TestDatabase.asItIs();
    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final SandboxGateway gateway = SandboxGateway.create();
    private final AccountId first;
    private final UserSession you;
    private final OrganizationId large;

    LargeDatabase() {
        drop();
        database.migrate(SCHEMA);
        BillingStore store =
                PostgresStore.builder(database.host()).schema(SCHEMA).build();
        Billing billing = billing(store);
        PhoneUnite phoneUnite = phoneUnite(store, billing);
        UserSession small = opened(phoneUnite, billing, "small", "+1202555010");
        first = small.accountId();
        copy();
        you = opened(phoneUnite, billing, "large", "+1202555011");
        large = you.organizations().items().get(1).id();
        use(billing);
        grow();
        database.execute("VACUUM ANALYZE");
    }

    Billing billing(BillingStore store) {
        return Billing.builder(store)
                .plans(
                        BillingPlan.named("standard").monthly(Money.parse("USD 20.00")),
                        BillingPlan.named("small").monthly(Money.parse("USD 7.00")))
                .paymentGateway(gateway)
                .clock(clock)
                .build();
    }

    PhoneUnite phoneUnite(BillingStore store, Billing billing) {
        return PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .resources(Notes.NOTES)
                .clock(clock)
                .build();
    }

    MutableClock clock() {
        return clock;
    }

    /** An account that holds little. */
    AccountId copy(int number) {
        return AccountCopies.id(first, number);
    }

    /** The owner of the account that holds much. */
    UserSession you() {
        return you;
    }

    /** The organization of that account that holds the most. */
    OrganizationId large() {
        return large;
    }

    /** An organization of that account that holds nothing. */
    OrganizationId empty() {
        return OrganizationId.parse("01990000-0000-7000-8001-000000000007");
    }

    /** How many rows each table has. */
    Map<String, Long> sizes() {
        return database
                .names(
                        "SELECT relname || ' ' || reltuples::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = '"
                                + SCHEMA + "'::regnamespace")
                .stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(one -> one[0], one -> Long.parseLong(one[1])));
    }

    private static UserSession opened(PhoneUnite phoneUnite, Billing billing, String name, String number) {
        UserSession you = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named(name)
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        billing.of(you).putPaymentMethodOnFile("tok_visa");
        billing.of(you).recharge("start", Money.parse("USD 5000.00"));
        OrganizationWorkspace there =
                you.switchTo(you.addOrganization("Second", "standard").id());
        there.members().add(you.users().add("jo@example.com").id(), "300");
        there.members().add(you.user(), "301");
        there.administrators().add(you.user());
        OrganizationWorkspace own =
                you.switchTo(you.organizations().items().get(0).id());
        for (int i = 0; i < 3; i++) {
            own.phoneNumbers().add(number + (5 + i));
            there.phoneNumbers().add(number + i);
            there.callTrees()
                    .save(CallTree.named("Tree " + i)
                            .menu("main", Menu.saying("Hello").otherwise(Destination.extension("300"))));
            there.sounds().add("Hello " + i, new ByteArrayInputStream(StoreStory.wav()));
            there.resources(Notes.NOTES).add("Note " + i, "note");
            there.invitations().inviteMember("guest" + i + "@example.com", "31" + i);
        }
        billing.actingAs("meter").deductUsage(Usage.of(you.accountId(), there.id(), "first", Money.parse("USD 0.01")));
        return you;
    }

    private void copy() {
        AccountCopies.of(
                database,
                SCHEMA,
                first,
                IntStream.range(1, ACCOUNTS).mapToObj(i -> copy(i)).toList(),
                AccountCopies.Ids.OWN);
        inSchema(
                "UPDATE account_head SET delivered = position WHERE abs(hashtext(account_id::text)) % 40 > 0",
                "DELETE FROM event USING account_head head WHERE head.account_id = event.account_id AND NOT head.waiting",
                """
                UPDATE due_account SET due = due + number * interval '4 hours'
                FROM (SELECT account_id, row_number() OVER (ORDER BY account_id) AS number FROM account_head) AS numbered
                WHERE numbered.account_id = due_account.account_id\
                """,
                "UPDATE organization SET name_key = name_key || ' of ' || account_id",
                "INSERT INTO due_account SELECT account_id, 'CHECKS', '2030-01-01' FROM account_head",
                "INSERT INTO due_claim SELECT account_id, directory, 1, 0, '2025-01-01', '2025-01-02' FROM due_account",
                """
                INSERT INTO usage_need SELECT account_id, 1, '2026-01-01' FROM due_account
                WHERE directory = 'DUES' AND due > '2026-04-01'\
                """,
                """
                UPDATE phone_number SET number = '+1' || 2100000000 + place * 300000
                FROM (SELECT account_id AS whose, number AS which, row_number() OVER (ORDER BY number, account_id) AS place
                    FROM phone_number) AS numbered
                WHERE account_id = whose AND number = which\
                """);
    }

    private void use(Billing billing) {
        List<OrganizationId> users =
                you.organizations().items().stream().map(one -> one.id()).toList();
        for (int batch = 0; batch < 6; batch++) {
            int from = batch * 1_000;
            OrganizationId user = users.get(batch % users.size());
            billing.actingAs("meter")
                    .deductUsages(IntStream.range(from, from + 1_000)
                            .mapToObj(i -> Usage.of(you.accountId(), user, "call-" + i, Money.parse("USD 0.01")))
                            .toList());
        }
    }

    private void grow() {
        inSchema(Growth.of(you.accountId(), large));
    }

    private void inSchema(String... statements) {
        String[] all = new String[statements.length + 2];
        all[0] = "SET search_path = " + SCHEMA;
        all[1] = "SET session_replication_role = replica";
        System.arraycopy(statements, 0, all, 2, statements.length);
        database.execute(all);
    }

    private void drop() {
        database.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Override
    public void close() {
        drop();
    }
}
