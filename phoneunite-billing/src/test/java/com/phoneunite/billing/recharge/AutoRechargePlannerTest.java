package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.cycle.Owed;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.recharge.AutoRechargePlanner.Left;
import com.phoneunite.billing.recharge.AutoRechargePlanner.Plan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AutoRechargePlannerTest {

    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
    private static final PaymentToken CARD = PaymentToken.of("tok_visa");
    private static final long MOST = Attempts.MAX_BALANCE_MINOR;

    private final BillingStore store = BillingStore.in(InMemoryStore.create());
    private final AutoRechargeBook book =
            new AutoRechargeBook(store.core().outbox(), store.autoRecharges(), store.recharges());
    private final AutoRechargePlanner planner =
            new AutoRechargePlanner(store.core(), store.recharges(), book, GatewayCapabilities.NONE);

    private final Account account = Account.open(
            ACCOUNT, new UserId(new UUID(3, 1)), new CountryCode("US"), ZoneId.of("America/New_York"), USD, NOON);

    AutoRechargePlannerTest() {
        set(TO_FIFTY);
        keep(() -> store.core().accounts().save(account));
        keep(() -> store.recharges().saveCard(ACCOUNT, Optional.of(CARD)));
    }

    @Test
    void P4_aBalanceStrictlyBelowTheThresholdIsTold() {
        assertThat(below(999)).isTrue();
        assertThat(below(1_000)).isFalse();
        keep(() -> store.autoRecharges().save(AutoRechargeStanding.off(ACCOUNT)));
        assertThat(below(0)).isFalse();
    }

    @Test
    void X5_noMoreIsRechargedThanOnePostingCarries() {
        set(AutoRecharge.below(cents(1)).upTo(cents(Posting.MAX_MINOR)).atMostPerMonth(cents(Posting.MAX_MINOR)));

        assertThat(plan(0, 0).intent())
                .hasValueSatisfying(one -> assertThat(one.amount()).isEqualTo(cents(Posting.MAX_MINOR)));
        assertThat(plan(0, 1).left()).contains(Left.TOO_LARGE);
    }

    @Test
    void X5_noMoreIsRechargedThanTheBalanceCanHold() {
        assertThat(plan(MOST - 5_000, MOST - 5_000).intent())
                .hasValueSatisfying(one -> assertThat(one.amount()).isEqualTo(cents(5_000)));
        assertThat(plan(MOST - 4_999, MOST - 4_999).left()).contains(Left.TOO_LARGE);
    }

    @Test
    void P4_usageThatWasRefusedIsLeftOutWhereItAloneIsTooMuch() {
        assertThat(refused(500, 0, 45_500).intent()).isPresent();
        assertThat(refused(500, 0, 45_500).leavesUsage()).isFalse();
        assertThat(refused(500, 0, 45_501).leavesUsage()).isTrue();
        for (long tooMuch : new long[] {60_000, Posting.MAX_MINOR}) {
            assertThat(refused(500, 0, tooMuch).leavesUsage()).isTrue();
            assertThat(refused(500, 0, tooMuch).intent())
                    .hasValueSatisfying(one -> assertThat(one.amount()).isEqualTo(cents(4_500)));
            assertThat(refused(2_000, 0, tooMuch).intent()).as("not needed").isEmpty();
            assertThat(refused(2_000, 0, tooMuch).left()).isNotEqualTo(Optional.of(Left.NOT_NEEDED));
            assertThat(refused(2_000, 0, tooMuch).leavesUsage()).isFalse();
        }
        assertThat(refused(0, 45_001, 1).left()).as("the rest is too much").contains(Left.CAP_REACHED);
        assertThat(refused(0, 45_001, 1).leavesUsage()).isFalse();
    }

    @Test
    void B11_whatIsForeseenInTheMonthCountsAgainstTheCap() {
        assertThat(foreseeing(45_000).intent()).isPresent();
        assertThat(foreseeing(45_001).left()).contains(Left.CAP_REACHED);
    }

    @Test
    void B11_whatWasForeseenBeforeCountsAgainstTheCapOfItsMonth() {
        set(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 99.99"));
        ForeseenRecharges foreseen = new ForeseenRecharges(planner, account);

        assertThat(added(foreseen, NOON)).isEqualTo(5_000);
        assertThat(added(foreseen, NOON.plusSeconds(1))).isZero();
        // In New York it is still January.
        assertThat(added(foreseen, Instant.parse("2026-02-01T04:59:59Z"))).isZero();
        assertThat(added(foreseen, Instant.parse("2026-02-01T05:00:00Z"))).isEqualTo(5_000);
    }

    @Test
    void P5_nothingIsPlannedBesideAnAttemptThatIsUnresolvedOrInReview() {
        Recharge open = Recharge.recorded(
                Attempt.of(change(NOON), new IdempotencyKey("first"), RechargeKind.MANUAL, cents(100), CARD));
        keep(() -> store.recharges().save(open));
        assertThat(plan(0, 0).left()).contains(Left.UNRESOLVED);

        keep(() -> store.recharges().save(open.after(new PaymentOutcome.Succeeded(cents(50)), NOON)));
        assertThat(plan(0, 0).left()).contains(Left.IN_REVIEW);
    }

    @Test
    void O7_nothingIsPlannedForAnAccountThatIsClosedOrHasNoCard() {
        keep(() -> store.recharges().saveCard(ACCOUNT, Optional.empty()));
        assertThat(plan(0, 0).left()).contains(Left.NOTHING_TO_CHARGE);

        keep(() -> store.recharges().saveCard(ACCOUNT, Optional.of(CARD)));
        keep(() -> store.core().accounts().save(account.closed(NOON)));
        assertThat(plan(0, 0).left()).contains(Left.NOTHING_TO_CHARGE);
    }

    private void set(AutoRecharge setting) {
        keep(() -> store.autoRecharges().save(AutoRechargeStanding.off(ACCOUNT).set(Optional.of(setting))));
    }

    private void keep(Runnable work) {
        store.core().unitOfWork().execute(ACCOUNT, work);
    }

    private boolean below(long balance) {
        return store.core().unitOfWork().view(ACCOUNT, () -> planner.isBelowThreshold(ACCOUNT, balance));
    }

    private Plan plan(long balance, long due) {
        return store.core()
                .unitOfWork()
                .view(ACCOUNT, () -> planner.plan(ACCOUNT, new Owed(balance, due, 0, 0), 0, NOON));
    }

    private Plan refused(long balance, long due, long usage) {
        return store.core()
                .unitOfWork()
                .view(ACCOUNT, () -> planner.plan(ACCOUNT, new Owed(balance, due, 0, usage), 0, NOON));
    }

    private long added(ForeseenRecharges foreseen, Instant at) {
        return store.core()
                .unitOfWork()
                .view(ACCOUNT, () -> foreseen.at(new Owed(0, 0, 0, 0), at).minor());
    }

    private Plan foreseeing(long minor) {
        return store.core()
                .unitOfWork()
                .view(ACCOUNT, () -> planner.plan(ACCOUNT, new Owed(0, 0, 0, 0), 0, NOON, month -> minor));
    }
}
