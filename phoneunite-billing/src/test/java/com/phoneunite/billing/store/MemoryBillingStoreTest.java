package com.phoneunite.billing.store;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.Examples.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MemoryBillingStoreTest {

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    private final InMemoryStore core = InMemoryStore.create();
    private final BillingStore store = BillingStore.in(core);

    @Test
    void X1_billingsPartOfAStoreIsTheSameEveryTime() {
        assertThat(BillingStore.in(core)).isSameAs(store);
        assertThat(store.core()).isSameAs(core);
        assertThat(BillingStore.in(InMemoryStore.create())).isNotSameAs(store);
    }

    @Test
    void X1_everyPortIsAFaultOutsideAUnitOfWork() {
        assertThatThrownBy(() -> store.ledger().head(ACCOUNT)).isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.ledger().list(ACCOUNT, 0, 1)).isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.ledger().post(posting(EntryKind.RECHARGE, 1, "r")))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.subscriptions().anyPastDue(ACCOUNT)).isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.dueAccounts().schedule(ACCOUNT, Optional.of(NOON)))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.recharges().card(ACCOUNT)).isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> store.recharges().findUnresolved(ACCOUNT)).isInstanceOf(UnitOfWorkFault.class);
    }

    @Test
    void X1_aViewCannotWrite() {
        change(() -> store.ledger().head(ACCOUNT));
        openLedger();

        assertThatThrownBy(() -> view(() -> store.ledger().post(posting(EntryKind.RECHARGE, 1, "r"))))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(() -> view(() -> {
                    store.recharges().saveCard(ACCOUNT, Optional.empty());
                    return true;
                }))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void B3_aLedgerIsOpenedOnceAndPostedToOnlyThen() {
        assertThatThrownBy(() -> change(() -> store.ledger().post(posting(EntryKind.RECHARGE, 1, "r"))))
                .isInstanceOf(PhoneUniteFault.class);
        openLedger();
        assertThatThrownBy(this::openLedger).isInstanceOf(PhoneUniteFault.class);
        assertThat(view(() -> store.ledger().head(ACCOUNT)).orElseThrow().balanceMinor())
                .isZero();
    }

    @Test
    void X1_whatIsTakenBackWasNeverPosted() {
        openLedger();
        change(() -> store.ledger().post(posting(EntryKind.RECHARGE, 100, "r")));
        List<LedgerEntry> before = entries();

        assertThatThrownBy(() -> change(() -> {
                    store.ledger().post(posting(EntryKind.USAGE, 10, "call"));
                    store.subscriptions().save(subscription(1, NOON, 0));
                    store.recharges().save(recharge("k", RechargeState.RECORDED));
                    store.recharges().saveCard(ACCOUNT, Optional.of(PaymentToken.of("tok")));
                    store.dueAccounts().schedule(ACCOUNT, Optional.of(NOON));
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");

        assertThat(entries()).isEqualTo(before);
        assertThat(view(() -> store.ledger().find(ACCOUNT, EntryKind.USAGE, "call")))
                .isEmpty();
        assertThat(view(() -> store.ledger().head(ACCOUNT)).orElseThrow().entries())
                .isEqualTo(1);
        assertThat(view(() -> store.subscriptions().find(ACCOUNT, organizationId(1))))
                .isEmpty();
        assertThat(view(() -> store.subscriptions().nextDue(ACCOUNT))).isEmpty();
        assertThat(view(() -> store.recharges().find(ACCOUNT, new IdempotencyKey("k"))))
                .isEmpty();
        assertThat(view(() -> store.recharges().card(ACCOUNT))).isEmpty();
        assertThat(store.dueAccounts().list(Instant.MAX, Optional.empty(), 10)).isEmpty();
        assertThat(change(() -> store.ledger().post(posting(EntryKind.USAGE, 10, "call")))
                        .fold(LedgerEntry::sequence, () -> 0L, refused -> -1L))
                .isEqualTo(2);
    }

    @Test
    void X1_aRowThatWasMovedComesBackWhenTheMoveIsTakenBack() {
        change(() -> {
            store.subscriptions().save(subscription(1, NOON, 0));
            return true;
        });

        assertThatThrownBy(() -> change(() -> {
                    store.subscriptions().save(subscription(1, NOON, 1));
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");

        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON))).containsExactly(subscription(1, NOON, 0));
        assertThat(view(() -> store.subscriptions().nextDue(ACCOUNT))).contains(NOON);
    }

    @Test
    void B3_entriesAreReadInPagesInTheirOrder() {
        openLedger();
        for (int i = 0; i < 7; i++) {
            String reference = "r" + i;
            change(() -> store.ledger().post(posting(EntryKind.RECHARGE, 1, reference)));
        }

        assertThat(view(() -> store.ledger().list(ACCOUNT, 3, 2)))
                .extracting(LedgerEntry::sequence)
                .containsExactly(4L, 5L);
        assertThat(view(() -> store.ledger().list(ACCOUNT, 7, 2))).isEmpty();
        assertThat(view(() -> store.ledger().list(ACCOUNT, Long.MAX_VALUE, 2))).isEmpty();
        assertThat(view(() -> store.ledger().list(ACCOUNT, -9, 500))).hasSize(7);
    }

    @Test
    void B3_aReferenceIsUniqueForItsKindOnly() {
        openLedger();
        change(() -> store.ledger().post(posting(EntryKind.RECHARGE, 100, "same")));
        change(() -> store.ledger().post(posting(EntryKind.USAGE, 10, "same")));

        assertThat(entries()).extracting(LedgerEntry::kind).containsExactly(EntryKind.RECHARGE, EntryKind.USAGE);
    }

    @Test
    void B7_duesComeOldestFirstPastDueOnesIncluded() {
        Subscription late = subscription(1, NOON.plusSeconds(30), 0);
        Subscription early = subscription(2, NOON.plusSeconds(10), 0);
        Subscription pastDue = pastDue(3, NOON.plusSeconds(20));
        for (Subscription one : List.of(late, early, pastDue)) {
            change(() -> {
                store.subscriptions().save(one);
                return true;
            });
        }

        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON.plusSeconds(30))))
                .containsExactly(early, pastDue, late);
        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON.plusSeconds(29))))
                .containsExactly(early, pastDue);
        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON))).isEmpty();
        assertThat(view(() -> store.subscriptions().nextDue(ACCOUNT))).contains(NOON.plusSeconds(10));
        assertThat(view(() -> store.subscriptions().anyPastDue(ACCOUNT))).isTrue();
    }

    @Test
    void B8_aSubscriptionThatIsPaidAgainIsNotPastDueAnyMore() {
        Subscription pastDue = pastDue(3, NOON);
        change(() -> {
            store.subscriptions().save(pastDue);
            store.subscriptions().save(subscription(3, NOON, 1));
            return true;
        });

        assertThat(view(() -> store.subscriptions().anyPastDue(ACCOUNT))).isFalse();
        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void B8_whatIsSuspendedIsNeitherDueNorPastDue() {
        Subscription suspended = subscription(4, NOON, 1, Optional.empty(), Optional.of(NOON));
        change(() -> {
            store.subscriptions().save(pastDue(4, NOON));
            store.subscriptions().save(suspended);
            return true;
        });

        assertThat(view(() -> store.subscriptions().suspended(ACCOUNT))).containsExactly(suspended);
        assertThat(view(() -> store.subscriptions().anyPastDue(ACCOUNT))).isFalse();
        assertThat(view(() -> store.subscriptions().nextGraceEnd(ACCOUNT))).isEmpty();
        assertThat(view(() -> store.subscriptions().nextDue(ACCOUNT))).isEmpty();
        assertThat(view(() -> store.subscriptions().due(ACCOUNT, NOON.plusSeconds(86_400L * 99))))
                .isEmpty();
    }

    @Test
    void B8_theFirstGraceToEndIsFoundWhicheverPeriodItBelongsTo() {
        change(() -> {
            store.subscriptions().save(pastDue(5, NOON.plusSeconds(10)));
            store.subscriptions().save(pastDue(6, NOON));
            return true;
        });

        assertThat(view(() -> store.subscriptions().nextGraceEnd(ACCOUNT))).contains(NOON.plusSeconds(60));
    }

    @Test
    void P11_whatIsLeftOfArrearsIsKeptInTheirOrderAndSummedUp() {
        Arrear late = new Arrear(ACCOUNT, "a", NOON.plusSeconds(1), 50, 50, 0);
        Arrear early = new Arrear(ACCOUNT, "b", NOON, 70, 70, 0);
        Arrear partly = new Arrear(ACCOUNT, "b", NOON, 70, 30, 1);
        Arrear paid = new Arrear(ACCOUNT, "a", NOON.plusSeconds(1), 50, 0, 1);
        change(() -> {
            store.arrears().save(late);
            store.arrears().save(early);
            return true;
        });
        assertThat(view(() -> store.arrears().open(ACCOUNT, 5))).containsExactly(early, late);
        assertThat(view(() -> store.arrears().openMinor(ACCOUNT))).isEqualTo(120);

        change(() -> {
            store.arrears().save(partly);
            store.arrears().save(paid);
            return true;
        });
        assertThat(view(() -> store.arrears().open(ACCOUNT, 5))).containsExactly(partly);
        assertThat(view(() -> store.arrears().openMinor(ACCOUNT))).isEqualTo(30);
        assertThat(view(() -> store.arrears().find(ACCOUNT, "a"))).contains(paid);
    }

    @Test
    void B10_theUsageRefusedLastIsKeptUntilItIsForgotten() {
        UsageNeed need = new UsageNeed(5, NOON);
        change(() -> {
            store.usageNeeds().save(ACCOUNT, Optional.of(need));
            return true;
        });
        assertThat(view(() -> store.usageNeeds().find(ACCOUNT))).contains(need);
        change(() -> {
            store.usageNeeds().save(ACCOUNT, Optional.empty());
            return true;
        });
        assertThat(view(() -> store.usageNeeds().find(ACCOUNT))).isEmpty();
    }

    @Test
    void B6_theDirectoryListsAnAccountOnceByItsLatestSchedule() {
        schedule(Optional.of(NOON));
        schedule(Optional.of(NOON.plusSeconds(5)));
        schedule(Optional.of(NOON.plusSeconds(5)));
        assertThat(directory()).containsExactly(new DueAccount(NOON.plusSeconds(5), ACCOUNT));

        change(() -> {
            store.dueAccounts().schedule(ACCOUNT, Optional.of(NOON));
            store.dueAccounts().schedule(ACCOUNT, Optional.empty());
            store.dueAccounts().schedule(ACCOUNT, Optional.of(NOON.plusSeconds(5)));
            return true;
        });
        assertThat(directory()).containsExactly(new DueAccount(NOON.plusSeconds(5), ACCOUNT));

        schedule(Optional.empty());
        assertThat(directory()).isEmpty();
    }

    @Test
    void B6_theDirectoryIsReadInPagesByDueAndAccount() {
        AccountId other = new AccountId(new UUID(1, 2));
        schedule(Optional.of(NOON));
        core.unitOfWork().change(other, () -> {
            store.dueAccounts().schedule(other, Optional.of(NOON));
            return true;
        });

        List<DueAccount> first = store.dueAccounts().list(NOON, Optional.empty(), 1);
        assertThat(first).containsExactly(new DueAccount(NOON, ACCOUNT));
        assertThat(store.dueAccounts().list(NOON, Optional.of(first.get(0)), 1))
                .containsExactly(new DueAccount(NOON, other));
        assertThat(store.dueAccounts().list(NOON.minusNanos(1_000), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void P5_anAccountNeverHasTwoUnresolvedAttempts() {
        change(() -> save(recharge("one", RechargeState.UNKNOWN)));
        assertThatThrownBy(() -> change(() -> save(recharge("two", RechargeState.RECORDED))))
                .isInstanceOf(PhoneUniteFault.class);
        assertThat(view(() -> store.recharges().find(ACCOUNT, new IdempotencyKey("two"))))
                .isEmpty();
        assertThat(view(() -> store.recharges().findUnresolved(ACCOUNT)))
                .map(one -> one.key().value())
                .contains("one");

        change(() -> save(recharge("one", RechargeState.PENDING)));
        change(() -> save(recharge("one", RechargeState.NOT_ATTEMPTED)));
        change(() -> save(recharge("two", RechargeState.RECORDED)));
        assertThat(view(() -> store.recharges().findUnresolved(ACCOUNT)))
                .map(one -> one.key().value())
                .contains("two");
    }

    private boolean save(Recharge recharge) {
        store.recharges().save(recharge);
        return true;
    }

    private void openLedger() {
        change(() -> {
            store.ledger().open(ACCOUNT, USD, NOON);
            return true;
        });
    }

    private void schedule(Optional<Instant> due) {
        change(() -> {
            store.dueAccounts().schedule(ACCOUNT, due);
            return true;
        });
    }

    private List<DueAccount> directory() {
        return store.dueAccounts().list(Instant.MAX, Optional.empty(), 10);
    }

    private List<LedgerEntry> entries() {
        return view(() -> store.ledger().list(ACCOUNT, 0, 100));
    }

    private <T> T change(Supplier<T> work) {
        return core.unitOfWork().change(ACCOUNT, work);
    }

    private <T> T view(Supplier<T> work) {
        return core.unitOfWork().view(ACCOUNT, work);
    }

    private static Subscription subscription(int ordinal, Instant due, int paid) {
        return subscription(ordinal, due, paid, Optional.empty(), Optional.empty());
    }

    private static Subscription pastDue(int ordinal, Instant due) {
        Shortage shortage = new Shortage(0, due, due.plusSeconds(60));
        return subscription(ordinal, due, 0, Optional.of(shortage), Optional.empty());
    }

    private static Subscription subscription(
            int ordinal, Instant due, int paid, Optional<Shortage> shortage, Optional<Instant> suspendedSince) {
        return new Subscription(
                ACCOUNT,
                organizationId(ordinal),
                UTC,
                PeriodAnchor.at(0, due, UTC),
                paid,
                Optional.empty(),
                shortage,
                suspendedSince,
                PlannedChanges.NONE);
    }

    private static Recharge recharge(String key, RechargeState state) {
        Attempt attempt = new Attempt(
                ACCOUNT,
                new IdempotencyKey(key),
                RechargeKind.MANUAL,
                cents(1),
                PaymentToken.of("tok"),
                com.phoneunite.account.Actor.system(),
                NOON);
        return new Recharge(
                attempt,
                state,
                1,
                NOON,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state.isUnresolved() ? Optional.of(NOON) : Optional.empty(),
                false,
                Optional.empty());
    }
}
