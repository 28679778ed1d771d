package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.RefusedException;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RechargeRefusal.PaymentMethodInUse;
import com.phoneunite.billing.recharge.RechargeRefusal.PaymentMethodInUse.Reason;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules P1 to P3. */
class CardStoryTest {

    @Test
    void P1_aNewCardReplacesTheOldOne() {
        Story story = Story.withCard();
        PaymentMethod second = story.mine().putPaymentMethodOnFile("tok_mastercard");

        assertThat(second.brand()).isEqualTo("Mastercard");
        assertThat(second.lastFour()).isEqualTo("4444");
        assertThat(story.snapshot().account().orElseThrow().paymentMethod()).contains(second);
        assertThat(story.snapshot().card()).contains(PaymentToken.of("tok_mastercard"));
    }

    @Test
    void P1_theCardThatIsOnFileAlreadyChangesNothing() {
        Story story = Story.withCard();
        AccountSnapshot before = story.snapshot();
        story.clock.advance(java.time.Duration.ofDays(3));

        assertThat(story.mine().putPaymentMethodOnFile("tok_visa"))
                .isEqualTo(before.account().orElseThrow().paymentMethod().orElseThrow());
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void P1_thereIsNoWayToGiveAnOrganizationACardOfItsOwn() {
        assertThat(Arrays.stream(Organization.class.getRecordComponents()))
                .noneMatch(one -> one.getGenericType().getTypeName().contains("Payment"));
        assertThat(Arrays.stream(com.phoneunite.OrganizationWorkspace.class.getMethods())
                        .map(one -> one.getName().toLowerCase(java.util.Locale.ROOT)))
                .noneMatch(name -> name.contains("card") || name.contains("payment"));
    }

    @Test
    void P1_aTokenThatTheGatewayDoesNotKnowIsRefused() {
        Story story = Story.withCard();

        story.refused("PAYMENT_METHOD_REJECTED", () -> story.mine().putPaymentMethodOnFile("tok_nobody"));
        assertThat(story.gateway.calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242-4242-4242-4242", "tok_378282246310005", "tok_4242424242424242_1"})
    void P2_aTokenThatLooksLikeACardNumberIsRefused(String number) {
        Story story = Story.withCard();

        RefusedException refusal =
                story.refused("INVALID_INPUT", () -> story.mine().putPaymentMethodOnFile(number));
        assertThat(refusal.getMessage() + refusal.refusal() + refusal.refusal().facts())
                .contains("LOOKS_LIKE_A_CARD_NUMBER")
                .doesNotContain(number);
    }

    @Test
    void P2_aGatewayThatTellsGarbageOfACardIsTakenForUnavailable() {
        Story story = new Story();
        for (Supplier<CardOutcome> answer : garbage()) {
            Billing billing = Billing.builder(story.store)
                    .plans(BillingPlan.named("standard").monthly(usd("1.00")))
                    .paymentGateway(describing(answer))
                    .clock(story.clock)
                    .build();

            story.refused(
                    "PAYMENT_GATEWAY_UNAVAILABLE", () -> billing.of(story.you).putPaymentMethodOnFile("tok_visa"));
        }
    }

    @Test
    void P1_onlyTheOwnerManagesTheCard() {
        Story story = Story.withCard();
        var other = story.phoneUnite.signIn(new com.phoneunite.account.UserRef(
                story.id(), story.you.users().add("other@example.com").id()));

        story.refused("OWNER_REQUIRED", () -> story.billing.of(other).putPaymentMethodOnFile("tok_mastercard"));
        story.refused("OWNER_REQUIRED", () -> story.billing.of(other).removePaymentMethod());
        story.refused("OWNER_REQUIRED", () -> story.billing.of(other).recharge("k", usd("1.00")));
        story.refused("OWNER_REQUIRED", () -> story.billing.of(other).balance());
    }

    @Test
    void P5_noCardIsAskedAboutInsideAUnitOfWork() {
        Story story = new Story();
        AccountSnapshot before = story.snapshot();

        assertThatThrownBy(() -> story.store
                        .core()
                        .unitOfWork()
                        .change(story.id(), () -> story.mine().putPaymentMethodOnFile("tok_visa")))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void P3_theCardIsNotRemovedWhileItIsNeeded() {
        Story story = Story.withBalance("100.00");
        story.you.addOrganization("Services", "standard");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("open", "5.00");

        RefusedException refusal =
                story.refused("PAYMENT_METHOD_IN_USE", () -> story.mine().removePaymentMethod());
        assertThat(((PaymentMethodInUse) refusal.refusal()).because())
                .containsExactly(Reason.FURTHER_ORGANIZATION_OPEN, Reason.RECHARGE_UNRESOLVED);
    }

    @Test
    void P3_aFurtherOrganizationHoldsTheCardHoweverManyWereClosedBeforeIt() {
        Story story = Story.withCard();
        for (int i = 0; i < PageRequest.MAX_LIMIT; i++) {
            story.you.closeOrganization(
                    story.you.addOrganization("Organization " + i, "free").id());
        }
        OrganizationId last = story.you.addOrganization("Last", "free").id();
        story.refused("PAYMENT_METHOD_IN_USE", () -> story.mine().removePaymentMethod());

        story.you.closeOrganization(last);
        story.mine().removePaymentMethod();
        assertThat(story.snapshot().card()).isEmpty();
    }

    @Test
    void P3_anUnresolvedAttemptAloneHoldsTheCard() {
        Story story = Story.withCard();
        story.gateway.next(Fault.PENDING_AFTER_CAPTURE);
        story.recharge("open", "5.00");

        story.refused("PAYMENT_METHOD_IN_USE", () -> story.mine().removePaymentMethod());
        story.recharge("open", "5.00");
        story.mine().removePaymentMethod();
        assertThat(story.snapshot().card()).isEmpty();
    }

    @Test
    void P3_theCardIsRemovedWhereNothingNeedsItAndThenNothingChanges() {
        Story story = Story.withBalance("10.00");
        story.mine().removePaymentMethod();

        assertThat(story.snapshot().account().orElseThrow().paymentMethod()).isEmpty();
        assertThat(story.snapshot().card()).isEmpty();
        AccountSnapshot before = story.snapshot();
        story.mine().removePaymentMethod();
        assertThat(story.snapshot()).isEqualTo(before);
        story.refused("PAYMENT_METHOD_REQUIRED", () -> story.recharge("next", "1.00"));
    }

    private static java.util.List<Supplier<CardOutcome>> garbage() {
        YearMonth expiry = YearMonth.of(2040, 1);
        return java.util.List.of(
                () -> new CardOutcome.Known("4242424242424242", "4242", expiry),
                () -> new CardOutcome.Known("Visa", "4242424242424242", expiry),
                () -> new CardOutcome.Known("", "4242", expiry),
                () -> null,
                () -> {
                    throw new IllegalStateException("down");
                },
                () -> {
                    throw new AssertionError("broken");
                });
    }

    private static PaymentGateway describing(Supplier<CardOutcome> answer) {
        return new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return answer.get();
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                return new PaymentOutcome.Unknown("not asked");
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE;
            }
        };
    }

    @Test
    void P2_aTokenOfAnyLengthIsRefusedAndBreaksNothing() {
        Story story = Story.withCard();

        story.refused("INVALID_INPUT", () -> story.mine().putPaymentMethodOnFile("1-".repeat(1_000_000)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyPaymentGateway.AskFault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANG", "NOT_FOUND"})
    void P1_aGatewayThatGivesNoAnswerAboutACardLeavesTheOldOneOnFile(FaultyPaymentGateway.AskFault fault) {
        Story story = Story.withCard();
        story.gateway.nextDescribe(fault);
        story.refused("PAYMENT_GATEWAY_UNAVAILABLE", () -> story.mine().putPaymentMethodOnFile("tok_mastercard"));
        assertThat(story.mine().putPaymentMethodOnFile("tok_mastercard").lastFour())
                .isEqualTo("4444");
    }
}
