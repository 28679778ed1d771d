package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rules B4 to B7 from the front door, and the run itself. */
class BillingRunStoryTest {

    private record Charge(String reference, Money amount, Instant happenedAt) {}

    @Test
    void B4_aTrialEndsAtTheStartOfTheDayInTheAccountsZone() {
        Story story = Story.withBalance("100.00");
        story.clock.set(Instant.parse("2026-02-14T04:59:59.999999Z"));
        assertThat(story.billing.run().paid()).isZero();
        story.clock.set(Instant.parse("2026-02-14T05:00:00Z"));
        assertThat(story.billing.run().paid()).isEqualTo(1);
        assertThat(story.snapshot().subscriptions().get(0).nextDue()).isEqualTo("2026-03-14T04:00:00Z");
    }

    @Test
    void B4_anOrganizationAddedOnThe31stIsDueOnThe28thAndThenOnThe31st() {
        Story story = Story.withBalance("500.00");
        OrganizationId services =
                story.you.addOrganization("Services", "standard").id();
        story.clock.set(Instant.parse("2026-05-01T12:00:00Z"));
        story.billing.run();

        assertThat(story.entries().stream()
                        .filter(one ->
                                one.organization().filter(services::equals).isPresent())
                        .map(LedgerEntry::happenedAt))
                .containsExactly(
                        Instant.parse("2026-01-31T15:00:00Z"),
                        Instant.parse("2026-02-28T05:00:00Z"),
                        Instant.parse("2026-03-31T04:00:00Z"),
                        Instant.parse("2026-04-30T04:00:00Z"));
    }

    @Test
    void B5_aPeriodCostsWhatWasInForceAndHeldAtItsStartHoweverLateItIsCharged() {
        Story story = Story.withBalance("500.00");
        Instant start = Instant.parse("2026-02-14T05:00:00Z");
        hold(story, HoldingKind.EXTENSION, 2, start.minusSeconds(1));
        hold(story, HoldingKind.PHONE_NUMBER, 3, start.minusSeconds(1));
        hold(story, HoldingKind.EXTENSION, 10, start);
        hold(story, HoldingKind.PHONE_NUMBER, -3, start.plusSeconds(1));
        story.put(story.plans
                .get(new com.phoneunite.organization.PlanName("standard"))
                .repricedFrom(start.plusNanos(1_000))
                .monthly(usd("99.00")));
        story.clock.set(Instant.parse("2026-03-14T03:59:59Z"));
        story.billing.run();
        assertThat(charges(story)).extracting(Charge::amount).containsExactly(usd("-33.00"));

        story.clock.set(Instant.parse("2026-03-20T00:00:00Z"));
        story.billing.run();
        assertThat(charges(story)).extracting(Charge::amount).containsExactly(usd("-33.00"), usd("-159.00"));
    }

    @Test
    void B5_aPeriodIsChargedAtMostOnceHoweverOftenTheRunRuns() {
        Story story = Story.withBalance("500.00");
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        AccountSnapshot before = story.snapshot();

        for (int i = 0; i < 3; i++) {
            assertThat(story.billing.run()).isEqualTo(result(0, 0));
        }
        story.recharge("more", "1.00");
        assertThat(charges(story)).hasSize(1);
        assertThat(before.entries()).hasSize(2);
    }

    @Test
    void B6_threeMonthlyRunsMakeTheChargesOfOneLateRun() {
        Story monthly = Story.withBalance("500.00");
        Story late = Story.withBalance("500.00");
        monthly.you.addOrganization("Services", "small");
        late.you.addOrganization("Services", "small");
        for (String day : List.of("2026-02-20", "2026-03-20", "2026-04-20")) {
            monthly.clock.set(Instant.parse(day + "T12:00:00Z"));
            monthly.billing.run();
        }
        late.clock.set(Instant.parse("2026-04-20T12:00:00Z"));
        late.billing.run();

        assertThat(charges(late)).hasSize(6);
        assertThat(charges(late).stream().map(one -> general(late, one)))
                .isEqualTo(charges(monthly).stream()
                        .map(one -> general(monthly, one))
                        .toList());
        assertThat(late.balance()).isEqualTo(monthly.balance());
    }

    @Test
    void X2_aClockSetBackChargesNothingAndMovesNothingBack() {
        Story story = Story.withBalance("500.00");
        story.clock.advance(Duration.ofDays(100));
        story.billing.run();
        AccountSnapshot before = story.snapshot();
        story.clock.advance(Duration.ofDays(-200));

        assertThat(story.billing.run().accounts()).isZero();
        assertThat(story.snapshot()).isEqualTo(before);
        story.use(story.first(), "call", "1.00");
        LedgerEntry last = story.entries().get(story.entries().size() - 1);
        assertThat(last.recordedAt())
                .isEqualTo(before.entries().get(before.entries().size() - 1).recordedAt());
        story.snapshot().verify();
    }

    @Test
    void B7_whatIsNotCoveredIsPastDueAndTheOthersAreNotTouched() {
        Story story = Story.withBalance("28.00");
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        story.clock.set(Instant.parse("2026-02-28T12:00:00Z"));
        BillingRun.Result result = story.billing.run();

        // 21.00 pay the trial's end on the 14th; 1.00 is left for the 7.00 of the 28th.
        assertThat(result.paid()).isEqualTo(1);
        assertThat(result.pastDue()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.stateOf(small)).isEqualTo(OrganizationState.PAST_DUE);
        assertThat(story.balance()).isEqualTo(usd("1.00"));
    }

