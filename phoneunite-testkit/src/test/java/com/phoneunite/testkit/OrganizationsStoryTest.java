package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.AddOrganization;
import com.phoneunite.Members;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.UserSession;
import com.phoneunite.account.Actor;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules A1, A3 and O3 to O6 where money has a say. */
class OrganizationsStoryTest {

    private static final Instant TRIAL_END = Instant.parse("2026-02-14T05:00:00Z");

    @Test
    void A1_openingOpensALedgerAtZeroAndATrial() {
        Story story = new Story();
        AccountSnapshot opened = story.snapshot();

        assertThat(story.balance()).isEqualTo(usd("0.00"));
        assertThat(opened.entries()).isEmpty();
        assertThat(opened.organizations()).hasSize(1);
        assertThat(opened.organizations().get(0).state()).isEqualTo(OrganizationState.TRIAL);
        assertThat(opened.organizations().get(0).trialEndsAt()).contains(TRIAL_END);
        assertThat(opened.due()).containsExactly(new DueAccount(TRIAL_END, story.id()));
        opened.verify();
    }

    @Test
    void A1_theSameKeyAnswersWithTheSameAccountAndOpensNoSecondLedger() {
        Story story = Story.withBalance("50.00");
        AccountSnapshot before = story.snapshot();

        assertThat(story.phoneUnite.openAccount(Story.opening().key("opened")).id())
                .isEqualTo(story.id());
        assertThat(story.snapshot()).isEqualTo(before);
        story.refused(
                "IDEMPOTENCY_KEY_REUSED",
                () -> story.phoneUnite.openAccount(Story.opening().key("opened").on("small")));
    }

    @Test
    void A3_aPlanInAnotherCurrencyIsRefusedAndNothingIsWritten() {
        Story story = Story.withBalance("50.00");
        int calls = story.gateway.calls();

        Story.refusal(
                "PLAN_CURRENCY_MISMATCH",
                () -> story.phoneUnite.openAccount(Story.opening().on("euro")));
        Story.refusal(
                "UNKNOWN_PLAN",
                () -> story.phoneUnite.openAccount(Story.opening().on("gold")));
        story.refused("PLAN_CURRENCY_MISMATCH", () -> story.you.addOrganization("Euro", "euro"));
        story.refused("UNKNOWN_PLAN", () -> story.you.addOrganization("Gold", "gold"));
        assertThat(story.gateway.calls()).isEqualTo(calls);
        assertThat(story.store.dueAccounts().list(Instant.MAX, Optional.empty(), 9))
                .hasSize(1);
    }

    @Test
    void O3_aFurtherOrganizationNeedsACardWhateverItCosts() {
        Story story = new Story();

        story.refused("PAYMENT_METHOD_REQUIRED", () -> story.you.addOrganization("Services", "standard"));
        story.refused("PAYMENT_METHOD_REQUIRED", () -> story.you.addOrganization("Services", "free"));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.you.addOrganization("Services", "free");
        assertThat(story.organizations()).hasSize(2);
    }

    @Test
    void O4_onlyTheFirstOrganizationEverHasATrial() {
        Story story = Story.withBalance("100.00");
        Organization services = story.you.addOrganization("Services", "standard");

        assertThat(services.trialEndsAt()).isEmpty();
        assertThat(services.state()).isEqualTo(OrganizationState.ACTIVE);
        UserId other = story.you.users().add("other@example.com").id();
        story.account = story.you.handOverTo(other);
        story.you = story.phoneUnite.signIn(story.account.owner());
        assertThat(story.you.addOrganization("More", "small").trialEndsAt()).isEmpty();
    }

    @Test
    void O5_theFirstMonthIsChargedInTheStepThatAdds() {
        Story story = Story.withBalance("100.00");
        Organization services = story.you.addOrganization("Services", "standard");

        assertThat(story.balance()).isEqualTo(usd("80.00"));
        LedgerEntry entry = story.entries().get(1);
        assertThat(entry.kind()).isEqualTo(EntryKind.PERIOD);
        assertThat(entry.organization()).contains(services.id());
        assertThat(entry.amount()).isEqualTo(usd("-20.00"));
        assertThat(entry.actor()).isEqualTo(Actor.user(story.you.user()));
        assertThat(entry.happenedAt()).isEqualTo(services.addedAt());
        assertThat(story.snapshot().administrations())
                .anySatisfy(one -> assertThat(one.organization()).isEqualTo(services.id()));
        story.snapshot().verify();
    }

    @ParameterizedTest
    @CsvSource({"20.00, 0.01", "19.99, 0.02", "0.01, 20.00", "5.00, 15.01"})
    void O5_aBalanceThatIsTooLowIsToldWhatIsShort(String balance, String shortfall) {
        Story story = Story.withBalance(balance);

        assertThat(story.refused("BALANCE_TOO_LOW", () -> story.you.addOrganization("Services", "standard"))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd(shortfall));
        story.recharge("more", shortfall);
        story.you.addOrganization("Services", "standard");
        assertThat(story.balance()).isEqualTo(usd("0.01"));
    }

