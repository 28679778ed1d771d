package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How billing in memory grows: by how much a run takes for each organization, and an entry of a ledger keeps. */
class ScaleTest {

    private static final int PER_ACCOUNT = 20;

    /** A host with so many accounts of {@value #PER_ACCOUNT} organizations each, all of which are due at the same moments. */
    private static final class Host {

        private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
        private final BillingStore store = BillingStore.in(InMemoryStore.create());
        private final List<AccountId> accounts = new ArrayList<>();
        private final Billing billing;

        Host(int organizations, int perAccount) {
            billing = Billing.builder(store)
                    .plans(
                            BillingPlan.named("standard").monthly(Money.parse("USD 20.00")),
                            BillingPlan.named("free").monthly(Money.parse("USD 0.00")))
                    .paymentGateway(SandboxGateway.create())
                    .clock(clock)
                    .build();
            PhoneUnite phoneUnite = PhoneUnite.builder(store.core())
                    .billing(billing.organizations())
                    .build();
            for (int i = 0; i < organizations / perAccount; i++) {
                open(phoneUnite, "account-" + i, perAccount);
            }
        }

        private void open(PhoneUnite phoneUnite, String key, int organizations) {
            UserRef owner = phoneUnite
                    .openAccount(OpenAccount.named("First")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard")
                            .key(key))
                    .owner();
            UserSession session = phoneUnite.signIn(owner);
            billing.of(session).putPaymentMethodOnFile("tok_visa");
            billing.of(session).recharge("start", Money.parse("USD 10000000.00"));
            for (int i = 1; i < organizations; i++) {
                session.addOrganization("Organization " + i, "standard");
            }
            accounts.add(owner.account());
        }

        /** The time of a run after another month, in nanoseconds for each organization that was charged. */
        long month(int organizations, int workers) {
            clock.advance(Duration.ofDays(31));
            long start = System.nanoTime();
            BillingRun.Result result = billing.run(BillingRun.Options.STANDARD.workers(workers));
            long time = System.nanoTime() - start;
            assertThat(result.failed()).isEmpty();
            assertThat(result.complete()).isTrue();
            return time / organizations;
        }

        long entries() {
            return accounts.stream()
                    .mapToLong(account -> store.core()
                            .unitOfWork()
                            .view(
                                    account,
                                    () -> store.ledger()
                                            .head(account)
                                            .orElseThrow()
                                            .entries()))
                    .sum();
        }

        List<String> ledger() {
            return accounts.stream()
                    .flatMap(account ->
                            store
                                    .core()
                                    .unitOfWork()
                                    .view(account, () -> store.ledger().list(account, 0, 1_000))
                                    .stream())
                    .map(ScaleTest::withoutId)
                    .toList();
        }
    }

    /** An entry without what is made anew each time: the id of its organization. */
    private static String withoutId(LedgerEntry entry) {
        String reference = entry.reference();
        return entry.sequence() + " " + entry.kind() + " " + reference.substring(reference.indexOf('/') + 1) + " "
                + entry.amount() + " " + entry.balanceAfter() + " " + entry.happenedAt() + " " + entry.recordedAt();
    }

    /**
     * The time for each charge in the quietest of some stretches of the same number of charges: what is longer, something else has taken.
     */
    private static long quietest(Host host, int organizations, int charges, int stretches) {
        long quietest = Long.MAX_VALUE;
        for (int i = 0; i < stretches; i++) {
            int months = charges / organizations;
            long time = 0;
            for (int month = 0; month < months; month++) {
                time += host.month(organizations, 1);
            }
            quietest = Math.min(quietest, time / months);
        }
        return quietest;
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @Test
    void B6_aRunTakesAsLongForEachOfAHundredThousandOrganizationsAsForEachOfAThousand() {
        Host small = new Host(1_000, PER_ACCOUNT);
        long ofSmall = quietest(small, 1_000, 100_000, 3);
        Host large = new Host(100_000, PER_ACCOUNT);
        long entries = large.entries();
        long bytes = usedBytes();
        long ofLarge = quietest(large, 100_000, 100_000, 4);
        long perEntry = (usedBytes() - bytes) / (large.entries() - entries);

        System.out.printf(
                "run in memory: %,d ns for each of 1,000 organizations, %,d ns for each of 100,000; %d bytes an entry%n",
                ofSmall, ofLarge, perEntry);
        assertThat(large.entries() - entries).isEqualTo(4 * 100_000L);
        assertThat(perEntry).as("bytes that an entry keeps").isBetween(1L, 256L);
        assertThat(ofLarge).as("nanoseconds for each organization").isLessThan(2 * ofSmall);
        assertThat(large.billing
                        .actingAs("auditor")
                        .verifyAll(PageRequest.first(500))
                        .items())
                .allMatch(LedgerProof::isRight);
    }

    @Test
    void B6_inOneAccountARunTakesAsLongForEachOfTenThousandOrganizationsAsForEachOfAThousand() {
        Host small = new Host(1_000, 1_000);
        long ofSmall = quietest(small, 1_000, 20_000, 3);
        long ofLarge = quietest(new Host(10_000, 10_000), 10_000, 20_000, 3);

        System.out.printf(
                "run in memory, one account: %,d ns for each of 1,000 organizations, %,d ns for each of 10,000%n",
                ofSmall, ofLarge);
        assertThat(ofLarge).as("nanoseconds for each organization").isLessThan(2 * ofSmall);
    }

    @Test
    void B6_fourWorkersDoWhatOneDoes() {
        Host one = new Host(2_000, PER_ACCOUNT);
        Host four = new Host(2_000, PER_ACCOUNT);
        for (int month = 0; month < 6; month++) {
            one.month(2_000, 1);
            four.month(2_000, 4);
        }
        assertThat(four.ledger()).isEqualTo(one.ledger());
    }
}
