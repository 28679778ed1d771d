package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rule O7 for whole accounts, from the front door. */
class ClosedAccountStoryTest {

    private static final Instant TRIAL_END = Instant.parse("2026-02-14T05:00:00Z");

    @Test
    void O7_closingAnAccountChargesWhatIsDueAndCoveredAndClosesAllOrganizations() {
        Story story = Story.withBalance("30.00");
        story.you.addOrganization("Second", "small");
        OrganizationId third = story.you.addOrganization("Third", "free").id();
        story.you.switchTo(third).phoneNumbers().add("+12025550123");
        story.you.switchTo(third).invitations().inviteAdministrator("one@example.com");
        story.clock.set(Instant.parse("2026-03-20T12:00:00Z"));

        Account closed = story.you.closeAccount();

        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.closedAt()).contains(story.clock.instant());
        assertThat(story.organizations())
                .hasSize(3)
                .extracting(Organization::state)
                .containsOnly(OrganizationState.CLOSED);
        assertThat(story.entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("30.00"), usd("-7.00"), usd("-20.00"));
        assertThat(story.balance()).isEqualTo(usd("3.00"));
        assertThat(story.snapshot().events())
                .last()
                .satisfies(one -> assertThat(one.event()).isEqualTo(new AccountEvent.Closed()));
        assertThat(story.snapshot().due()).isEmpty();
        story.clock.advance(Duration.ofDays(400));
        assertThat(story.billing.run().accounts()).isZero();
        story.snapshot().verify();
    }

    @Test
    void O7_aClosedAccountStaysAsItIs() {
        Story story = Story.withBalance("30.00");
        Account closed = story.you.closeAccount();
        var before = story.snapshot();
        story.clock.advance(Duration.ofDays(1));
        assertThat(story.you.closeAccount()).isEqualTo(closed);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void O7_aClosedAccountTakesNothingNewAndCanBeRead() {
        Story story = Story.withBalance("30.00");
        var user = story.you.users().add("other@example.com");
        OrganizationId first = story.first();
        story.you.closeAccount();

        story.refused("ACCOUNT_CLOSED", () -> story.you.addOrganization("Second", "small"));
        story.refused("ACCOUNT_CLOSED", () -> story.recharge("late", "5.00"));
        story.refused("ACCOUNT_CLOSED", () -> story.mine().putPaymentMethodOnFile("tok_mastercard"));
        story.refused("ACCOUNT_CLOSED", () -> story.you.users().add("new@example.com"));
        story.refused("ACCOUNT_CLOSED", () -> story.you.handOverTo(user.id()));
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.mine().changePlan(first, "small", PlanChange.NOW));
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.you.closeOrganization(first));
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.use(first, "call", "1.00"));
        assertThat(story.you.organizations().items()).isEmpty();
        assertThat(story.mine().balance()).isEqualTo(usd("30.00"));
        assertThat(story.mine().page().organizations().items()).isEmpty();
        story.mine().removePaymentMethod();
        assertThat(story.you.users().deactivate(user.id()).active()).isFalse();
    }

    @Test
    void O7_closingWaitsForAnUnresolvedAttempt() {
        Story story = Story.withBalance("30.00");
        story.gateway.next(Fault.FAIL_AFTER_CAPTURE);
        story.recharge("open", "10.00");

        assertThat(story.refused("RECHARGE_UNRESOLVED", story.you::closeAccount)
                        .refusal()
                        .facts())
                .containsEntry("key", "open");
        story.recharge("open", "10.00");
        story.you.closeAccount();
        assertThat(story.balance()).isEqualTo(usd("40.00"));
    }

    @Test
    void O7_anAttemptInReviewDoesNotKeepAnAccountOpen() {
        Story story = Story.withBalance("30.00");
        story.gateway.next(Fault.OTHER_AMOUNT);
        story.recharge("parked", "10.00");
        assertThat(story.you.closeAccount().isOpen()).isFalse();
    }

    @Test
    void O7_suspendedOrganizationsAreClosedToo() {
        Story story = Story.withCard();
        story.clock.set(TRIAL_END);
        story.billing.run();
        story.you.closeAccount();
        assertThat(story.stateOf(story.first())).isEqualTo(OrganizationState.CLOSED);
        assertThat(story.snapshot().suspended()).isEmpty();
        story.snapshot().verify();
    }

    @Test
    void A2_onlyTheOwnerClosesTheAccount() {
        Story story = Story.withBalance("30.00");
        var other = story.phoneUnite.signIn(
                story.you.users().add("other@example.com").ref());
        story.refused("OWNER_REQUIRED", other::closeAccount);
    }

    @Test
    void O7_nothingIsBroughtInForAClosedAccountHoweverLowItsBalance() {
        Story story = Story.withBalance("9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.you.closeAccount();

        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("9.00"));
        assertThat(story.billing.run().accounts()).isZero();
    }
}