    @Test
    void O5_aFreePlanIsAddedFromAnEmptyBalanceAndPostsNothing() {
        Story story = Story.withCard();
        Organization free = story.you.addOrganization("Free", "free");

        assertThat(free.state()).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.entries()).isEmpty();
        assertThat(story.snapshot().events())
                .extracting(one -> one.event().type())
                .contains("billing.free_period_paid");
    }

    @Test
    void O5_whatIsDueIsSettledFirst() {
        Story story = Story.withBalance("30.00");
        story.clock.set(TRIAL_END);

        assertThat(story.refused("BALANCE_TOO_LOW", () -> story.you.addOrganization("Services", "standard"))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd("10.01"));
        story.you.addOrganization("Small", "small");
        assertThat(story.entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("30.00"), usd("-20.00"), usd("-7.00"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void O5_nothingIsAddedWhileSomethingIsPastDueEvenBeforeTheShortageIsRecorded() {
        Story story = Story.withBalance("35.00");
        story.clock.set(TRIAL_END);
        story.billing.run();
        story.clock.set(Instant.parse("2026-03-14T12:00:00Z"));

        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Small", "small"));
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Small", "small"));
        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Free", "free"));
        story.clock.advance(Duration.ofDays(-30));
        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Small", "small"));
    }

    @Test
    void O5_whatIsSuspendedIsNotPastDueWhetherARunCameByOrNot() {
        for (boolean run : new boolean[] {true, false}) {
            Story story = Story.withBalance("15.00");
            story.clock.set(TRIAL_END);
            if (run) {
                story.billing.run();
            }
            story.you.addOrganization("Small", "small");
            assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
            assertThat(story.balance()).isEqualTo(usd("8.00"));
        }
    }

    @Test
    void O5_whileARechargeIsUnresolvedNobodyKnowsWhetherTheBalanceIsTooLow() {
        Story story = Story.withBalance("10.00");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("open", "50.00");

        assertThat(story.refused("RECHARGE_UNRESOLVED", () -> story.you.addOrganization("Services", "standard"))
                        .refusal()
                        .facts())
                .containsEntry("key", "open");
        story.you.addOrganization("Small", "small");
        story.recharge("open", "50.00");
        story.you.addOrganization("Services", "standard");
        assertThat(story.balance()).isEqualTo(usd("33.00"));
    }

    @Test
    void O5_aKeyedAdditionRepeatedChargesOnce() {
        Story story = Story.withBalance("100.00");
        AddOrganization request =
                AddOrganization.named("Services").on("standard").key("add");
        Organization added = story.you.addOrganization(request);
        AccountSnapshot before = story.snapshot();
        story.clock.advance(Duration.ofDays(40));

        assertThat(story.you.addOrganization(request)).isEqualTo(added);
        assertThat(story.snapshot()).isEqualTo(before);
        story.refused("IDEMPOTENCY_KEY_REUSED", () -> story.you.addOrganization(request.on("small")));
        story.refused("ORGANIZATION_NAME_TAKEN", () -> story.you.addOrganization(request.key("other")));
    }

    @Test
    void O6_theStoryGoesThroughAllStatesAndBackToActive() {
        Story story = Story.withCard();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.TRIAL);
        story.clock.set(TRIAL_END.minusNanos(1_000));
        assertThat(story.billing.run().accounts()).isZero();
        story.clock.set(TRIAL_END);
        assertThat(story.billing.run().done().suspended()).isEqualTo(1);
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.SUSPENDED);
        story.recharge("enough", "20.01");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.balance()).isEqualTo(usd("0.01"));
        story.clock.set(Instant.parse("2026-03-14T04:00:00Z"));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.PAST_DUE);
        story.recharge("again", "100.00");
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        story.snapshot().verify();
    }

    @Test
    void O6_aTrialThatIsPaidAtItsEndBecomesActiveAtOnce() {
        Story story = Story.withBalance("50.00");
        story.clock.set(TRIAL_END);
        story.billing.run();

        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.entries().get(1).happenedAt()).isEqualTo(TRIAL_END);
        assertThat(story.entries().get(1).actor()).isEqualTo(Actor.system());
    }

    @Test
    void O7_closingChargesWhatIsDueAndCoveredAndNothingAfterwards() {
        Story story = Story.withBalance("100.00");
        Organization second = story.you.addOrganization("Second", "small");
        story.clock.advance(Duration.ofDays(40));

        story.you.closeOrganization(second.id());
        assertThat(story.balance()).isEqualTo(usd("66.00"));
        story.clock.advance(Duration.ofDays(60));
        story.billing.run();

        assertThat(story.entries().stream().filter(entry -> entry.organization().equals(Optional.of(second.id()))))
                .hasSize(2);
        assertThat(story.balance()).isEqualTo(usd("26.00"));
        story.snapshot().verify();
    }

    @Test
    void O7_closingLetsWhatIsNotCoveredLapseAndUnblocksTheAccount() {
        Story story = Story.withBalance("51.00");
        Organization second = story.you.addOrganization("Second", "standard");
        story.clock.advance(Duration.ofDays(40));
        story.billing.run();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.ACTIVE);
        assertThat(story.stateOf(second.id())).isEqualTo(OrganizationState.PAST_DUE);
        story.refused("ACCOUNT_PAST_DUE", () -> story.you.addOrganization("Third", "small"));

        story.you.closeOrganization(second.id());

        assertThat(story.balance()).isEqualTo(usd("11.00"));
        assertThat(story.you.addOrganization("Third", "small").state()).isEqualTo(OrganizationState.ACTIVE);
        story.snapshot().verify();
    }

    @Test
    void P3_theCardIsRemovedOnceNoFurtherOrganizationIsOpen() {
        Story story = Story.withBalance("100.00");
        Organization second = story.you.addOrganization("Second", "small");
        story.refused("PAYMENT_METHOD_IN_USE", () -> story.mine().removePaymentMethod());
        story.you.closeOrganization(second.id());
        story.mine().removePaymentMethod();
        assertThat(story.you.account().paymentMethod()).isEmpty();
    }

    @Test
    void B1_allOrganizationsOfAnAccountArePaidFromItsOneBalance() {
        Story story = Story.withBalance("100.00");
        Organization second = story.you.addOrganization("Second", "small");
        Organization third = story.you.addOrganization("Third", "standard");
        story.clock.advance(Duration.ofDays(15));
        story.billing.run();

        assertThat(story.entries().stream().filter(entry -> entry.kind() == EntryKind.PERIOD))
                .extracting(entry -> entry.organization().orElseThrow())
                .containsExactly(second.id(), third.id(), story.first());
        assertThat(story.balance()).isEqualTo(usd("53.00"));
    }

    @Test
    void B5_extensionsHeldAtThePeriodsStartAreChargedThenAndLaterOnesWithTheNext() {
        Story story = Story.withBalance("100.00");
        Members members = story.you.switchTo(story.first()).members();
        members.add(story.you.user(), "101");
        story.clock.set(Instant.parse("2026-02-14T05:00:00Z"));
        members.add(story.you.users().add("ann@example.com").id(), "102");
        story.clock.advance(Duration.ofDays(20));

        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("75.00"));
        members.remove(story.you.user());
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void X2_recordedTimesNeverDecreaseInTheOneOrderOfEntriesAndEvents() throws Exception {
        Story story = Story.withBalance("100.00");
        story.you.addOrganization("Second", "small");
        story.clock.advance(Duration.ofDays(-3));
        story.use(story.first(), "call", "1.00");
        story.you.renameOrganization(story.first(), "Another");
        story.clock.advance(Duration.ofDays(1));
        story.use(story.first(), "call-2", "1.00");

        List<RecordedEvent> all = new ArrayList<>();
        story.phoneUnite.dispatcher(all::add, story.billing.events()).run();

        assertThat(all).extracting(RecordedEvent::position).isSorted().doesNotHaveDuplicates();
        assertThat(all.get(all.size() - 1).position()).isEqualTo(all.size());
        assertThat(all).extracting(RecordedEvent::at).isSorted();
        assertThat(all).extracting(event -> event.event().type()).contains("ledger.posted", "organization.renamed");
    }

    @Test
    void I4_aPageTellsNothingOfOrganizationsThatAreNotInIt() {
        Story one = Story.withBalance("500.00");
        Story other = Story.withBalance("500.00");
        for (Story story : List.of(one, other)) {
            OrganizationId theirs = story.you.addOrganization("Theirs", "small").id();
            if (story == one) {
                for (int i = 0; i < 5; i++) {
                    story.you.addOrganization("Not theirs " + i, "small");
                }
            }
            story.clock.advance(Duration.ofDays(1));
            OrganizationId more =
                    story.you.addOrganization("Theirs too", "small").id();
            UserId user = story.you.users().add("admin@example.com").id();
            story.you.switchTo(theirs).administrators().add(user);
            story.you.switchTo(more).administrators().add(user);
        }
        assertThat(shapeOfPages(one)).isEqualTo(shapeOfPages(other));
    }

    private static List<String> shapeOfPages(Story story) {
        User user = story.you.users().list(PageRequest.first(9)).items().get(1);
        UserSession session = story.phoneUnite.signIn(user.ref());
        List<String> seen = new ArrayList<>();
        PageRequest request = PageRequest.first(1);
        while (true) {
            Page<OrganizationSummary> page = session.organizations(request);
            String billing = story.billing
                    .of(session)
                    .page(request)
                    .organizations()
                    .next()
                    .toString();
            seen.add((page + billing).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "an id"));
            if (page.next().isEmpty()) {
                return seen;
            }
            request = request.after(page.next().get());
        }
    }
}
