package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.UserId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules P4 to P9 by hand, from the front door. */
class RechargeStoryTest {

    private static final GatewayCapabilities LOOKING_UP = GatewayCapabilities.NONE.with(GatewayAbility.LOOK_UP);

    private static final Set<Fault> PARKED =
            Set.of(Fault.OTHER_AMOUNT, Fault.PARTIAL_CAPTURE, Fault.GARBAGE_AFTER_CAPTURE);

    private static final Set<Fault> CAPTURING = Set.of(
            Fault.HANG_AFTER_CAPTURE,
            Fault.FAIL_AFTER_CAPTURE,
            Fault.ERROR_AFTER_CAPTURE,
            Fault.NULL_AFTER_CAPTURE,
            Fault.UNKNOWN_AFTER_CAPTURE,
            Fault.PENDING_AFTER_CAPTURE,
            Fault.OTHER_AMOUNT,
            Fault.GARBAGE_AFTER_CAPTURE);

    @Test
    void P4_aRechargeIsCreditedAndSettlesWhatIsDue() {
        Story story = Story.withCard();
        story.clock.advance(Duration.ofDays(30));

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.entries()).extracting(LedgerEntry::kind).containsExactly(EntryKind.RECHARGE, EntryKind.PERIOD);
        assertThat(story.entries().get(0).reference()).isEqualTo("first");
        assertThat(story.sandbox.captured().values()).containsExactly(usd("50.00"));
        story.snapshot().verify();
    }

    @Test
    void P4_aKeyIsNotReusedForAnotherAmount() {
        Story story = Story.withBalance("50.00");

        story.refused("IDEMPOTENCY_KEY_REUSED", () -> story.recharge("start", "50.01"));
        story.refused("CURRENCY_MISMATCH", () -> story.mine().recharge("start", Money.parse("EUR 50.00")));
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    @Test
    void P4_aKeyWhoseAttemptWasProvablyNeverSentMayBeUsedAgain() {
        Story story = Story.withCard();
        story.gateway.next(Fault.NOT_ATTEMPTED);

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.NotAttempted.class);
        assertThat(story.snapshot().unresolved()).isEmpty();
        assertThat(story.recharge("first", "60.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("60.00")));
        assertThat(story.balance()).isEqualTo(usd("60.00"));
        story.snapshot().verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01", "10000000000000.01"})
    void P4_anAmountIsMoreThanZeroAndWithinItsLimit(String amount) {
        Story story = Story.withCard();

        story.refused("INVALID_INPUT", () -> story.recharge("first", amount));
        assertThat(story.gateway.calls()).isZero();
    }

    @Test
    void X5_aBalanceGrowsToItsLimitAndNotBeyond() {
        Story story = Story.withCard();
        Money largest = Money.ofMinor(CurrencyUnit.USD, Posting.MAX_MINOR);
        for (int i = 0; i < 100; i++) {
            story.mine().recharge("r" + i, largest);
        }

        assertThat(story.refused("BALANCE_LIMIT_EXCEEDED", () -> story.recharge("more", "0.01"))
                        .refusal()
                        .facts())
                .containsEntry("limitMinor", 100_000_000_000_000_000L);
        story.use(story.first(), "call", "0.01");
        assertThat(story.recharge("more", "0.01")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @Test
    void P4_aRechargeNeedsACard() {
        Story story = new Story();

        story.refused("PAYMENT_METHOD_REQUIRED", () -> story.recharge("first", "5.00"));
    }

    @Test
    void P5_theAttemptIsRecordedBeforeTheGatewayIsCalledAndNoLockIsHeld() {
        Story story = Story.withCard();
        List<Recharge> seen = new CopyOnWriteArrayList<>();
        List<UserId> changed = new CopyOnWriteArrayList<>();
        story.gateway.watch(request -> {
            seen.add(story.snapshot().unresolved().orElseThrow());
            changed.add(story.store.core().unitOfWork().change(story.id(), () -> {
                var account = story.store.core().accounts().find(story.id()).orElseThrow();
                story.store.core().accounts().save(account);
                return account.ownerId();
            }));
            Story.refusal("RECHARGE_UNRESOLVED", () -> story.recharge("second", "1.00"));
        });

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
        assertThat(changed).containsExactly(story.you.user());
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).state()).isEqualTo(RechargeState.RECORDED);
        assertThat(seen.get(0).amount()).isEqualTo(usd("50.00"));
        assertThat(seen.get(0).attempt().card().reveal()).isEqualTo("tok_visa");
    }

    @Test
    void P5_insideAUnitOfWorkOfTheHostsItFailsAtOnceAndNothingIsRecorded() {
        Story story = Story.withCard();
        AccountSnapshot before = story.snapshot();

        assertThatThrownBy(() ->
                        story.store.core().unitOfWork().change(story.id(), () -> story.recharge("first", "50.00")))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThatThrownBy(
                        () -> story.store.core().unitOfWork().view(story.id(), () -> story.recharge("first", "50.00")))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(story.gateway.calls()).isZero();
    }

    @Test
    void P5_anAccountHasAtMostOneUnresolvedAttempt() {
        Story story = Story.withCard();
        story.gateway.next(Fault.ACTION_REQUIRED);
        assertThat(story.recharge("first", "50.00"))
                .isEqualTo(new RechargeOutcome.ActionRequired("https://bank.example/confirm"));

        assertThat(story.refused("RECHARGE_UNRESOLVED", () -> story.recharge("second", "5.00"))
                        .refusal()
                        .facts())
                .containsEntry("key", "first");
        story.recharge("first", "50.00");
        assertThat(story.recharge("second", "5.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "DECLINED_.*", mode = EnumSource.Mode.MATCH_NONE)
    void P6_whatIsNotCertainIsNeverADecline(Fault fault) {
        Story story = Story.withCard();
        story.gateway.next(fault);
        Billing impatient = Billing.builder(story.store)
                .plans(BillingPlan.named("standard").monthly(usd("20.00")))
                .paymentGateway(story.gateway)
                .clock(story.clock)
                .gatewayDeadline(Duration.ofMillis(fault.name().startsWith("HANG") ? 250 : 60_000))
                .build();

        RechargeOutcome outcome = impatient.of(story.you).recharge("first", usd("50.00"));

        assertThat(outcome.getClass())
                .isEqualTo(
                        switch (fault) {
                            case ACTION_REQUIRED -> RechargeOutcome.ActionRequired.class;
                            case NOT_ATTEMPTED -> RechargeOutcome.NotAttempted.class;
                            case OTHER_AMOUNT, PARTIAL_CAPTURE, GARBAGE_AFTER_CAPTURE ->
                                RechargeOutcome.NeedsReview.class;
                            default -> RechargeOutcome.Unresolved.class;
                        });
        assertThat(story.balance()).isEqualTo(usd("0.00"));
        if (CAPTURING.contains(fault) && !fault.name().startsWith("HANG")) {
            assertThat(story.sandbox.captured().values()).containsExactly(usd("50.00"));
        }
        story.snapshot().verify();

        // Asked again by the same key, the gateway remembers: the money is there once.
        RechargeOutcome again = story.recharge("first", "50.00");
        if (!PARKED.contains(fault)) {
            assertThat(again).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
            assertThat(story.balance()).isEqualTo(usd("50.00"));
        }
        assertThat(story.sandbox.captured()).hasSize(1);
        story.snapshot().verify();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "DECLINED_.*", mode = EnumSource.Mode.MATCH_ANY)
    void P6_everyClassOfDeclineIsADefiniteNo(Fault fault) {
        Story story = Story.withCard();
        story.gateway.next(fault);

        assertThat(story.recharge("first", "50.00"))
                .isEqualTo(new RechargeOutcome.Declined(DeclineReason.valueOf(
                        fault == Fault.DECLINED_NEVER
                                ? "NEVER_WITH_THIS_CARD"
                                : fault.name().substring("DECLINED_".length()))));
        assertThat(story.snapshot().unresolved()).isEmpty();
        assertThat(story.recharge("second", "50.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @Test
    void P6_aDeclineIsTheGatewaysAndIsNotAskedAgain() {
        Story story = new Story();
        story.mine().putPaymentMethodOnFile("tok_declined");

        assertThat(story.recharge("first", "5.00")).isEqualTo(new RechargeOutcome.Declined(DeclineReason.RETRY_LATER));
        assertThat(story.recharge("first", "5.00")).isEqualTo(new RechargeOutcome.Declined(DeclineReason.RETRY_LATER));
        assertThat(story.gateway.calls()).isEqualTo(1);
        story.mine().putPaymentMethodOnFile("tok_stolen");
        assertThat(story.recharge("second", "5.00"))
                .isEqualTo(new RechargeOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD));
        assertThat(story.entries()).isEmpty();
    }

    @Test
    void P7_theSameKeyAsksAgainInTheSameWords() {
        Story story = Story.withCard();
        List<PaymentRequest> requests = new CopyOnWriteArrayList<>();
        story.gateway.watch(requests::add);
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE, Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("first", "50.00");
        story.clock.advance(Duration.ofHours(23));
        story.recharge("first", "50.00");
        story.recharge("first", "50.00");

        assertThat(requests).hasSize(3).containsOnly(requests.get(0));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    @Test
    void P7_aGatewayThatDoesNotRememberIsLookedUpAndNeverChargedAgain() {
        Story story = new Story(LOOKING_UP);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.gateway.calls()).isEqualTo(1);
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        story.snapshot().verify();
    }

    @Test
    void P7_whatIsNotFoundIsNoAnswerAndChangesNothing() {
        Story story = new Story(LOOKING_UP);
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("first", "50.00");
        AccountSnapshot before = story.snapshot();

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    @Test
    void P7_aKeyThatTheGatewayHasForgottenIsLookedUpAndNeverChargedAgain() {
        Story story = Story.withCard();
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("first", "50.00");
        story.clock.advance(Duration.ofDays(1));

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        story.clock.advance(Duration.ofDays(-2));
        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(story.gateway.calls()).isEqualTo(1);
        assertThat(story.balance()).isEqualTo(usd("0.00"));
    }

    @ParameterizedTest
    @EnumSource(FaultyPaymentGateway.AskFault.class)
    void P7_aLookUpThatIsNoAnswerSettlesNothingAndTheNextOneDoes(FaultyPaymentGateway.AskFault fault) {
        Story story = new Story(LOOKING_UP, Duration.ofMillis(250));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE).nextLookUp(fault);
        story.recharge("first", "50.00");

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(story.balance()).isEqualTo(usd("0.00"));
        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.gateway.calls()).isEqualTo(1);
        story.gateway.release();
        story.snapshot().verify();
    }

    @Test
    void P7_anAttemptOfACardThatWasReplacedIsSettledByLookingItUp() {
        Story story = Story.withCard();
        story.gateway.next(Fault.HANG_AFTER_CAPTURE);
        story.gateway.release();
        story.recharge("first", "50.00");
        story.mine().putPaymentMethodOnFile("tok_mastercard");

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.gateway.calls()).isEqualTo(1);
        assertThat(story.recharge("second", "10.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
        assertThat(story.balance()).isEqualTo(usd("60.00"));
        story.snapshot().verify();
    }

    @Test
    void X3_noChangeOfStateIsToldOfAnAttemptThatStaysAsItIs() {
        Story story = Story.withCard();
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE, Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.recharge("first", "50.00");

        assertThat(story.snapshot().events())
                .noneMatch(one -> one.event() instanceof RechargeEvent.StateChanged told && told.from() == told.to());
    }

    @Test
    void X3_toChargeOnceMoreIsAnEventAndToLookUpIsNone() {
        Story story = Story.withCard();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("first", "50.00");
        story.recharge("first", "50.00");

        assertThat(story.snapshot().events())
                .extracting(one -> one.event().type())
                .endsWith(
                        "recharge.recorded",
                        "recharge.state_changed",
                        "recharge.asked_again",
                        "recharge.state_changed");
    }

    @Test
    void P8_moneyThatWasCapturedIsCreditedThoughTheAccountCannotBeBilledAndTheNextRunSettles() {
        Story story = Story.withCard();
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        BillingPlan standard = story.plans.get(new PlanName("standard"));
        story.vanish("standard");

        assertThat(story.recharge("first", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
        assertThat(story.billing.run().failed()).containsExactly(story.id());
        story.put(standard);
        story.clock.advance(Duration.ofMinutes(1));
        assertThat(story.billing.run().paid()).isEqualTo(1);
        assertThat(story.balance()).isEqualTo(usd("30.00"));
        story.snapshot().verify();
    }

    @Test
    void P6_whatBecameOfAnAttemptIsKeptThoughTheAccountCannotBeBilled() {
        Story story = Story.withBalance("9.00");
        story.mine()
                .autoRecharge(com.phoneunite.billing.recharge.AutoRecharge.below("USD 10.00")
                        .upTo("USD 50.00")
                        .atMostPerMonth("USD 500.00"));
        story.clock.advance(Duration.ofDays(20));
        story.vanish("standard");
        story.gateway.next(Fault.DECLINED_RETRY_LATER, Fault.UNKNOWN_AFTER_CAPTURE);

        assertThat(story.recharge("declined", "50.00")).isInstanceOf(RechargeOutcome.Declined.class);
        assertThat(story.recharge("unknown", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(story.snapshot().unresolved().orElseThrow().state()).isEqualTo(RechargeState.UNKNOWN);
        story.mine().putPaymentMethodOnFile("tok_mastercard");
        story.mine().removeAutoRecharge();
        story.clock.advance(Duration.ofMinutes(5));
        assertThat(story.billing.reconcile().failed()).isEmpty();
        assertThat(story.balance()).isEqualTo(usd("59.00"));
    }

    @Test
    void P7_anotherCardOnFileIsNeverChargedForTheAttempt() {
        Story story = Story.withCard();
        story.gateway.next(Fault.FAIL_BEFORE_CAPTURE);
        story.recharge("first", "50.00");
        story.mine().putPaymentMethodOnFile("tok_mastercard");

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(story.gateway.calls()).isEqualTo(1);
        story.mine().putPaymentMethodOnFile("tok_visa");
        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @Test
    void P7_notAttemptedOnAReAskDoesNotEndTheAttempt() {
        Story story = Story.withCard();
        story.gateway.next(Fault.UNKNOWN_AFTER_CAPTURE, Fault.NOT_ATTEMPTED);
        story.recharge("first", "50.00");

        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Unresolved.class);
        story.refused("IDEMPOTENCY_KEY_REUSED", () -> story.recharge("first", "60.00"));
        story.refused("RECHARGE_UNRESOLVED", () -> story.recharge("second", "60.00"));
        assertThat(story.recharge("first", "50.00")).isInstanceOf(RechargeOutcome.Succeeded.class);
    }

    @Test
    void P8_aRepeatOfASuccessCreditsNothing() {
        Story story = Story.withBalance("50.00");
        story.clock.advance(Duration.ofDays(1));
        AccountSnapshot before = story.snapshot();

        for (int i = 0; i < 3; i++) {
            assertThat(story.recharge("start", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        }
        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(story.gateway.calls()).isEqualTo(1);
    }

    @Test
    void P8_callsAtOnceUnderOneKeyCreditOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Story story = Story.withCard();
            CyclicBarrier bothInside = new CyclicBarrier(2);
            story.gateway.watch(request -> meet(bothInside));
            FutureTask<RechargeOutcome> one = new FutureTask<>(() -> story.recharge("first", "50.00"));
            FutureTask<RechargeOutcome> two = new FutureTask<>(() -> story.recharge("first", "50.00"));
            new Thread(one).start();
            new Thread(two).start();

            assertThat(one.get()).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
            assertThat(two.get()).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
            assertThat(story.entries()).hasSize(1);
            assertThat(story.gateway.calls()).isEqualTo(2);
            story.snapshot().verify();
        }
    }

    @Test
    void P8_ofManyCallsAtOnceUnderDifferentKeysOneIsSentAndTheOthersAreRefused() throws Exception {
        Story story = Story.withCard();
        int callers = 16;
        CountDownLatch refusedOrSent = new CountDownLatch(callers - 1);
        story.gateway.watch(request -> await(refusedOrSent));
        List<FutureTask<String>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String key = "key" + i;
            FutureTask<String> call = new FutureTask<>(() -> {
                try {
                    return story.recharge(key, "5.00").getClass().getSimpleName();
                } catch (com.phoneunite.RefusedException e) {
                    refusedOrSent.countDown();
                    return e.code();
                }
            });
            calls.add(call);
            new Thread(call).start();
        }
        List<String> outcomes = new ArrayList<>();
        for (FutureTask<String> call : calls) {
            outcomes.add(call.get());
        }

        assertThat(outcomes).filteredOn("Succeeded"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("RECHARGE_UNRESOLVED"::equals).hasSize(callers - 1);
        assertThat(story.sandbox.captured()).hasSize(1);
        story.snapshot().verify();
    }

    @Test
    void P9_anotherAmountIsParkedAndCreditsNothing() {
        Story story = Story.withCard();
        story.gateway.next(Fault.OTHER_AMOUNT);

        assertThat(story.recharge("first", "50.00"))
                .isEqualTo(new RechargeOutcome.NeedsReview(Optional.of(usd("25.00"))));
        assertThat(story.recharge("first", "50.00"))
                .isEqualTo(new RechargeOutcome.NeedsReview(Optional.of(usd("25.00"))));
        assertThat(story.entries()).isEmpty();
        assertThat(story.recharge("second", "50.00")).isEqualTo(new RechargeOutcome.Succeeded(usd("50.00")));
        assertThat(story.balance()).isEqualTo(usd("50.00"));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void P7_aLookUpThatWasNotSentSaysNothingOfTheChargeBeforeIt() {
        Story story = Story.withCard();
        List<PaymentRequest> charges = new ArrayList<>();
        Billing billing = Billing.builder(story.store)
                .plans(BillingPlan.named("standard").monthly(usd("20.00")))
                .paymentGateway(capturingWithoutAnAnswer(charges))
                .clock(story.clock)
                .build();
        AccountBilling mine = billing.of(story.you);
        mine.recharge("first", usd("50.00"));

        assertThat(mine.recharge("first", usd("50.00"))).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(mine.recharge("first", usd("50.00"))).isInstanceOf(RechargeOutcome.Unresolved.class);
        assertThat(charges).hasSize(1);
    }

    /** Remembers no key, captures, loses the connection, and then cannot be reached to look anything up. */
    private static PaymentGateway capturingWithoutAnAnswer(List<PaymentRequest> charges) {
        return new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return new CardOutcome.Unavailable("down");
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                charges.add(request);
                throw new IllegalStateException("the connection was lost after the capture");
            }

            @Override
            public Optional<PaymentOutcome> find(PaymentRequest request) {
                return Optional.of(new PaymentOutcome.NotAttempted("no connection"));
            }

            @Override
            public GatewayCapabilities capabilities() {
                return LOOKING_UP;
            }
        };
    }
}
