package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.store.RecordedEvent;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules P4, P5 and P10: what holds auto-recharge up, what does not, and what is told of it. */
class AutoRechargeLimitsStoryTest {

    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
    private static final PaymentOutcome LOST = new PaymentOutcome.Unknown("502");
    private static final PaymentOutcome NO = new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);

    private final ScriptedGateway gateway =
            ScriptedGateway.declaring(GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP));
    private final Story story = gateway.story();

    @Test
    void P10_aDeclineByHandDoesNotCount() {
        start("20.00");
        gateway.charges.add(NO);
        story.recharge("by-hand", "5.00");

        assertThat(story.mine().autoRecharge().declines()).isZero();
        assertThat(story.mine().autoRecharge().notBefore()).isEmpty();
    }

    @Test
    void P10_aDeclineOfAFormerCardSaysNothingOfTheOneOnFile() {
        start("9.00");
        gateway.charges.add(LOST);
        story.billing.run();
        story.mine().putPaymentMethodOnFile("tok_other");
        gateway.found = Optional.of(NO);
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();

        assertThat(story.mine().autoRecharge().declines()).isZero();
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P10_whatTheGatewayTellsAnewOfTheSameCardIsKeptAndIsNoOtherCard() {
        start("9.00");
        gateway.charges.add(NO);
        story.billing.run();
        gateway.card = new CardOutcome.Known("Visa", "4242", YearMonth.of(2044, 1));
        story.clock.advance(Duration.ofMinutes(1));

        assertThat(story.mine().putPaymentMethodOnFile("tok_visa").expiry()).isEqualTo(YearMonth.of(2044, 1));
        assertThat(story.snapshot()
                        .account()
                        .orElseThrow()
                        .paymentMethod()
                        .orElseThrow()
                        .expiry())
                .isEqualTo(YearMonth.of(2044, 1));
        assertThat(story.mine().autoRecharge().declines()).isEqualTo(1);
    }

    @Test
    void P1_anotherTokenOfACardThatLooksTheSameIsAnotherCard() {
        start("9.00");
        gateway.charges.add(NO);
        story.billing.run();
        story.mine().putPaymentMethodOnFile("tok_other");

        assertThat(story.snapshot().card().orElseThrow().reveal()).isEqualTo("tok_other");
        assertThat(story.mine().autoRecharge().declines()).isZero();
    }

    @Test
    void P5_whatAnUnresolvedAttemptByHandHeldUpIsTriedOnceThatIsSettled() {
        start("9.00");
        gateway.charges.add(LOST);
        story.recharge("by-hand", "5.00");
        assertThat(story.billing.run().failed()).isEmpty();
        assertThat(story.billing.run().accounts()).isZero();
        assertThat(automatic()).isZero();

        gateway.found = Optional.of(NO);
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    /** Its host stands still for so long that the attempt goes to review, and a person decides. */
    @Test
    void P7_anAttemptThatWasDecidedDuringItsCallFailsNoRun() {
        start("9.00");
        gateway.charges.add(LOST);
        gateway.meanwhile = () -> {
            gateway.meanwhile = () -> {};
            story.clock.advance(Duration.ofDays(6));
            story.billing.reconcile();
            story.billing.actingAs("Ann").payments().resolveAsNotCaptured(story.id(), "auto/1", "not in the report");
        };

        assertThat(story.billing.run().failed()).isEmpty();
        assertThat(story.snapshot().recharges())
                .filteredOn(one -> one.attempt().kind() == RechargeKind.AUTOMATIC)
                .extracting(Recharge::state)
                .containsExactly(RechargeState.CANCELLED);
        assertThat(story.balance()).isEqualTo(usd("9.00"));
    }

    @Test
    void P10_thatItStopsIsToldOnlyWhereItIsOnAndOnlyWhereItDoes() {
        story.recharge("start", "9.00");
        story.billing
                .actingAs("Ann")
                .payments()
                .report(story.id(), "start", ReportedReversal.dispute("dp_1", usd("1.00")));
        assertThat(told(RechargeEvent.AutoRechargeStopped.class)).isEmpty();

        story.recharge("more", "0.50");
        story.mine().autoRecharge(TO_FIFTY);
        gateway.charges.add(NO);
        story.billing.run();
        story.clock.advance(Duration.ofHours(1));
        story.billing.run();
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(told(RechargeEvent.AutoRechargeStopped.class)).isEmpty();
        assertThat(told(RechargeEvent.AutoRechargeResumed.class)).isEmpty();

        story.billing
                .actingAs("Ann")
                .payments()
                .report(story.id(), "start", ReportedReversal.dispute("dp_2", usd("1.00")));
        story.recharge("by-hand", "0.50");
        assertThat(told(RechargeEvent.AutoRechargeStopped.class))
                .extracting(RechargeEvent.AutoRechargeStopped::because)
                .containsExactly(AutoRechargeStanding.Stop.REVERSED);
        assertThat(told(RechargeEvent.AutoRechargeResumed.class)).hasSize(1);
    }

    @Test
    void P4_thatTheCapIsReachedIsToldOnceAndFailsNobody() {
        story.recharge("start", "9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 41.00"));

        assertThat(story.billing.run().failed()).isEmpty();
        for (int i = 0; i < 2; i++) {
            Story.refusal("BALANCE_TOO_LOW", () -> story.you.addOrganization("Services", "standard"));
        }
        assertThat(automatic()).isZero();
        assertThat(told(RechargeEvent.AutoRechargeCapReached.class)).hasSize(1);
    }

    @Test
    void P4_itIsTurnedOffWithoutACard() {
        Story bare = new Story();
        AccountSnapshot before = bare.snapshot();
        bare.mine().removeAutoRecharge();

        assertThat(bare.snapshot()).isEqualTo(before);
    }

    @Test
    void O7_inAClosedAccountItIsOnlyTurnedOff() {
        start("20.00");
        story.you.closeAccount();

        story.refused(
                "ACCOUNT_CLOSED",
                () -> story.mine()
                        .autoRecharge(
                                AutoRecharge.below("USD 1.00").upTo("USD 5.00").atMostPerMonth("USD 5.00")));
        story.mine().removeAutoRecharge();
        assertThat(story.mine().autoRecharge().setting()).isEmpty();
    }

    private void start(String balance) {
        story.recharge("start", balance);
        story.mine().autoRecharge(TO_FIFTY);
    }

    private long automatic() {
        return story.snapshot().recharges().stream()
                .filter(one -> one.attempt().kind() == RechargeKind.AUTOMATIC)
                .count();
    }

    private <E extends DomainEvent> List<E> told(Class<E> type) {
        return story.snapshot().events().stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
