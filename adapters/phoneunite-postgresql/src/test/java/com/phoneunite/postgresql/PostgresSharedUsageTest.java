package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.UserSession;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers of single usages who share a call of the database: each is told its own, and none pays or waits for another. */
class PostgresSharedUsageTest {

    private static final int ACCOUNTS = 6;

    private final DataSource dataSource = TestDatabase.empty().host();
    private final CountedSource counted = new CountedSource(dataSource);
    private final UsageCustomers customers = UsageCustomers.on(dataSource, ACCOUNTS, "USD 25.00");
    private final PhoneUniteFixture host = customers.host();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void close() {
        threads.shutdownNow();
        for (UserSession owner : customers.owners()) {
            assertThat(host.billing()
                            .actingAs("auditor")
                            .verify(owner.accountId())
                            .differences())
                    .isEmpty();
        }
    }

    private Billing sharing(int connections) {
        return customers.billing(PostgresStore.builder(counted.dataSource())
                .usageConnections(connections)
                .build());
    }

    /** So many threads, each of which has so many usages of its customer deducted; each answers with how many were. */
    private List<Future<Integer>> deducting(Billing billing, int callers, int each, IntUnaryOperator customer) {
        List<Future<Integer>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int own = caller;
            all.add(threads.submit(() -> {
                int deducted = 0;
                for (int i = 0; i < each; i++) {
                    Usage call = customers.usage(customer.applyAsInt(own), own + "-" + i, "0.01");
                    deducted += billing.actingAs("meter").deductUsage(call).isPresent() ? 1 : 0;
                }
                return deducted;
            }));
        }
        return all;
    }

    private Posting posting(int account, String reference, Instant at) {
        return new Posting(
                new Change(customers.account(account), Actor.operator("meter"), at),
                EntryKind.USAGE,
                Optional.of(customers.organization(account)),
                Money.parse("USD 0.01"),
                reference,
                at);
    }

    private PostgresPlainUsage port() {
        return new PostgresPlainUsage(
                new Database(dataSource, Schema.STANDARD), host.store().core().unitOfWork(), 1);
    }

    /** Some references are asked for by several, some accounts run out, and most callers are of one account. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void B3_eachReferenceIsPostedForOneCallerAndNoMoreThanTheBalanceIs(int connections) throws Exception {
        Billing billing = sharing(connections);
        List<Future<List<UsageOutcome>>> all = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            Random random = new Random(thread);
            all.add(threads.submit(() -> {
                List<UsageOutcome> told = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    int account = random.nextBoolean() ? 0 : random.nextInt(ACCOUNTS);
                    Usage call =
                            customers.usage(account, "call-" + random.nextInt(5_000), account == 1 ? "4.00" : "0.01");
                    UsageOutcome outcome = billing.actingAs("meter")
                            .deductUsages(List.of(call))
                            .get(0);
                    assertThat(outcome.entry().map(LedgerEntry::account))
                            .isIn(Optional.empty(), Optional.of(call.account()));
                    assertThat(outcome.entry().map(LedgerEntry::reference))
                            .isIn(Optional.empty(), Optional.of(call.reference()));
                    told.add(outcome);
                }
                return told;
            }));
        }
        Map<String, Integer> deducted = new HashMap<>();
        int refused = 0;
        int again = 0;
        for (Future<List<UsageOutcome>> one : all) {
            for (UsageOutcome outcome : one.get(1, TimeUnit.MINUTES)) {
                if (outcome instanceof UsageOutcome.Deducted told) {
                    deducted.merge(told.posted().account() + told.posted().reference(), 1, Integer::sum);
                }
                refused += outcome.refusal().isPresent() ? 1 : 0;
                again += outcome instanceof UsageOutcome.DeductedBefore ? 1 : 0;
            }
        }
        assertThat(deducted.values()).containsOnly(1);
        assertThat(deducted)
                .hasSize(TestDatabase.asItIs()
                        .names("SELECT reference FROM phoneunite.ledger_entry WHERE kind = 'USAGE'")
                        .size());
        assertThat(deducted.size() + refused + again).isEqualTo(16 * 60);
        assertThat(refused).as("of the account that ran out").isPositive();
        assertThat(again).as("asked for before").isPositive();
    }

    /** What is asked for alone is a statement each: of many callers of one account, most share one. */
    @Test
    void B10_callersOfOneAccountShareStatements() throws Exception {
        Billing billing = sharing(4);
        long before = counted.sent();
        for (Future<Integer> one : deducting(billing, 16, 100, caller -> 0)) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(100);
        }
        assertThat(counted.sent() - before).as("statements for 1,600 usages").isLessThan(800);
    }

    @Test
    void I1_whatIsSharedLeavesOutAnAccountThatSomebodyHolds() throws SQLException {
        Instant now = host.clock().instant();
        List<Posting> five =
                Stream.of(0, 1, 2, 3, 4).map(one -> posting(one, "shared", now)).toList();
        try (HandWritten hand = HandWritten.at(customers.account(2).value(), "all")) {
            hand.read("SELECT account_id FROM account_head FOR UPDATE");
            IdentityHashMap<Posting, LedgerEntry> posted = port().together(five);
            assertThat(posted).hasSize(4).doesNotContainKey(five.get(2));
            posted.forEach((one, entry) -> assertThat(entry.account()).isEqualTo(one.account()));
        }
    }

    @Test
    void I1_anAccountThatSomebodyHoldsKeepsNoCallerOfAnotherWaiting() throws Exception {
        Billing billing = sharing(1);
        try (HandWritten hand = HandWritten.at(customers.account(2).value(), "all")) {
            hand.read("SELECT account_id FROM account_head FOR UPDATE");
            List<Future<Optional<LedgerEntry>>> held = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Usage call = customers.usage(2, "held-" + i, "0.01");
                held.add(threads.submit(() -> billing.actingAs("meter").deductUsage(call)));
            }
            long since = System.nanoTime();
            for (Future<Integer> one : deducting(billing, 8, 50, caller -> 3 + caller % 3)) {
                assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(50);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .as("400 calls: each that waited for the held account waited 100 ms or more")
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(held).noneMatch(Future::isDone);
            hand.write("ROLLBACK");
            for (Future<Optional<LedgerEntry>> one : held) {
                assertThat(one.get(1, TimeUnit.MINUTES)).isPresent();
            }
        }
    }

    /** One of two accounts drops out of what is shared, as it asks under one reference twice: the other, which is held, is not waited for. */
    @Test
    void I1_whatIsSharedLeavesOutAHeldAccountAlsoWhereTheOthersAreNotPlain() throws SQLException {
        Instant now = host.clock().instant();
        List<Posting> four = List.of(
                posting(2, "held", now), posting(3, "twice", now), posting(3, "twice", now), posting(3, "once", now));
        try (HandWritten hand = HandWritten.at(customers.account(2).value(), "all")) {
            hand.read("SELECT account_id FROM account_head FOR UPDATE");
            long since = System.nanoTime();
            assertThat(port().together(four)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .as("a second is waited for accounts that are asked for alone")
                    .isLessThan(Duration.ofMillis(900));
        }
    }

    /** As one after the other, the latest first: nothing is entered at a moment before the one at which it was asked for. */
    @Test
    void B3_callersWhoseClocksDifferAreEnteredAtTheLatestOfTheirMoments() {
        Instant now = host.clock().instant();
        List<Posting> three = List.of(
                posting(0, "second", now.plusSeconds(2)),
                posting(0, "third", now.plusSeconds(3)),
                posting(0, "first", now.plusSeconds(1)));
        IdentityHashMap<Posting, LedgerEntry> posted = port().together(three);
        assertThat(posted).hasSize(3);
        assertThat(posted.values()).allMatch(entry -> entry.recordedAt().equals(now.plusSeconds(3)));
        assertThat(posted.get(three.get(1)).sequence())
                .isLessThan(posted.get(three.get(0)).sequence());
        posted.forEach((one, entry) -> assertThat(entry.happenedAt()).isEqualTo(one.happenedAt()));
        host.clock().advance(Duration.ofMinutes(1));
    }

    @Test
    void B10_theConnectionsForUsageAreOneToAThousand() {
        for (int wrong : List.of(0, -1, 1_001)) {
            assertThatThrownBy(() -> PostgresStore.builder(dataSource).usageConnections(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 1000");
        }
    }
}
