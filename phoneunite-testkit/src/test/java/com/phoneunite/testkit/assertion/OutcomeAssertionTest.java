package com.phoneunite.testkit.assertion;

import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThat;
import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThatEvents;
import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThatState;
import static com.phoneunite.testkit.assertion.Wrong.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.UserSession;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OutcomeAssertionTest {

    private static final RechargeOutcome STEP = new RechargeOutcome.ActionRequired("https://bank.example/?secret=1");

    private final PhoneUniteFixture fixture = PhoneUniteFixture.given()
            .on("2026-01-31")
            .balance("USD 100.00")
            .organization("Second")
            .ready();

    @Test
    void P6_everyOutcomeOfARechargeIsToldApart() {
        Map<RechargeOutcome, ThrowingCallable> right = outcomes();
        right.forEach((outcome, assertion) -> assertThat(catchThrowable(assertion))
                .as("%s", Words.of(outcome))
                .isNull());
        says(
                "expected a recharge that is unresolved, but it was declined, NEVER_WITH_THIS_CARD",
                () -> assertThat(new RechargeOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD))
                        .isUnresolved());
        says(
                "expected a recharge that succeeded with USD 5.00, but it succeeded with USD 4.00",
                () -> assertThat(new RechargeOutcome.Succeeded(Money.parse("USD 4.00")))
                        .succeededWith("USD 5.00"));
        says(
                "expected a recharge that was declined, RETRY_LATER, but it is unresolved",
                () -> assertThat(new RechargeOutcome.Unresolved()).wasDeclined(DeclineReason.RETRY_LATER));
        says(
                "expected a recharge that waits for a step of the customer's, but it was cancelled",
                () -> assertThat(new RechargeOutcome.Cancelled()).waitsForTheCustomer());
        says(
                "expected a recharge that was never sent, but it needs review",
                () -> assertThat(new RechargeOutcome.NeedsReview(Optional.empty()))
                        .wasNeverSent());
        says(
                "expected a recharge that needs review, but it needs review, USD 1.00 captured",
                () -> assertThat(new RechargeOutcome.NeedsReview(Optional.of(Money.parse("USD 1.00"))))
                        .needsReview());
        says(
                "expected a recharge that needs review, USD 1.00 captured, but it was never sent",
                () -> assertThat(new RechargeOutcome.NotAttempted("no route: secret"))
                        .needsReviewOf("USD 1.00"));
    }

    private static Map<RechargeOutcome, ThrowingCallable> outcomes() {
        RechargeOutcome succeeded = new RechargeOutcome.Succeeded(Money.parse("USD 5.00"));
        RechargeOutcome declined = new RechargeOutcome.Declined(DeclineReason.RETRY_LATER);
        RechargeOutcome unresolved = new RechargeOutcome.Unresolved();
        RechargeOutcome neverSent = new RechargeOutcome.NotAttempted("no route");
        RechargeOutcome cancelled = new RechargeOutcome.Cancelled();
        RechargeOutcome review = new RechargeOutcome.NeedsReview(Optional.empty());
        RechargeOutcome parked = new RechargeOutcome.NeedsReview(Optional.of(Money.parse("USD 2.00")));
        return Map.of(
                succeeded, () -> assertThat(succeeded).succeededWith("USD 5.00"),
                declined, () -> assertThat(declined).wasDeclined(DeclineReason.RETRY_LATER),
                STEP, () -> assertThat(STEP).waitsForTheCustomer(),
                unresolved, () -> assertThat(unresolved).isUnresolved(),
                neverSent, () -> assertThat(neverSent).wasNeverSent(),
                cancelled, () -> assertThat(cancelled).wasCancelled(),
                review, () -> assertThat(review).needsReview(),
                parked, () -> assertThat(parked).needsReviewOf("USD 2.00"));
    }

    @Test
    void P2_noMessageTellsTheNextStepOfAPayment() {
        says(
                "expected a recharge that is unresolved, but it waits for a step of the customer's",
                () -> assertThat(STEP).isUnresolved());
        List<ThrowingCallable> wrong = List.of(
                () -> assertThat(STEP).isEqualTo(new RechargeOutcome.Unresolved()),
                () -> assertThat(new RechargeOutcome.Unresolved()).isEqualTo(STEP),
                () -> assertThat(STEP).isNull(),
                () -> assertThat(STEP).isIn(List.of(new RechargeOutcome.Unresolved())),
                () -> assertThat(STEP).matches(one -> false));
        assertThat(wrong)
                .allSatisfy(call -> assertThat(catchThrowable(call))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageNotContaining("secret"));
    }

    @Test
    void O6_aStateIsToldInWords() {
        assertThat(OrganizationState.TRIAL).isOnTrial().mayPlaceCalls();
        assertThat(OrganizationState.ACTIVE).isActive().mayPlaceCalls();
        assertThat(OrganizationState.PAST_DUE).isPastDue().mayPlaceCalls();
        assertThat(OrganizationState.SUSPENDED).isSuspended().mayNotPlaceCalls();
        assertThat(OrganizationState.CLOSED).isClosed().mayNotPlaceCalls();
        says(
                "expected the organization to be past due, but it is suspended",
                () -> assertThat(OrganizationState.SUSPENDED).isPastDue());
        says(
                "expected the organization to be on trial, but it is past due",
                () -> assertThat(OrganizationState.PAST_DUE).isOnTrial());
        says(
                "expected the organization to be closed, but it is on trial",
                () -> assertThat(OrganizationState.TRIAL).isClosed());
        says(
                "expected the organization to place no calls, but it is active",
                () -> assertThat(OrganizationState.ACTIVE).mayNotPlaceCalls());
        Organization second = fixture.organizations().get(1);
        assertThatState(second).isActive();
        says(
                "expected Second to be suspended, but it is active",
                () -> assertThatState(second).isSuspended());
        says(
                "expected Second to be active, but it is closed",
                () -> assertThatState(second.become(OrganizationState.CLOSED)).isActive());
        says(
                "expected the organization to be able to place calls, but it is closed",
                () -> assertThat(OrganizationState.CLOSED).mayPlaceCalls());
    }

    @Test
    void B11_aBillingPageIsToldLineByLine() {
        BillingPage page = fixture.mine().page();
        assertThat(page)
                .showsExactly("First, LLC", "Second")
                .showsBalance("USD 100.00")
                .showsArrears("USD 0.00")
                .showsCard("Visa", "4242")
                .organization("Second")
                .isOnPlan("standard")
                .isDueOn("2026-02-28")
                .costs("USD 20.00")
                .hasSpent("USD 20.00")
                .state()
                .isActive();
        says(
                "expected a page that shows [Second], but it shows [First, LLC, Second]",
                () -> assertThat(page).showsExactly("Second"));
        says(
                "expected a page that shows Third, but it shows [First, LLC, Second]",
                () -> assertThat(page).organization("Third"));
        says(
                "expected a balance of USD 1.00, but it is USD 100.00",
                () -> assertThat(page).showsBalance("USD 1.00"));
        says(
                "expected arrears of USD 1.00, but they are USD 0.00",
                () -> assertThat(page).showsArrears("USD 1.00"));
        says(
                "expected the card Visa 0002, but it is Visa 4242",
                () -> assertThat(page).showsCard("Visa", "0002"));
        says(
                "expected no card on file, but it is Visa 4242",
                () -> assertThat(page).showsNoCard());
        says(
                "expected a page without the account's money (A2), but it shows the balance",
                () -> assertThat(page).showsNothingOfTheAccount());
        BillingLineAssert second = assertThat(page).organization("Second");
        says("expected Second to be on gold, but it is on standard", () -> second.isOnPlan("gold"));
        says(
                "expected Second to be due on 2026-03-01, but it is due on 2026-02-28",
                () -> second.isDueOn("2026-03-01"));
        says("expected Second to cost USD 21.00, but it costs USD 20.00", () -> second.costs("USD 21.00"));
        says(
                "expected Second to have spent USD 0.00 this month, but it has spent USD 20.00",
                () -> second.hasSpent("USD 0.00"));
        says(
                "expected Second to be past due, but it is active",
                () -> second.state().isPastDue());
    }

    @Test
    void A2_thePageOfAnAdministratorShowsNothingOfTheAccount() {
        UserRef administrator = fixture.phoneUnite()
                .acceptInvitation(
                        fixture.workspace("Second")
                                .invitations()
                                .inviteAdministrator("a@example.com")
                                .token()
                                .reveal(),
                        "a@example.com");
        UserSession session = fixture.phoneUnite().signIn(administrator);
        BillingPage page = fixture.billing().of(session).page();
        assertThat(page).showsNothingOfTheAccount().showsExactly("Second");
        says(
                "expected the page of an owner (A2), but it shows nothing of the account",
                () -> assertThat(page).showsBalance("USD 100.00"));
        BillingPage ofNobody = PhoneUniteFixture.given().ready().mine().page();
        assertThat(ofNobody).showsNoCard();
        says(
                "expected the card Visa 4242, but it is none",
                () -> assertThat(ofNobody).showsCard("Visa", "4242"));
    }

    @Test
    void X3_eventsAreToldByKindPlaceAndOrganization() {
        List<RecordedEvent> handled = new ArrayList<>();
        fixture.phoneUnite()
                .dispatcher(handled::add, fixture.billing().events())
                .run();
        OrganizationId second = fixture.organization("Second");
        List<RecordedEvent> added = handled.stream()
                .filter(one -> one.event().type().equals("organization.added"))
                .toList();
        assertThatEvents(handled).areInOrder().contain("ledger.posted").doNotContain("account.closed");
        assertThatEvents(added).areExactly("organization.added", "organization.added");
        assertThatEvents(added.subList(1, 2)).areAllAbout(second);
        String there = "but there are:\n  organization.added\n  organization.added";
        says(
                "expected these events:\n  account.opened\n, " + there,
                () -> assertThatEvents(added).areExactly("account.opened"));
        says(
                "expected an event account.closed, " + there,
                () -> assertThatEvents(added).contain("account.closed"));
        says(
                "expected no event organization.added, " + there,
                () -> assertThatEvents(added).doNotContain("organization.added"));
        says(
                "expected events about organization " + second
                        + " alone (I5), but these are not:\n  organization.added",
                () -> assertThatEvents(added).areAllAbout(second));
        long position = added.get(0).position();
        says(
                "expected events in order, each once (X3), but position " + position + " comes after " + position,
                () -> assertThatEvents(List.of(added.get(0), added.get(0))).areInOrder());
    }

    @Test
    void B6_whatARunDidIsTold() {
        fixture.clock().set(java.time.Instant.parse("2026-02-14T17:00:00Z"));
        BillingRun.Result result = fixture.billing().run();
        assertThat(result).wentThrough().paid(1).leftPastDue(0).suspended(0);
        says(
                "expected a run that paid 2 periods, but it paid 1",
                () -> assertThat(result).paid(2));
        says(
                "expected a run that left 1 organizations past due, but it left 0",
                () -> assertThat(result).leftPastDue(1));
        says(
                "expected a run that suspended 1 organizations, but it suspended 0",
                () -> assertThat(result).suspended(1));
        BillingRun.Result stopped = new BillingRun.Result(result.done(), List.of(), 0, false);
        says(
                "expected a run that went through, but it was interrupted",
                () -> assertThat(stopped).wentThrough());
        BillingRun.Result failed =
                new BillingRun.Result(result.done(), List.of(fixture.account().id()), 0, true);
        says(
                "expected a run that went through, but these accounts failed: ["
                        + fixture.account().id() + "]",
                () -> assertThat(failed).wentThrough());
    }

    @Test
    void P8_theGatewaysBookIsToldApartFromItsAnswers() {
        fixture.gateway().next(Fault.DECLINED_CUSTOMER_MUST_ACT);
        assertThat(fixture.mine().recharge("more", Money.parse("USD 5.00")))
                .wasDeclined(DeclineReason.CUSTOMER_MUST_ACT);
    }
}