    @Test
    void B6_anAccountThatIsPastDueIsChargedForEachMissedMonthByTheNextCredit() {
        Story story = Story.withBalance("20.01");
        story.clock.set(Instant.parse("2026-03-14T12:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.clock.set(Instant.parse("2026-05-14T12:00:00Z"));
        story.recharge("late", "60.00");

        assertThat(charges(story)).hasSize(4);
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void B6_anAccountThatCannotBeBilledDoesNotStopTheOthers() {
        Story story = Story.withBalance("100.00");
        story.put(BillingPlan.named("doomed").monthly(usd("1.00")));
        Account poison = story.phoneUnite.openAccount(Story.opening().on("doomed"));
        Account healthy = story.phoneUnite.openAccount(Story.opening().on("free"));
        story.vanish("doomed");
        story.clock.advance(Duration.ofDays(20));
        AccountSnapshot before = AccountSnapshot.of(story.store, poison.id());

        BillingRun.Result result = story.billing.run();
        assertThat(result).isEqualTo(result(3, 2, poison.id()));
        assertThat(AccountSnapshot.of(story.store, poison.id())).isEqualTo(before);
        assertThat(AccountSnapshot.of(story.store, healthy.id())
                        .organizations()
                        .get(0)
                        .state())
                .isEqualTo(OrganizationState.ACTIVE);

        story.put(BillingPlan.named("doomed").monthly(usd("0.00")));
        story.clock.advance(Duration.ofMinutes(1));
        assertThat(story.billing.run()).isEqualTo(result(1, 1));
    }

    @Test
    void B6_moreAccountsThanOneBatchAreAllLookedAt() {
        Story story = Story.withBalance("100.00");
        for (int i = 0; i < 250; i++) {
            story.phoneUnite.openAccount(Story.opening().on("free"));
        }
        story.clock.advance(Duration.ofDays(20));

        assertThat(story.billing.run()).isEqualTo(result(251, 251));
    }

    @Test
    void B6_theRunCanBeInterrupted() {
        Story story = Story.withBalance("100.00");
        story.clock.advance(Duration.ofDays(20));
        AccountSnapshot before = story.snapshot();
        Thread.currentThread().interrupt();
        BillingRun.Result result = story.billing.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.complete()).isFalse();
        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(story.billing.run().paid()).isEqualTo(1);
    }

    @Test
    void B6_theRunInsideAUnitOfWorkIsAFault() {
        Story story = Story.withBalance("100.00");
        story.clock.advance(Duration.ofDays(20));
        AccountSnapshot before = story.snapshot();

        assertThatThrownBy(() -> story.store.core().unitOfWork().change(story.id(), story.billing::run))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    private static BillingRun.Result result(int accounts, int paid, AccountId... failed) {
        BillingRun.Progress done = new BillingRun.Progress(accounts, paid, 0, 0, 0, 0, failed.length);
        return new BillingRun.Result(done, List.of(failed), 0, true);
    }

    private static void hold(Story story, HoldingKind kind, int difference, Instant at) {
        story.store.core().unitOfWork().change(story.id(), () -> {
            new Holdings(story.store.core().holdings())
                    .change(
                            new Change(story.id(), Actor.system(), at),
                            story.store
                                    .core()
                                    .organizations()
                                    .list(story.id(), -1, 1)
                                    .get(0)
                                    .id(),
                            kind,
                            difference);
            return true;
        });
    }

    private static List<Charge> charges(Story story) {
        return story.entries().stream()
                .filter(one -> one.kind() == EntryKind.PERIOD)
                .map(one -> new Charge(one.reference(), one.amount(), one.happenedAt()))
                .toList();
    }

    /** The charge with the organization's place instead of its id, which differs from story to story. */
    private static Charge general(Story story, Charge charge) {
        String reference = charge.reference();
        for (var organization : story.organizations()) {
            reference = reference.replace(organization.id().toString(), "#" + organization.ordinal());
        }
        return new Charge(reference, charge.amount(), charge.happenedAt());
    }

    @Test
    void X2_whatWasFoundPastDueByAClockThatRanAheadIsChargedWhenItsDayComes() {
        Story story = Story.withCard();
        story.clock.advance(Duration.ofDays(365));
        story.billing.run();
        story.clock.advance(Duration.ofDays(-365));
        story.recharge("first", "100.00");

        story.clock.set(Instant.parse("2026-02-20T12:00:00Z"));
        story.billing.run();

        assertThat(story.balance()).isEqualTo(usd("80.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void B11_aPlanThatVanishedHidesNeitherTheBalanceNorTheOtherOrganizations() {
        Story story = Story.withBalance("50.00");
        story.you.addOrganization("Second", "small");
        story.vanish("standard");

        BillingPage page = story.mine().page();
        assertThat(page.account().orElseThrow().balance()).isEqualTo(usd("43.00"));
        assertThat(page.organizations().items())
                .extracting(BillingPage.Line::nextAmount)
                .containsExactly(Optional.empty(), Optional.of(usd("7.00")));
    }
}
