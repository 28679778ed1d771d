package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.organization.Holdings.Counts;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
    private static final OrganizationId ONE = new OrganizationId(new UUID(2, 1));
    private static final OrganizationId TWO = new OrganizationId(new UUID(2, 2));
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    private final InMemoryStore store = InMemoryStore.create();
    private final Holdings holdings = new Holdings(store.holdings());

    private void change(OrganizationId organization, HoldingKind kind, int difference, Instant at) {
        store.unitOfWork().change(ACCOUNT, () -> {
            holdings.change(new Change(ACCOUNT, Actor.system(), at), organization, kind, difference);
            return difference;
        });
    }

    private Counts atStartOf(OrganizationId organization, Instant moment) {
        return store.unitOfWork().view(ACCOUNT, () -> holdings.atStartOf(ACCOUNT, organization, moment));
    }

    @Test
    void B5_whatWasHeldIsKnownHoweverLateItIsAsked() {
        change(ONE, HoldingKind.EXTENSION, 2, START);
        change(ONE, HoldingKind.PHONE_NUMBER, 5, START.plusSeconds(10));
        change(ONE, HoldingKind.EXTENSION, -1, START.plusSeconds(20));
        change(TWO, HoldingKind.EXTENSION, 7, START.plusSeconds(15));
        assertThat(atStartOf(ONE, START.minusSeconds(1))).isEqualTo(Counts.NONE);
        assertThat(atStartOf(ONE, START.plusSeconds(5))).isEqualTo(new Counts(2, 0));
        assertThat(atStartOf(ONE, START.plusSeconds(15))).isEqualTo(new Counts(2, 5));
        assertThat(atStartOf(ONE, Instant.MAX)).isEqualTo(new Counts(1, 5));
        assertThat(atStartOf(TWO, Instant.MAX)).isEqualTo(new Counts(7, 0));
    }

    @Test
    void B5_whatChangesAtTheVeryStartOfAPeriodBelongsToThePeriod() {
        change(ONE, HoldingKind.EXTENSION, 3, START.minusNanos(1_000));
        change(ONE, HoldingKind.EXTENSION, 4, START);
        change(ONE, HoldingKind.EXTENSION, -6, START);
        assertThat(atStartOf(ONE, START)).isEqualTo(new Counts(3, 0));
        assertThat(atStartOf(ONE, START.plusNanos(1_000))).isEqualTo(new Counts(1, 0));
    }

    @Test
    void X2_aClockThatGoesBackwardsChangesNothingThatWasHeldBefore() {
        change(ONE, HoldingKind.EXTENSION, 3, START);
        change(ONE, HoldingKind.EXTENSION, 2, START.minusSeconds(100));
        change(ONE, HoldingKind.EXTENSION, -1, START.minusSeconds(50));
        assertThat(atStartOf(ONE, START)).isEqualTo(Counts.NONE);
        assertThat(atStartOf(ONE, START.plusSeconds(1))).isEqualTo(new Counts(4, 0));
        change(ONE, HoldingKind.EXTENSION, 1, START.plusSeconds(1));
        assertThat(atStartOf(ONE, START.plusSeconds(2))).isEqualTo(new Counts(5, 0));
    }

    @Test
    void B5_nobodyHoldsFewerThanNone() {
        change(ONE, HoldingKind.EXTENSION, 1, START);
        assertThatThrownBy(() -> change(ONE, HoldingKind.EXTENSION, -2, START))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(ONE, HoldingKind.EXTENSION, Integer.MAX_VALUE, START))
                .isInstanceOf(ArithmeticException.class);
        assertThat(atStartOf(ONE, Instant.MAX)).isEqualTo(new Counts(1, 0));
    }

    @Test
    void X3_noDifferenceIsNoFact() {
        change(ONE, HoldingKind.EXTENSION, 0, START);
        assertThat(store.unitOfWork().view(ACCOUNT, () -> store.holdings().latest(ACCOUNT, ONE, HoldingKind.EXTENSION)))
                .isEmpty();
    }

    /** As a store reads them that has no shorter way. */
    private record OneByOne(HoldingRepository facts) implements HoldingRepository {
        @Override
        public Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind) {
            return facts.latest(account, organization, kind);
        }

        @Override
        public Optional<HoldingFact> latestBefore(
                AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
            return facts.latestBefore(account, organization, kind, moment);
        }

        @Override
        public void save(HoldingFact fact) {
            facts.save(fact);
        }
    }

    @Test
    void B5_ofWhatWasHeldBeforeNothingIsReadButTheLatest() {
        for (int second : new int[] {0, 10, 20, 30}) {
            change(ONE, HoldingKind.EXTENSION, 1, START.plusSeconds(second));
        }
        change(TWO, HoldingKind.EXTENSION, 1, START);
        List<HoldingFact> read = store.unitOfWork()
                .view(
                        ACCOUNT,
                        () -> new OneByOne(store.holdings()).listSince(ACCOUNT, Map.of(ONE, START.plusSeconds(20))));

        assertThat(read)
                .extracting(HoldingFact::organization, HoldingFact::count)
                .containsExactlyInAnyOrder(tuple(ONE, 2), tuple(ONE, 3), tuple(ONE, 4));
    }

    @Test
    void B5_whatIsReadAtOnceTellsTheLatestWhateverTheOrderInWhichItIsRead() {
        for (int second : new int[] {0, 10, 20}) {
            change(ONE, HoldingKind.EXTENSION, 1, START.plusSeconds(second));
        }
        HeldSince held = store.unitOfWork()
                .view(ACCOUNT, () -> new Holdings(new OneByOne(store.holdings())).since(ACCOUNT, Map.of(ONE, START)));

        assertThat(held.atStartOf(ONE, START)).isEqualTo(Counts.NONE);
        assertThat(held.atStartOf(ONE, START.plusSeconds(20))).isEqualTo(new Counts(2, 0));
        assertThat(held.atStartOf(ONE, START.plusSeconds(21))).isEqualTo(new Counts(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> held.atStartOf(ONE, START.minusNanos(1_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> held.atStartOf(TWO, START));
    }
}
