package com.phoneunite.benchmarks.kept;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;

/**
 * A host that makes many of one thing through its front door. What it needs for that, it makes before the first one: who wants to know
 * what a thing takes looks after some, and again after some more. Not thread-safe.
 */
public final class HostOfMany {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Money CENT = Money.parse("USD 0.01");
    private static final int CALL = 100;

    private final MutableClock clock = MutableClock.at(BEGIN);
    private final Billing billing;
    private final PhoneUnite phoneUnite;
    private final int spread;
    private final List<UserSession> owners = new ArrayList<>();
    private final Random random = new Random(17);
    private int made;

    /**
     * A host on an empty store.
     *
     * @param spread over how many accounts ledger entries and periods are spread
     */
    public HostOfMany(BillingStore store, int spread) {
        this.spread = spread;
        billing = Billing.builder(store)
                .plans(BillingPlan.named("standard").monthly(CENT))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        phoneUnite = PhoneUnite.builder(store.core())
                .clock(clock)
                .billing(billing.organizations())
                .build();
    }

    /**
     * Makes so many more of it. Periods are made for all accounts at once, so their count is a multiple of the accounts; a host makes one
     * thing only.
     */
    public void make(Thing thing, int count) {
        switch (thing) {
            case ACCOUNT -> each(count, this::open);
            case ORGANIZATION -> {
                UserSession owner = funded(1).get(0);
                each(count, number -> owner.addOrganization("Brand " + number, "standard"));
            }
            case MEMBERSHIP -> {
                UserSession owner = funded(1).get(0);
                var members = owner.switchTo(first(owner)).members();
                each(count, number -> {
                    var user = owner.users().add("user" + number + "@example.com");
                    members.add(user.id(), Integer.toString(20_000 + number));
                });
            }
            case PHONE_NUMBER -> {
                UserSession owner = funded(1).get(0);
                var numbers = owner.switchTo(first(owner)).phoneNumbers();
                each(count, number -> numbers.add("+1202" + (2_000_000 + number)));
            }
            case ENTRY -> entries(count);
            case PERIOD -> periods(count);
        }
    }

    /** Delivers all events: those that wait would be counted with each thing, and are gone afterwards. */
    public void deliver() {
        phoneUnite.dispatcher(event -> {}, billing.events()).run();
    }

    @FunctionalInterface
    private interface Making {
        void of(int number);
    }

    private void each(int count, Making making) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1)); // what holds from a moment on has a row for each moment
            making.of(made++);
        }
    }

    private Account open(int number) {
        return phoneUnite.openAccount(OpenAccount.named("First")
                .owner("owner" + number + "@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
    }

    private List<UserSession> funded(int accounts) {
        while (owners.size() < accounts) {
            UserSession owner = phoneUnite.signIn(open(owners.size()).owner());
            billing.of(owner).putPaymentMethodOnFile("tok_visa");
            billing.of(owner).recharge("start", Money.parse("USD 10000.00"));
            owners.add(owner);
        }
        return owners;
    }

    /** Of random accounts, many a call, as a host that has a switch of its own would. */
    private void entries(int count) {
        List<UserSession> all = funded(spread);
        List<OrganizationId> firsts = all.stream().map(HostOfMany::first).toList();
        BillingOperator meter = billing.actingAs("meter");
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int one = random.nextInt(spread);
            String reference = "call-" + (1_000_000 + made++);
            usages.add(Usage.of(all.get(one).accountId(), firsts.get(one), reference, CENT));
            if (usages.size() == CALL || i == count - 1) {
                clock.advance(Duration.ofSeconds(1));
                meter.deductUsages(usages);
                usages.clear();
            }
        }
    }

    private void periods(int count) {
        if (count % spread != 0) {
            throw new IllegalArgumentException(count + " periods are no whole months of " + spread + " accounts");
        }
        funded(spread);
        for (int i = 0; i < count / spread; i++) {
            clock.set(BEGIN.atOffset(ZoneOffset.UTC).plusMonths(++made).toInstant());
            int paid = billing.run().paid();
            if (paid != spread) {
                throw new IllegalStateException("of " + spread + " periods " + paid + " were charged at " + clock);
            }
        }
    }

    private static OrganizationId first(UserSession owner) {
        return owner.organizations().items().get(0).id();
    }
}
