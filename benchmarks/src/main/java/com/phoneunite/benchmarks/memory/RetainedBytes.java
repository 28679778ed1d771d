package com.phoneunite.benchmarks.memory;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.openjdk.jol.info.GraphLayout;

/**
 * What the store in memory keeps of a thing, in bytes: the difference between what can be reached from a store with twice as many and
 * from one with as many, for each. Everything is made through the front door, and all events are
 * delivered.
 *
 * @param thing what is kept
 * @param bytes of each
 */
public record RetainedBytes(String thing, long bytes) {

    /** The things, in the order of the table. */
    public static final List<String> THINGS = List.of(
            "account, with its owner and first organization",
            "further organization",
            "membership, with its user",
            "ledger entry");

    /** A host that is filled through its front door. */
    private static final class Host {
        private final MutableClock clock = MutableClock.at(MemoryHost.DUE);
        private final InMemoryStore store = InMemoryStore.create();
        private final Billing billing = Billing.builder(BillingStore.in(store))
                .plans(BillingPlan.named("standard").monthly(Money.parse("USD 0.01")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        private final PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .clock(clock)
                .billing(billing.organizations())
                .build();

        Account open(int number) {
            return phoneUnite.openAccount(OpenAccount.named("First")
                    .owner("owner" + number + "@example.com")
                    .in("US", "America/New_York", "USD")
                    .on("standard"));
        }

        UserSession funded() {
            UserSession owner = phoneUnite.signIn(open(0).owner());
            billing.of(owner).putPaymentMethodOnFile("tok_visa");
            billing.of(owner).recharge("start", Money.parse("USD 10000.00"));
            return owner;
        }

        /** Events that wait would be counted with each thing, and are gone once they are delivered. */
        long bytes() {
            phoneUnite.dispatcher(event -> {}, billing.events()).run();
            return GraphLayout.parseInstance(store).totalSize();
        }
    }

    /** Makes so many of one thing in a new host. */
    @FunctionalInterface
    private interface Making {
        Host of(int count);
    }

    /** Measures all of them, each with so many and with twice as many. */
    public static List<RetainedBytes> all(int count) {
        List<Making> makings = List.of(
                RetainedBytes::accounts,
                RetainedBytes::organizations,
                RetainedBytes::memberships,
                RetainedBytes::entries);
        List<RetainedBytes> all = new ArrayList<>();
        for (int i = 0; i < makings.size(); i++) {
            long few = makings.get(i).of(count).bytes();
            long many = makings.get(i).of(2 * count).bytes();
            all.add(new RetainedBytes(THINGS.get(i), (many - few) / count));
        }
        return all;
    }

    private static Host accounts(int count) {
        Host host = new Host();
        for (int i = 0; i < count; i++) {
            host.open(i);
        }
        return host;
    }

    private static Host organizations(int count) {
        Host host = new Host();
        UserSession owner = host.funded();
        for (int i = 0; i < count; i++) {
            owner.addOrganization("Brand " + i, "standard");
        }
        return host;
    }

    private static Host memberships(int count) {
        Host host = new Host();
        UserSession owner = host.funded();
        var members = owner.switchTo(first(owner)).members();
        for (int i = 0; i < count; i++) {
            members.add(owner.users().add("user" + i + "@example.com").id(), Integer.toString(20_000 + i));
        }
        return host;
    }

    private static Host entries(int count) {
        Host host = new Host();
        UserSession owner = host.funded();
        AccountId account = owner.accountId();
        OrganizationId first = first(owner);
        BillingOperator meter = host.billing.actingAs("meter");
        for (int i = 0; i < count; i++) {
            meter.deductUsage(Usage.of(account, first, "call-" + (100_000 + i), MemoryHost.usd(1)));
        }
        return host;
    }

    private static OrganizationId first(UserSession owner) {
        return owner.organizations().items().get(0).id();
    }
}
