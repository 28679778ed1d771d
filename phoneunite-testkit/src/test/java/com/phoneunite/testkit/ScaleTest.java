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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How billing in memory grows: by how much a run takes for each organization, and an entry of a ledger keeps. */
class ScaleTest {

    private static final int PER_ACCOUNT = 20;
    private static final int MOST_ROUNDS = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A host with so many accounts of {@value #PER_ACCOUNT} organizations each, all of which are due at the same moments. */
    private static final class Host {

        private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
        private final BillingStore store = BillingStore.in(InMemoryStore.create());
        private final List<AccountId> accounts = new ArrayList<>();
        private final Billing billing;
        private long charged;

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

        /** What a run after another month takes of the processor, in nanoseconds for each organization that was charged. */
        long month(int organizations, int workers) {
            clock.advance(Duration.ofDays(31));
            long start = THREADS.getCurrentThreadCpuTime();
            BillingRun.Result result = billing.run(BillingRun.Options.STANDARD.workers(workers));
            long time = THREADS.getCurrentThreadCpuTime() - start;
            assertThat(result.failed()).isEmpty();
            assertThat(result.complete()).isTrue();
            assertThat(result.paid()).isGreaterThanOrEqualTo(organizations);
            charged += result.paid();
            return time / result.paid();
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
     * What a charge takes in a small host and in a large one, with as many charges of each in every round. Of the rounds the quietest counts:
     * what took longer, something else on the machine has taken.
     *
     * @param small nanoseconds of the processor
     * @param large nanoseconds of the processor
     * @param rounds how often both were tried
     */
    private record Growth(long small, long large, int rounds) {

        static Growth of(Host small, int few, Host large, int many) {
            Growth growth = new Growth(Long.MAX_VALUE, Long.MAX_VALUE, 0);
            while (growth.rounds() < 2 || (!growth.isFlat() && growth.rounds() < MOST_ROUNDS)) {
                long time = 0;
                for (int month = 0; month < many / few; month++) {
                    time += small.month(few, 1);
                }
                growth = new Growth(
                        Math.min(growth.small(), time / (many / few)),
                        Math.min(growth.large(), large.month(many, 1)),
                        growth.rounds() + 1);
            }
            return growth;
        }

        /** Leaving a cache that others use, too, may cost twice as much and more; what grows with the host costs ten times as much. */
        boolean isFlat() {
            return large < 3 * small;
        }
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
        Host large = new Host(100_000, PER_ACCOUNT);
        small.month(1_000, 1);
        large.month(100_000, 1);
        long entries = small.entries() + large.entries();
        long charged = small.charged + large.charged;
        long bytes = usedBytes();
        Growth growth = Growth.of(small, 1_000, large, 100_000);
        long added = small.entries() + large.entries() - entries;
        long perEntry = (usedBytes() - bytes) / added;

        System.out.printf(
                "run in memory: %,d ns of the processor for each of 1,000 organizations, %,d ns for each of 100,000; %d bytes an entry%n",
                growth.small(), growth.large(), perEntry);
        assertThat(added).isEqualTo(small.charged + large.charged - charged);
        assertThat(perEntry).as("bytes that an entry keeps").isBetween(1L, 256L);
        assertThat(growth).matches(Growth::isFlat);
        assertThat(large.billing
                        .actingAs("auditor")
                        .verifyAll(PageRequest.first(500))
                        .items())
                .allMatch(LedgerProof::isRight);
    }

    @Test
    void B6_inOneAccountARunTakesAsLongForEachOfTenThousandOrganizationsAsForEachOfAThousand() {
        Growth growth = Growth.of(new Host(1_000, 1_000), 1_000, new Host(10_000, 10_000), 10_000);
        System.out.printf(
                "run in memory, one account: %,d ns of the processor for each of 1,000 organizations, %,d ns for each of 10,000%n",
                growth.small(), growth.large());
        assertThat(growth).matches(Growth::isFlat);
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
