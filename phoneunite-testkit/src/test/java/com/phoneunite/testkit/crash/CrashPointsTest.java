package com.phoneunite.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.crash.CrashPoints.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rule X1: the crash points themselves. */
class CrashPointsTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private final InMemoryStore behind = InMemoryStore.create();
    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");

    private void openALedger(BillingStore store) {
        store.core()
                .unitOfWork()
                .execute(ACCOUNT, () -> store.ledger().open(ACCOUNT, CurrencyUnit.USD, clock.instant()));
    }

    private AccountId openAnAccount(Store store) {
        PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .clock(clock)
                .build();
        return phoneUnite
                .openAccount(OpenAccount.named("Product Experts, LLC")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard")
                        .key("first"))
                .id();
    }

    private boolean isThere() {
        BillingStore store = BillingStore.in(behind);
        return store.core()
                .unitOfWork()
                .view(ACCOUNT, () -> store.ledger().head(ACCOUNT).isPresent());
    }

    @Test
    void X1_thereIsAPointBeforeAndAfterEveryCallAndBeforeTheCommit() {
        CrashPoints points = CrashPoints.once();
        openALedger(points.over(BillingStore.in(behind)));

        assertThat(points.passed()).isEqualTo(5);
    }

    @Test
    void X1_whatIsCutBeforeTheCommitDidNotHappenAndAfterItIsKeptAndNotAcknowledged() {
        for (long cut = 0; cut < 5; cut++) {
            CrashPointsTest fresh = new CrashPointsTest();
            CrashPoints points = CrashPoints.once();
            BillingStore store = points.over(BillingStore.in(fresh.behind));
            points.crashAfter(cut);
            assertThatThrownBy(() -> fresh.openALedger(store)).isInstanceOf(Crash.class);
            assertThat(points.wasReached()).isTrue();
            assertThat(fresh.isThere()).as("cut at %d", cut).isEqualTo(cut == 4);
        }
    }

    @Test
    void X1_oneCallFailsAndTheNextOnesWork() {
        CrashPoints points = CrashPoints.once();
        BillingStore store = points.over(BillingStore.in(behind));
        points.crashAfter(0);
        assertThatThrownBy(() -> openALedger(store)).isInstanceOf(Crash.class);
        openALedger(store);

        assertThat(isThere()).isTrue();
    }

    @Test
    void X1_whatIsKilledStaysDeadUntilItIsStartedAgain() {
        CrashPoints points = CrashPoints.killing();
        BillingStore store = points.over(BillingStore.in(behind));
        points.crashAfter(2);
        assertThatThrownBy(() -> openALedger(store)).isInstanceOf(Crash.class);
        assertThatThrownBy(() -> openALedger(store)).isInstanceOf(Crash.class);
        assertThat(isThere()).isFalse();
        points.restart();
        openALedger(store);

        assertThat(isThere()).isTrue();
    }

    @Test
    void X1_whatIsCutIsFinishedByDoingItAgainWhereverItWasCut() {
        boolean wasCut = true;
        for (long cut = 0; wasCut; cut++) {
            InMemoryStore kept = InMemoryStore.create();
            CrashPoints points = CrashPoints.killing();
            Store store = points.over(kept);
            points.crashAfter(cut);
            try {
                openAnAccount(store); // the operation, under a key
            } catch (CrashPoints.Crash e) {
                points.restart();
                openAnAccount(store); // the same again, as a host does it
            }
            assertThat(kept.outbox().waiting(Optional.empty(), 2)).hasSize(1);
            wasCut = points.wasReached();
        }
    }

    @Test
    void X1_somethingElseComesInBetweenInsteadOfACrash() {
        CrashPoints points = CrashPoints.killing();
        BillingStore store = points.over(BillingStore.in(behind));
        List<Boolean> seen = new ArrayList<>();
        points.comesBetweenAfter(0, () -> seen.add(isThere()));
        openALedger(store);

        assertThat(seen).containsExactly(false);
        assertThat(points.wasReached()).isTrue();
        assertThat(isThere()).isTrue();
    }

    @Test
    void X1_aWatchedStoreWorksLikeTheOneBehindItAndEachPortIsTheSameEveryTime() {
        Store store = CrashPoints.once().over(behind);
        AccountId account = openAnAccount(store);

        assertThat(store.unitOfWork().view(account, () -> store.accounts().find(account)))
                .isEqualTo(behind.unitOfWork()
                        .view(account, () -> behind.accounts().find(account)))
                .isNotEqualTo(Optional.empty());
        assertThat(store.accounts()).isSameAs(store.accounts()).isEqualTo(store.accounts());
        assertThat(store.unitOfWork().isOpen()).isFalse();
    }
}
