package com.phoneunite.postgresql;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Organization;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Two accounts with two organizations each, alike in all that may be alike. */
final class TwoAccounts {

    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final Billing billing;
    private final PhoneUnite phoneUnite;
    private final UserSession mine;
    private final UserSession theirs;

    private TwoAccounts(PostgresStore store) {
        billing = Billing.builder(store)
                .plans(
                        BillingPlan.named("standard").monthly(Money.parse("USD 20.00")),
                        BillingPlan.named("small").monthly(Money.parse("USD 7.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        phoneUnite = PhoneUnite.builder(store)
                .billing(billing.organizations())
                .clock(clock)
                .build();
        mine = open("you@example.com", 0);
        theirs = open("they@example.com", 2);
    }

    /** In an empty database. */
    static TwoAccounts begun() {
        return new TwoAccounts(PostgresStore.on(TestDatabase.empty().host()));
    }

    /** In an empty database, with rows of each account, and of each organization, in every table. */
    static TwoAccounts withEverything() {
        TwoAccounts both = begun();
        both.clock.advance(Duration.ofDays(35));
        both.billing.run();
        both.live(both.mine);
        both.live(both.theirs);
        TestDatabase.asItIs().execute("SET search_path = phoneunite", """
            INSERT INTO resource SELECT account_id, organization_id, 'thing', 'id', 'Thing', 'thing', now(), '{}' FROM organization
            """, """
            INSERT INTO recharge_notification SELECT account_id, key, 'told', 1 FROM recharge
            """, """
            INSERT INTO arrear SELECT account_id, 'dispute', now(), 1, 1, 0 FROM account
            """, """
            INSERT INTO refund (account_id, key, recharge_key, amount, actor, state, calls, recorded_at, asked_at, changed_at)
                SELECT account_id, 'refund', key, amount, actor, 'DONE', 1, now(), now(), now() FROM recharge
            """, """
            INSERT INTO reversal (account_id, key, kind, reference, recharge_key, amount, state, recorded_at)
                SELECT account_id, 'DISPUTE/d', 'DISPUTE', 'd', key, amount, 'DONE', now() FROM recharge
            """, """
            INSERT INTO auto_recharge (account_id, attempts, declines, cap_reached) SELECT account_id, 0, 0, false FROM account
            """, """
            INSERT INTO usage_need SELECT account_id, 1, now() FROM account
            """, """
            INSERT INTO due_claim SELECT account_id, directory, 1, 0, now(), now() FROM due_account
            """);
        return both;
    }

    private UserSession open(String email, int numbers) {
        Account account = phoneUnite.openAccount(OpenAccount.named("First")
                .owner(email)
                .in("US", "America/New_York", "USD")
                .on("standard"));
        UserSession session = phoneUnite.signIn(account.owner());
        billing.of(session).putPaymentMethodOnFile("tok_visa");
        billing.of(session).recharge("start", Money.parse("USD 300.00"));
        Organization second = session.addOrganization("Second", "standard");
        fill(session.switchTo(session.organizations().items().get(0).id()), session, numbers);
        fill(session.switchTo(second.id()), session, numbers + 1);
        return session;
    }

    private static void fill(OrganizationWorkspace workspace, UserSession you, int number) {
        workspace.members().add(you.user(), "101");
        workspace.invitations().inviteAdministrator("kim@example.com");
        workspace.phoneNumbers().add("+1202555012" + number);
        workspace
                .callTrees()
                .save(CallTree.named("Main")
                        .menu("main", Menu.saying("Hello").otherwise(Destination.extension("101"))));
    }

    private void live(UserSession you) {
        you.organizations().items().forEach(one -> {
            you.switchTo(one.id()).sounds().add("Welcome", new ByteArrayInputStream(StoreStory.wav()));
            billing.of(you).changePlan(one.id(), "small", PlanChange.NOW);
            Usage call = Usage.of(you.accountId(), one.id(), "call-" + one.id(), Money.parse("USD 0.01"));
            billing.actingAs("meter").deductUsages(List.of(call));
        });
    }

    UserSession mine() {
        return mine;
    }

    UserSession theirs() {
        return theirs;
    }

    static UUID account(UserSession session) {
        return session.accountId().value();
    }

    /** The first organization of the account, or the second. */
    static UUID organization(UserSession session, int ordinal) {
        return session.organizations().items().get(ordinal).id().value();
    }
}
