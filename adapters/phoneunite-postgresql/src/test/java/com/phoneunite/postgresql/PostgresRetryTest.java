package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rule X1: what PostgreSQL takes back for the sake of SQL that somebody writes by hand beside the library. */
class PostgresRetryTest {

    private static final AccountId ONE = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final AccountId TWO = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0002L));
    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");
    private static final String FIRST = "+12025550121";
    private static final String SECOND = "+12025550122";

    private final TestDatabase database = TestDatabase.empty();

    /** A transaction of somebody who owns everything. */
    private Connection byHand(String... statements) throws SQLException {
        Connection connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
        return connection;
    }

    private static <T> CompletableFuture<T> onItsOwnThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task, "own").start());
    }

    /** At random, up to 20 ms and each time 20 ms more: a tenth of a second in all, the one time with the other. */
    @Test
    void X1_theOthersAreLetGoFirstBeforeTheSameIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        long begin = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> Database.repeating(() -> {
                        tries.incrementAndGet();
                        throw PostgresFault.of("a statement", new SQLException("taken back", "40P01"));
                    }))
                    .isInstanceOf(PostgresFault.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(50), Duration.ofSeconds(30));
        assertThat(tries).hasValue(25);
    }

    @Test
    void X1_aChangeThatLosesADeadlockToHandWrittenSqlIsDoneAgainAsAWhole() throws Exception {
        PostgresStore store = PostgresStore.on(database.host());
        NumberClaims claims = new NumberClaims(store, ONE, NOW);
        store.unitOfWork().execute(ONE, () -> {
            store.accounts()
                    .save(Account.open(
                            ONE,
                            new UserId(ONE.value()),
                            new CountryCode("US"),
                            ZoneId.of("UTC"),
                            CurrencyUnit.USD,
                            NOW));
            store.users()
                    .save(new User(ONE, new UserId(ONE.value()), EmailAddress.parse("you@example.com"), true, NOW));
        });
        claims.organization();
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch isCommitted = new CountDownLatch(1);
        // Whoever looks first is who loses, and by hand nobody looks.
        try (Connection hand = byHand("SET LOCAL deadlock_timeout = '10min'", holder(SECOND));
                Statement statement = hand.createStatement()) {
            CompletableFuture<Boolean> claimed =
                    onItsOwnThread(() -> store.unitOfWork().change(ONE, () -> {
                        if (tries.incrementAndGet() > 1) {
                            await(isCommitted);
                        }
                        store.outbox().take(ONE, NOW);
                        boolean first = claims.claim(FIRST);
                        return claims.claim(SECOND) || first;
                    }));
            database.awaitSomebodyWaits();
            statement.execute(holder(FIRST));
            hand.commit();
            isCommitted.countDown();
            assertThat(claimed.get(1, TimeUnit.MINUTES))
                    .as("both are held by hand")
                    .isFalse();
        }
        assertThat(tries).hasValue(2);
        assertThat(store.unitOfWork()
                        .<Long>change(ONE, () -> store.outbox().take(ONE, NOW).position()))
                .as("the first try left nothing")
                .isEqualTo(2);
    }

    private static String holder(String number) {
        return "INSERT INTO phoneunite.phone_number_holder VALUES ('" + number + "', '" + TWO + "')";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void X1_aLeaseThatIsTakenBackInAStricterIsolationIsAskedForAgain() throws Exception {
        try (HikariDataSource strict =
                HostPool.of(database.url() + "&options=-c%20default_transaction_isolation=serializable", 4)) {
            PostgresStore store = PostgresStore.on(strict);
            assertThat(store.dueAccounts().lease(List.of(ONE), NOW, NOW.plusSeconds(60)))
                    .hasSize(1);
            try (Connection hand = byHand("UPDATE phoneunite.due_claim SET failures = 7")) {
                CompletableFuture<Integer> failures = onItsOwnThread(() -> store.dueAccounts()
                        .lease(List.of(ONE), NOW.plusSeconds(60), NOW.plusSeconds(120))
                        .get(0)
                        .failures());
                database.awaitSomebodyWaits();
                hand.commit();
                assertThat(failures.get(1, TimeUnit.MINUTES))
                        .as("what was written by hand is seen by the second try")
                        .isEqualTo(7);
            }
        }
    }

    @Test
    void X1_aChangeReadsWhatWasCommittedLastWhateverIsolationTheHostPrefers() throws Exception {
        try (HikariDataSource strict =
                HostPool.of(database.url() + "&options=-c%20default_transaction_isolation=serializable", 4)) {
            PostgresStore store = PostgresStore.on(strict);
            AtomicInteger tries = new AtomicInteger();
            assertThat(store.unitOfWork()
                            .<Long>change(
                                    ONE, () -> store.outbox().take(ONE, NOW).position()))
                    .isEqualTo(1);
            try (Connection hand = byHand("UPDATE phoneunite.account_head SET position = position + 1")) {
                CompletableFuture<Long> position =
                        onItsOwnThread(() -> store.unitOfWork().change(ONE, () -> {
                            tries.incrementAndGet();
                            return store.outbox().take(ONE, NOW).position();
                        }));
                database.awaitSomebodyWaits();
                hand.commit();
                assertThat(position.get(1, TimeUnit.MINUTES)).isEqualTo(3);
            }
            assertThat(tries).as("nothing was taken back").hasValue(1);
        }
    }

    @Test
    void X1_whatWaitsForALockLongerThanTheDatabaseAllowsIsAFaultThatChangedNothing() throws Exception {
        try (HikariDataSource hasty = HostPool.of(database.url() + "&options=-c%20lock_timeout=100ms", 4)) {
            PostgresStore store = PostgresStore.on(hasty);
            store.unitOfWork().change(ONE, () -> store.outbox().take(ONE, NOW));
            try (Connection hand = byHand("SELECT 1 FROM phoneunite.account_head FOR UPDATE")) {
                assertThatThrownBy(() -> store.unitOfWork()
                                .change(ONE, () -> store.outbox().take(ONE, NOW)))
                        .isInstanceOf(PostgresFault.class)
                        .hasMessageContaining("55P03");
                hand.rollback();
            }
            assertThat(store.unitOfWork()
                            .<Long>change(
                                    ONE, () -> store.outbox().take(ONE, NOW).position()))
                    .isEqualTo(2);
        }
    }
}
