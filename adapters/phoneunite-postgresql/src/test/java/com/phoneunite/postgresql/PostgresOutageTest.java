package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.postgresql.CommitProxy.Cut;
import com.phoneunite.store.CommitUnknownFault;
import com.phoneunite.store.Outbox;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rule X1: a pool that has nothing left, a database that does not answer any more, and one that recovers by itself. */
class PostgresOutageTest {

    private static final AccountId ONE = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    /** Beyond what a pool or a driver was told to wait for, and long enough for a busy machine. */
    private static final long BOUND_SECONDS = 60;

    private static Outbox.Place take(PostgresStore store) {
        return store.unitOfWork().change(ONE, () -> store.outbox().take(ONE, NOW));
    }

    /**
     * A pool that was used within the last half second hands out the connection of the former life without a look at it: that is a
     * plain fault, after which nothing was done.
     */
    private static Outbox.Place takeInAnotherLife(HikariDataSource pool) {
        try {
            return take(PostgresStore.on(pool));
        } catch (PostgresFault e) {
            return take(PostgresStore.on(pool));
        }
    }

    /** What it ends with, within the bound. */
    private static <T> T ends(CompletableFuture<T> work) throws Exception {
        return work.get(BOUND_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> CompletableFuture<T> onItsOwnThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task, "own").start());
    }

    @Test
    void X1_aPoolThatIsExhaustedIsAFaultAndTheNextCallWorks() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (HikariDataSource pool = HostPool.of(database.url(), 1)) {
            pool.setConnectionTimeout(250);
            PostgresStore store = PostgresStore.on(pool);
            CountDownLatch isHeld = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            CompletableFuture<Boolean> holder =
                    onItsOwnThread(() -> store.unitOfWork().change(ONE, () -> {
                        isHeld.countDown();
                        return passed(letGo);
                    }));
            assertThat(passed(isHeld)).isTrue();
            assertThatThrownBy(() -> take(store))
                    .isInstanceOf(PostgresFault.class)
                    .hasMessageContaining("a connection failed");
            letGo.countDown();
            assertThat(ends(holder)).isTrue();
            assertThat(take(store).position()).isEqualTo(1);
        }
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void X1_aDatabaseThatGoesSilentAtACommitIsUnknownInBoundedTimeAndTheSameAgainWorks() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (CommitProxy proxy = new CommitProxy(database.port());
                HikariDataSource pool = database.through(proxy.port(), 2, "&socketTimeout=1")) {
            pool.setConnectionTimeout(1_000);
            PostgresStore store = PostgresStore.on(pool);
            assertThat(take(store).position()).isEqualTo(1);
            proxy.cut(Cut.SILENT, 0);
            CompletableFuture<Outbox.Place> silent = onItsOwnThread(() -> take(store));
            assertThatThrownBy(() -> ends(silent)).hasCauseInstanceOf(CommitUnknownFault.class);
            assertThat(proxy.cuts()).isEqualTo(1);

            proxy.speak();
            assertThat(ends(onItsOwnThread(() -> take(store))).position())
                    .as("what was swallowed was not kept")
                    .isEqualTo(2);
        }
    }

    @Test
    void X1_aDatabaseThatIsSilentBeforeTheCommitIsAFaultInBoundedTime() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (CommitProxy proxy = new CommitProxy(database.port());
                HikariDataSource pool = database.through(proxy.port(), 2, "&socketTimeout=1")) {
            pool.setConnectionTimeout(1_000);
            PostgresStore store = PostgresStore.on(pool);
            proxy.silence();
            CompletableFuture<Outbox.Place> silent = onItsOwnThread(() -> take(store));
            assertThatThrownBy(() -> ends(silent)).hasCauseInstanceOf(PostgresFault.class);
            proxy.speak();
            assertThat(ends(onItsOwnThread(() -> take(store))).position()).isEqualTo(1);
        }
    }

    @Test
    void X1_aServerThatRecoversByItselfBeginsAnotherLife() throws Exception {
        try (MortalServer server = new MortalServer();
                HikariDataSource pool = server.pool(2)) {
            assertThat(take(PostgresStore.on(pool)).position()).isEqualTo(1);
            Optional<String> before = server.life();
            server.killBackend();
            assertThat(takeInAnotherLife(pool).position()).isEqualTo(2);
            Optional<String> after = server.life();
            server.kill();
            server.start();
            assertThat(List.of(before, after, server.life()))
                    .doesNotHaveDuplicates()
                    .doesNotContain(Optional.empty());
        }
    }
}
