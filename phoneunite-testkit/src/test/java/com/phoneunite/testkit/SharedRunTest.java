package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.cycle.BillingRun.Options;
import com.phoneunite.billing.cycle.BillingRun.Progress;
import com.phoneunite.billing.cycle.Claims;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.crash.CrashPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule B6: several workers, several hosts, and what is left of a run that was interrupted. */
class SharedRunTest {

    private static final Duration A_MONTH = Duration.ofDays(31);

    /** Accounts that all have something due, one in three of them with no money. */
    static List<Account> accounts(Story story, int count) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Account account = story.phoneUnite.openAccount(Story.opening().key("account" + i));
            if (i % 3 != 0) {
                var owner = story.phoneUnite.signIn(account.owner());
                story.billing.of(owner).putPaymentMethodOnFile("tok_visa");
                story.billing.of(owner).recharge("start", usd((50 + i) + ".00"));
            }
            accounts.add(account);
        }
        return accounts;
    }

    static List<String> books(Story story, List<Account> accounts) {
        List<String> books = new ArrayList<>();
        for (Account account : accounts) {
            AccountSnapshot now = AccountSnapshot.of(story.store, account.id());
            now.verify();
            books.add(now.organizations().get(0).state() + " "
                    + now.entries().stream().map(LedgerEntry::amount).toList());
        }
        return books;
    }

    private static DueAccounts due(Story story) {
        return story.store.dueAccounts();
    }

    private static Lease lease(Story story) {
        Instant now = story.clock.instant();
        return due(story)
                .lease(List.of(story.id()), now, now.plus(Duration.ofMinutes(10)))
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void B6_severalWorkersEndWhereOneEnds(int workers) {
        Story one = new Story();
        List<Account> expected = accounts(one, 120);
        Story several = new Story();
        List<Account> accounts = accounts(several, 120);
        for (int month = 0; month < 2; month++) {
            one.clock.advance(A_MONTH);
            several.clock.advance(A_MONTH);
            BillingRun.Result alone = one.billing.run();
            assertThat(several.billing.run(Options.STANDARD.workers(workers))).isEqualTo(alone);
            assertThat(books(several, accounts)).isEqualTo(books(one, expected));
        }
    }

    @Test
    void B6_severalHostsAtOnceChargeEachPeriodOnce() throws Exception {
        Story one = new Story();
        List<Account> expected = accounts(one, 300);
        one.clock.advance(A_MONTH);
        BillingRun.Result alone = one.billing.run();
        Story shared = new Story();
        List<Account> accounts = accounts(shared, 300);
        shared.clock.advance(A_MONTH);
        ExecutorService hosts = Executors.newFixedThreadPool(4);
        try {
            List<Callable<BillingRun.Result>> runs = Collections.nCopies(4, shared.billing::run);
            int paid = 0;
            for (Future<BillingRun.Result> run : hosts.invokeAll(runs)) {
                assertThat(run.get().failed()).isEmpty();
                assertThat(run.get().complete()).isTrue();
                paid += run.get().paid();
            }
            assertThat(paid).isEqualTo(alone.paid());
        } finally {
            hosts.shutdown();
        }
        shared.billing.run();
        assertThat(books(shared, accounts)).isEqualTo(books(one, expected));
    }

    @Test
    void B6_whatAnotherHostHasIsLeftToItUntilItsLeaseRunsOut() {
        Story story = Story.withBalance("100.00");
        story.clock.advance(Duration.ofDays(20));
        lease(story);

        BillingRun.Result result = story.billing.run();
        assertThat(result.accounts()).isZero();
        assertThat(result.leftToOthers()).isEqualTo(1);
        assertThat(result.complete()).isTrue();
        story.clock.advance(Duration.ofMinutes(10));
        assertThat(story.billing.run().paid()).isEqualTo(1);
    }

    @Test
    void B6_aWorkerThatWakesAfterLosingItsLeaseDoesNothing() {
        Story story = Story.withBalance("100.00");
        Lease asleep = lease(story);
        story.clock.advance(Duration.ofMinutes(10));
        Lease awake = lease(story);

        assertThat(awake.fence()).isNotEqualTo(asleep.fence());
        story.store.core().unitOfWork().execute(story.id(), () -> {
            assertThat(due(story).holds(asleep)).isFalse();
            assertThat(due(story).holds(awake)).isTrue();
        });
        due(story).release(asleep);
        due(story).setAside(asleep, story.clock.instant(), story.clock.instant().plus(A_MONTH));
        assertThat(due(story)
                        .lease(
                                List.of(story.id()),
                                story.clock.instant(),
                                story.clock.instant().plusSeconds(1)))
                .isEmpty();
        due(story).release(awake);
        assertThat(lease(story).failures()).isZero();
    }

    @Test
    void X2_aLeaseOfAClockThatRanAheadHoldsNobodyUp() {
        Story story = Story.withBalance("100.00");
        story.clock.advance(Duration.ofDays(400));
        lease(story);
        story.clock.advance(Duration.ofDays(-380));
        assertThat(story.billing.run().paid()).isEqualTo(1);
    }

    @Test
    void B6_anAccountThatFailsIsTriedAgainEachTimeLater() {
        Story story = Story.withBalance("100.00");
        story.clock.advance(Duration.ofDays(20));
        var standard = story.plans.get(new com.phoneunite.organization.PlanName("standard"));
        story.vanish("standard");
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 1_440, 1_440}) {
            assertThat(story.billing.run().failed()).containsExactly(story.id());
            story.clock.advance(Duration.ofMinutes(minutes).minusNanos(1_000));
            BillingRun.Result early = story.billing.run();
            assertThat(early.accounts()).isZero();
            assertThat(early.leftToOthers()).isEqualTo(1);
            story.clock.advance(Duration.ofNanos(1_000));
        }
        story.put(standard);
        assertThat(story.billing.run().failed()).isEmpty();
        assertThat(lease(story).failures()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void B6_anAccountThatAlwaysFailsKeepsNobodyElseFromBeingBilledByAnyNumberOfWorkers() {
        for (int workers : new int[] {1, 4}) {
            Story story = new Story();
            story.put(BillingPlan.named("doomed").monthly(usd("1.00")));
            List<AccountId> doomed = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                doomed.add(story.phoneUnite
                        .openAccount(Story.opening().on("doomed"))
                        .id());
                story.phoneUnite.openAccount(Story.opening().on("free"));
            }
            story.vanish("doomed");
            for (int month = 1; month <= 3; month++) {
                story.clock.advance(A_MONTH);
                BillingRun.Result result = story.billing.run(Options.STANDARD.workers(workers));
                assertThat(result.failed()).containsExactlyInAnyOrderElementsOf(doomed);
                assertThat(result.paid()).isEqualTo(30);
            }
        }
    }

    @Test
    void B6_progressIsReportedAndAListenerThatFailsIsIgnored() {
        Story story = new Story();
        accounts(story, 10);
        story.clock.advance(A_MONTH);
        List<Progress> told = new ArrayList<>();
        BillingRun.Result result = story.billing.run(Options.STANDARD.workers(3).reportingTo(progress -> {
            told.add(progress);
            throw new IllegalStateException("a listener that fails");
        }));

        assertThat(told).hasSize(11).last().isEqualTo(result.done());
        assertThat(told).extracting(Progress::accounts).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(result.paid()).isEqualTo(6);
        assertThat(result.done().suspended()).isEqualTo(5);
    }

    @Test
    void B6_aRunThatIsInterruptedGivesBackWhatItHasNotBilledAndTheNextOneGoesOn() {
        Story story = new Story();
        accounts(story, 50);
        story.clock.advance(A_MONTH);
        BillingRun.Result first = story.billing.run(Options.STANDARD.reportingTo(progress -> {
            if (progress.accounts() == 20) {
                Thread.currentThread().interrupt();
            }
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(first.complete()).isFalse();
        assertThat(first.accounts()).isEqualTo(20);
        BillingRun.Result second = story.billing.run();
        assertThat(second.complete()).isTrue();
        assertThat(second.leftToOthers()).isZero();
        assertThat(second.accounts()).isEqualTo(31);
    }

    /** How many calls of ports a run takes for each organization that it charges. */
    private static double callsFor(int accounts, int organizationsEach) {
        CrashPoints counter = CrashPoints.once();
        Story story = new Story(counter.over(BillingStore.in(InMemoryStore.create())), Story.CAPABLE);
        for (Account account : accounts(story, accounts)) {
            var owner = story.phoneUnite.signIn(account.owner());
            story.billing.of(owner).putPaymentMethodOnFile("tok_visa");
            story.billing.of(owner).recharge("more", usd("100000.00"));
            for (int i = 1; i < organizationsEach; i++) {
                owner.addOrganization("Organization " + i, "small");
            }
        }
        story.clock.advance(A_MONTH);
        long before = counter.passed();
        int paid = story.billing.run().paid();
        assertThat(paid).isGreaterThanOrEqualTo(accounts * organizationsEach);
        return (double) (counter.passed() - before) / paid;
    }

    @Test
    void B6_anOrganizationCostsARunNoMoreWhereThereAreMany() {
        assertThat(callsFor(300, 1)).isLessThan(callsFor(10, 1) * 1.2);
        assertThat(callsFor(1, 300)).isLessThan(callsFor(1, 10) * 1.2);
    }

    @Test
    void B6_aRunHas1To64Workers() {
        assertThatThrownBy(() -> Options.STANDARD.workers(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.STANDARD.workers(65)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B6_leasesThatRanOutMeanwhileAreTakenAgain() {
        Story story = new Story();
        accounts(story, 5);
        story.clock.advance(A_MONTH);
        BillingRun.Result result = story.billing.run(
                Options.STANDARD.reportingTo(progress -> story.clock.advance(Duration.ofMinutes(11))));

        assertThat(result.accounts()).isEqualTo(6);
        assertThat(result.leftToOthers()).isZero();
        assertThat(result.complete()).isTrue();
    }

    @Test
    void B6_whatAnotherHostTookAfterTheLeasesRanOutIsLeftToIt() {
        Story story = new Story();
        List<Account> accounts = accounts(story, 5);
        story.clock.advance(A_MONTH);
        BillingRun.Result result = story.billing.run(Options.STANDARD.reportingTo(progress -> {
            if (progress.accounts() == 1) {
                story.clock.advance(Duration.ofMinutes(11));
                Instant now = story.clock.instant();
                due(story).lease(accounts.stream().map(Account::id).toList(), now, now.plus(Duration.ofMinutes(10)));
            }
        }));

        assertThat(result.accounts() + result.leftToOthers()).isEqualTo(6);
        assertThat(result.leftToOthers()).isGreaterThanOrEqualTo(4);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void B6_whereOneLeaseIsLostTheNextAccountIsTheNext() {
        Story story = new Story();
        accounts(story, 3);
        story.clock.advance(A_MONTH);
        List<AccountId> dues = due(story).list(story.clock.instant(), Optional.empty(), 10).stream()
                .map(DueAccount::account)
                .toList();
        Claims claims = new Claims(due(story), story.clock);
        assertThat(claims.next()).map(Lease::account).contains(dues.get(0));
        story.clock.advance(Duration.ofMinutes(11));
        Instant now = story.clock.instant();
        due(story).lease(dues.subList(0, 3), now, now.plus(Duration.ofMinutes(10)));

        assertThat(claims.next()).map(Lease::account).contains(dues.get(3));
        assertThat(claims.next()).isEmpty();
        assertThat(claims.leftToOthers()).isEqualTo(2);
    }

    /** As the gateway takes its time, the lease runs out, and another host takes the account. */
    @Test
    void B6_whoLosesTheLeaseWhileMoneyIsBroughtInLeavesTheRestToTheOther() {
        Story story = Story.withBalance("1.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.clock.advance(Duration.ofDays(20));
        List<Lease> others = new ArrayList<>();
        story.gateway.next(Fault.DECLINED_RETRY_LATER);
        story.gateway.watch(charge -> {
            story.clock.advance(Duration.ofMinutes(11));
            others.add(lease(story));
        });
        BillingRun.Result result = story.billing.run();

        assertThat(result.failed()).isEmpty();
        assertThat(result.done().suspended()).isZero();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.TRIAL);
        due(story).releaseAll(others);
        assertThat(story.billing.run().done().suspended()).isEqualTo(1);
    }

    @Test
    void B6_aRunHasUpTo64Workers() {
        assertThat(Options.STANDARD.workers(64).workers()).isEqualTo(64);
    }

    @Test
    void B6_progressTellsOfAccountsThatFailedToo() {
        Story story = Story.withBalance("50.00");
        story.clock.advance(A_MONTH);
        story.vanish("standard");
        List<Progress> told = new ArrayList<>();
        story.billing.run(Options.STANDARD.reportingTo(told::add));

        assertThat(told).extracting(Progress::failed).containsExactly(1);
    }
}
