package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.postgresql.CommitProxy.Cut;
import com.phoneunite.store.CommitUnknownFault;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules B3 and X1: usage in one round trip whose connection is cut before it arrives, behind it, and before its answer. */
class PostgresCutUsageTest {

    private static final int CUTS = 24;
    private static final String CALL = "phoneunite.post_usage";

    private static final List<Cut> PLACES = List.of(Cut.BEFORE_IT_ARRIVES, Cut.BEHIND_IT, Cut.BEFORE_THE_ANSWER);

    /** What is told where a call is cut. Nobody waits for what was cut behind it: it may be overtaken. */
    private static final Map<Cut, List<Class<? extends UsageOutcome>>> WHOSE = Map.of(
            Cut.BEFORE_IT_ARRIVES, List.of(UsageOutcome.Deducted.class),
            Cut.BEHIND_IT, List.of(UsageOutcome.Deducted.class, UsageOutcome.DeductedBefore.class),
            Cut.BEFORE_THE_ANSWER, List.of(UsageOutcome.DeductedBefore.class));

    private final TestDatabase database = TestDatabase.empty();
    private final CommitProxy proxy = new CommitProxy(database.port());
    private final HikariDataSource pool = database.through(proxy.port(), 2, "");
    private final UsageCustomers customers = UsageCustomers.on(pool, 3, "USD 500.00");
    private final PhoneUniteFixture host = customers.host();
    private final List<UsageOutcome> outcomes = new ArrayList<>();

    PostgresCutUsageTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pool.close();
        proxy.close();
    }

    /** So many calls, of the accounts in turn. */
    private List<Usage> calls(int batch, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> customers.usage(i % customers.owners().size(), "call-" + batch + "-" + i, "0.01"))
                .toList();
    }

    private List<UsageOutcome> use(List<Usage> calls) {
        List<UsageOutcome> told = host.billing().actingAs("meter").deductUsages(calls);
        outcomes.addAll(told);
        return told;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void X1_usageInOneRoundTripIsSettledWhereverItsConnectionIsCut(int count) {
        for (int batch = 0; proxy.cuts() < CUTS; batch++) {
            Cut place = PLACES.get(batch % PLACES.size());
            List<Usage> calls = calls(batch, count);
            proxy.cut(CALL, place, 0);
            List<UsageOutcome> told = use(calls);
            assertThat(told)
                    .as("posted by the call that was cut, or by one that came after it: %s", place)
                    .hasOnlyElementsOfTypes(WHOSE.get(place).toArray(Class<?>[]::new));
            assertThat(proxy.cuts()).as("cuts so far").isEqualTo(batch + 1);
        }
        verify(count * CUTS);
    }

    @Test
    void X1_ofUsageInSeveralStepsOnlyThatIsSettledWhoseConnectionWasCut() {
        List<Usage> calls = calls(0, 600);
        proxy.cut(CALL, Cut.BEFORE_THE_ANSWER, 1);
        List<UsageOutcome> told = use(calls);
        assertThat(proxy.cuts()).isEqualTo(1);
        assertThat(told.stream().filter(UsageOutcome.DeductedBefore.class::isInstance))
                .as("those of one account, which are a step")
                .hasSize(200);
        verify(600);
    }

    /** Twelve callers, of whom one at most is under way alone: the others share a call, which is cut. */
    @Test
    void X1_callersWhoShareACallAreEachToldWhatBecameOfTheirs() throws Exception {
        int callers = 12;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        int posted = 0;
        try (HikariDataSource sharing = database.through(proxy.port(), 4, "")) {
            Billing billing = customers.billing(
                    PostgresStore.builder(sharing).usageConnections(1).build());
            for (int batch = 0; proxy.cuts() < CUTS; batch++) {
                assertThat(batch).as("rounds until so many were cut").isLessThan(10 * CUTS);
                proxy.cut("phoneunite.post_usages", PLACES.get(batch % PLACES.size()), 0);
                List<Future<UsageOutcome>> told = new ArrayList<>();
                for (Usage call : calls(batch, callers)) {
                    told.add(threads.submit(() -> billing.actingAs("meter")
                            .deductUsages(List.of(call))
                            .get(0)));
                }
                for (int i = 0; i < callers; i++) {
                    UsageOutcome own = told.get(i).get(1, TimeUnit.MINUTES);
                    assertThat(own.entry().orElseThrow().reference()).isEqualTo("call-" + batch + "-" + i);
                    outcomes.add(own);
                }
                posted += callers;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(outcomes)
                .hasOnlyElementsOfTypes(UsageOutcome.Deducted.class, UsageOutcome.DeductedBefore.class)
                .as("callers of a call that was kept, and whose answer was cut")
                .hasAtLeastOneElementOfType(UsageOutcome.DeductedBefore.class);
        verify(posted);
    }

    @Test
    void X1_usageThatNobodyCanBeAskedAboutIsUnknownAndTheSameAgainWorks() {
        List<Usage> calls = calls(0, 20);
        try (HikariDataSource hasty = database.through(proxy.port(), 2, "&socketTimeout=2")) {
            hasty.setConnectionTimeout(1_000);
            Billing billing = customers.billing(PostgresStore.on(hasty));
            proxy.cut(CALL, Cut.SILENT, 0);
            assertThatThrownBy(() -> billing.actingAs("meter").deductUsages(calls))
                    .isInstanceOf(CommitUnknownFault.class)
                    .hasMessageContaining("the same again under its key is safe");
            assertThat(proxy.cuts()).isEqualTo(1);
            proxy.speak();
        }
        assertThat(use(calls)).hasOnlyElementsOfType(UsageOutcome.Deducted.class);
        verify(20);
    }

    /** Each is in the ledger once, as it was told, and is told of as an event once. */
    private void verify(int expected) {
        List<LedgerEntry> there = new ArrayList<>();
        for (UserSession owner : customers.owners()) {
            AccountId account = owner.accountId();
            host.store()
                    .core()
                    .unitOfWork()
                    .view(account, () -> there.addAll(host.store().ledger().list(account, 0, 10_000)));
            assertThat(host.billing().actingAs("auditor").verify(account).differences())
                    .isEmpty();
        }
        there.removeIf(entry -> entry.kind() != EntryKind.USAGE);
        assertThat(there)
                .hasSize(expected)
                .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                        .flatMap(outcome -> outcome.entry().stream())
                        .toList());
        List<LedgerEntry> events = new ArrayList<>();
        host.phoneUnite()
                .dispatcher(
                        event -> {
                            if (event.event() instanceof LedgerEvent.Posted posted
                                    && posted.entry().kind() == EntryKind.USAGE) {
                                events.add(posted.entry());
                            }
                        },
                        host.billing().events())
                .run();
        assertThat(events).containsExactlyInAnyOrderElementsOf(there);
        Set<Object> places = new HashSet<>();
        there.forEach(entry -> places.add(List.of(entry.account(), entry.position())));
        assertThat(places).hasSize(expected);
    }
}
