package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rule X1: what a unit of work is on PostgreSQL, beyond what every one is. */
class PostgresUnitOfWorkTest {

    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00.123456Z");
    private static final AccountId ONE = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final AccountId TWO = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0002L));

    /** The common pool of two processors has one thread, and those who wait for each other need two. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "own").start();

    private final TestDatabase database = TestDatabase.empty();
    private final PostgresStore store = PostgresStore.on(database.host());

    private static Account account(AccountId id) {
        return Account.open(id, new UserId(id.value()), new CountryCode("US"), ZoneId.of("UTC"), CurrencyUnit.USD, NOW);
    }

    private static User user(AccountId id, String email) {
        return new User(id, new UserId(id.value()), EmailAddress.parse(email), true, NOW);
    }

    private void open(AccountId id) {
        store.unitOfWork().execute(id, () -> {
            store.accounts().save(account(id));
            store.users().save(user(id, "you@example.com"));
        });
    }

    @Test
    void X1_anOwnerWhoIsNoUserIsFoundOutAtTheEnd() throws SQLException {
        assertThatThrownBy(() ->
                        store.unitOfWork().execute(ONE, () -> store.accounts().save(account(ONE))))
                .isInstanceOf(PostgresFault.class)
                .hasMessageContaining("a2_the_owner_is_a_user");
        assertThat(database.names("SELECT account_id::text FROM phoneunite.account_head"))
                .isEmpty();
    }

    @Test
    void X1_lookingAtAnAccountThatIsNotThereLeavesNothing() throws SQLException {
        store.unitOfWork().change(ONE, () -> store.accounts().find(ONE));
        store.unitOfWork().view(ONE, () -> store.accounts().find(ONE));
        assertThat(database.names("SELECT account_id::text FROM phoneunite.account_head"))
                .isEmpty();
    }

    @Test
    void X1_aViewSeesOneMomentHoweverManyStatementsItTakes() {
        open(ONE);
        List<String> seen = store.unitOfWork().view(ONE, () -> {
            List<String> emails = new ArrayList<>();
            emails.add(email());
            CompletableFuture.runAsync(() ->
                            store.unitOfWork().execute(ONE, () -> store.users().save(user(ONE, "other@example.com"))))
                    .join();
            emails.add(email());
            return emails;
        });
        assertThat(seen).containsExactly("you@example.com", "you@example.com");
        assertThat(store.unitOfWork().view(ONE, this::email)).isEqualTo("other@example.com");
    }

    private String email() {
        return store.users()
                .find(ONE, new UserId(ONE.value()))
                .orElseThrow()
                .email()
                .value();
    }

    @Test
    void X1_aViewWaitsForNobody() {
        open(ONE);
        boolean seen = store.unitOfWork()
                .change(
                        ONE,
                        () -> CompletableFuture.supplyAsync(() -> store.unitOfWork()
                                        .view(
                                                ONE,
                                                () -> store.accounts().find(ONE).isPresent()))
                                .join());
        assertThat(seen).isTrue();
    }

    @Test
    void X1_aNewAccountIsLockedBeforeThereIsAnythingOfIt() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> store.unitOfWork().execute(ONE, () -> {
                    inside.countDown();
                    await(go);
                    store.accounts().save(account(ONE));
                    store.users().save(user(ONE, "first@example.com"));
                }),
                OWN_THREAD);
        await(inside);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(
                () -> store.unitOfWork()
                        .change(ONE, () -> store.accounts().find(ONE).isPresent()),
                OWN_THREAD);
        assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        go.countDown();
        first.get(30, TimeUnit.SECONDS);
        assertThat(second.get(30, TimeUnit.SECONDS))
                .as("sees what the first one made")
                .isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who tries again may come before the other, which still sleeps, and they meet once more. */
    @Test
    void X1_whatADeadlockTakesBackIsDoneAgainAsAWhole()
            throws ExecutionException, InterruptedException, TimeoutException {
        open(ONE);
        open(TWO);
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> one = claiming(ONE, "+12025550121", "+12025550122", both, tries);
        CompletableFuture<Boolean> two = claiming(TWO, "+12025550122", "+12025550121", both, tries);
        boolean oneHasBoth = one.get(60, TimeUnit.SECONDS);
        boolean twoHasBoth = two.get(60, TimeUnit.SECONDS);
        assertThat(oneHasBoth).isNotEqualTo(twoHasBoth);
        assertThat(tries.get()).as("one of the two was tried again").isGreaterThan(2);
    }

    /** Enters two numbers in the directory of the whole system, in that order; and whether it has got both. */
    private CompletableFuture<Boolean> claiming(
            AccountId id, String first, String second, CountDownLatch both, AtomicInteger tries) {
        NumberClaims claims = new NumberClaims(store, id, NOW);
        claims.organization();
        return CompletableFuture.supplyAsync(
                () -> store.unitOfWork().change(id, () -> {
                    tries.incrementAndGet();
                    boolean has = claims.claim(first);
                    both.countDown();
                    await(both);
                    return claims.claim(second) && has;
                }),
                OWN_THREAD);
    }

    @Test
    void X1_aFailureOfTheDatabaseThatIsCaughtEndsTheChange() {
        open(ONE);
        assertThatThrownBy(() -> store.unitOfWork().execute(ONE, () -> {
                    store.users().save(user(ONE, "new@example.com"));
                    assertThatThrownBy(() -> store.administrations().save(new NumberClaims(store, ONE, NOW).nobodys()))
                            .isInstanceOf(PostgresFault.class);
                }))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(store.unitOfWork().view(ONE, this::email)).isEqualTo("you@example.com");
    }

    @Test
    void M1_aFaultTellsNoAddress() {
        open(ONE);
        database.execute("INSERT INTO phoneunite.account_user VALUES ('" + ONE + "', '" + TWO
                + "', 'secret@example.com', true, now())");
        assertThatThrownBy(() ->
                        store.unitOfWork().execute(ONE, () -> store.users().save(user(ONE, "secret@example.com"))))
                .hasMessageContaining("not unique")
                .hasMessageNotContaining("secret@");
        SQLException unique =
                new SQLException("ERROR: duplicate key\n  Detail: Key (email)=(secret@example.com)", "23505");
        assertThat(PostgresFault.of("a statement", unique))
                .hasMessageNotContaining("secret")
                .hasStackTraceContaining("duplicate key");
    }
}
