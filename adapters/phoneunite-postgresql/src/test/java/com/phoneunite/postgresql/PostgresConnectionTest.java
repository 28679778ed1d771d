package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.CommitUnknownFault;
import com.phoneunite.store.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X1: what becomes of a change when something is wrong with its connection. */
class PostgresConnectionTest {

    private static final AccountId ONE = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    private final SpoiledSource source = new SpoiledSource(TestDatabase.empty().host());
    private final PostgresStore store = PostgresStore.on(source.dataSource());
    private final int before = source.commits();

    private Outbox.Place take() {
        return store.unitOfWork().change(ONE, () -> store.outbox().take(ONE, NOW));
    }

    @Test
    void X1_aCommitThatIsTakenBackIsDoneAgain() {
        source.spoil("commit", "40001");
        source.spoil("commit", "40P01");
        assertThat(take().position()).isEqualTo(1);
        assertThat(source.commits() - before).isEqualTo(3);
        assertThat(take().position()).isEqualTo(2);
    }

    @Test
    void X1_itIsDoneAgainABoundedNumberOfTimes() {
        for (int i = 0; i < 10; i++) {
            source.spoil("commit", "40001");
        }
        assertThatThrownBy(this::take).isInstanceOf(PostgresFault.class).hasMessageContaining("40001");
        assertThat(source.commits() - before).isEqualTo(5);
    }

    @Test
    void X1_aCommitThatWasKeptIsAcknowledgedThoughItsConnectionIsLost() {
        source.spoil("commit", "08006");
        assertThat(take().position()).isEqualTo(1);
        assertThat(source.commits() - before).as("and it is not done again").isEqualTo(1);
        assertThat(take().position()).isEqualTo(2);
    }

    @Test
    void X1_aCommitThatNeverArrivedIsDoneAgain() {
        source.spoilBefore("commit", "08006");
        assertThat(take().position()).isEqualTo(1);
        assertThat(source.commits() - before).isEqualTo(2);
    }

    @Test
    void X1_aCommitThatNeverArrivesIsDoneAgainABoundedNumberOfTimes() {
        for (int i = 0; i < 10; i++) {
            source.spoilBefore("commit", "57P01");
        }
        assertThatThrownBy(this::take).isInstanceOf(PostgresFault.class).hasMessageContaining("nothing was kept");
        assertThat(source.commits() - before).isEqualTo(5);
    }

    @Test
    void X1_aCommitThatNobodyCanBeAskedAboutIsUnknown() {
        source.spoil("commit", "08006");
        // Once where the connection is given back, once where another one is lent.
        source.spoil("setAutoCommit", "08006");
        source.spoil("setAutoCommit", "08001");
        assertThatThrownBy(this::take)
                .isInstanceOf(CommitUnknownFault.class)
                .hasMessageContaining(ONE.toString())
                .hasMessageContaining("under the same key");
        assertThat(source.commits() - before).as("and it is not done again").isEqualTo(1);
    }

    @Test
    void X1_thatSomethingWasCommittedProvesNothingInAnotherLifeOfTheServer() {
        source.spoil("commit", "08006", () -> TestDatabase.asItIs().execute("SELECT pg_stat_reset_shared('bgwriter')"));
        assertThatThrownBy(this::take).isInstanceOf(CommitUnknownFault.class);
        source.spoil("commit", "08006");
        assertThat(take().position()).as("the new life is known by now").isEqualTo(2);
    }

    @Test
    void X1_ofALeaseThatIsLostAtItsCommitNobodyKnows() {
        source.spoil("commit", "08006");
        assertThatThrownBy(() -> store.dueAccounts().lease(List.of(ONE), NOW, NOW.plusSeconds(60)))
                .isInstanceOf(CommitUnknownFault.class);
    }

    @Test
    void X1_whatWasCommittedIsNotCalledAFailureBecauseTheConnectionIsNoGoodAfterwards() {
        source.spoil("rollback", "08006");
        assertThat(take().position()).isEqualTo(1);
        assertThat(take().position()).isEqualTo(2);
    }

    @Test
    void X1_noConnectionIsAFault() {
        source.spoil("setAutoCommit", "08003");
        assertThatThrownBy(this::take).isInstanceOf(PostgresFault.class).hasMessageContaining("a connection failed");
    }
}
