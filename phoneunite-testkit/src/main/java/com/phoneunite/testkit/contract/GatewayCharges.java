package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The part of {@link PaymentGatewayContract} about charging cards. */
public interface GatewayCharges extends GatewayHost {

    @Test
    default void P9_theAmountIsCapturedToTheMinorUnit() {
        Proof.of("P9", "1,235 yen are captured as 123,500, or 12.35 dollars as 12", proof -> {
            GatewayBench bench = new GatewayBench(this, "amounts");
            for (Money amount : amounts()) {
                Money asked = bench.raised(amount);
                PaymentRequest request = bench.request("" + asked.getCurrencyUnit(), approved(), asked);
                proof.same(
                        "a charge of " + asked,
                        GatewayBench.succeeded(request),
                        bench.gateway().charge(request));
                bench.alsoCaptures(proof, "by a charge of " + asked, List.of(asked), request);
            }
        });
    }

    @Test
    default void P4_theLeastAmountThatIsDeclaredIsTaken() {
        Map<?, GatewayCapabilities.Amounts> declared = gateway().capabilities().amounts();
        Assumptions.assumeFalse(declared.isEmpty(), "not proved: the gateway declares no least amount");
        Proof.of("P4", "auto-recharge asks for what the gateway never takes", proof -> {
            GatewayBench bench = new GatewayBench(this, "least");
            gateway().capabilities().amounts().forEach((currency, taken) -> {
                PaymentRequest request =
                        bench.request("" + currency, approved(), bench.raised(Money.ofMinor(currency, 1)));
                proof.same(
                        "a charge of the least that it declares to take",
                        GatewayBench.succeeded(request),
                        bench.gateway().charge(request));
            });
        });
    }

    @Test
    default void P5_theSameKeyCapturesOnceAndAnswersTheSame() {
        needsMemory();
        Proof.of("P5", "a customer pays twice because an answer was lost", proof -> {
            GatewayBench bench = new GatewayBench(this, "again");
            PaymentRequest request = bench.charged(proof, "one");
            proof.same(
                    "the same charge again",
                    GatewayBench.succeeded(request),
                    bench.gateway().charge(request));
            bench.provesCaptures(proof, "by two charges under one key", List.of(request.amount()), request);
        });
    }

    @Test
    default void P5_theSameKeyOfManyThreadsCapturesOnce() {
        needs(AdapterFeature.CONCURRENT);
        needsMemory();
        Proof.of("P5", "a customer pays twice because two hosts settle the same attempt", proof -> {
            GatewayBench bench = new GatewayBench(this, "threads");
            PaymentRequest request = bench.approved("one");
            List<PaymentOutcome> answers =
                    Crowd.of(() -> {}, number -> () -> bench.gateway().charge(request));
            for (PaymentOutcome answer : answers) {
                proof.that(
                        answer.equals(GatewayBench.succeeded(request)) || answer instanceof PaymentOutcome.Unknown,
                        "answered " + answer + " to one of eight charges under one key",
                        GatewayBench.succeeded(request) + ", or Unknown while another is under way");
            }
            proof.same(
                    "the same charge after them",
                    GatewayBench.succeeded(request),
                    bench.gateway().charge(request));
            bench.provesCaptures(proof, "by eight charges under one key", List.of(request.amount()), request);
        });
    }

    @Test
    default void P5_theSameKeyWithOtherFactsCapturesNothing() {
        needsMemory();
        Proof.of("P5", "a customer pays twice, and nobody asked for it", proof -> {
            GatewayBench bench = new GatewayBench(this, "facts");
            PaymentRequest first = bench.charged(proof, "one");
            Money more = bench.raised(first.amount().multipliedBy(2));
            PaymentOutcome answer =
                    GatewayBench.answerOrThrown(() -> bench.gateway().charge(bench.request("one", approved(), more)));
            proof.that(
                    !(answer instanceof PaymentOutcome.Succeeded) || answer.equals(GatewayBench.succeeded(first)),
                    "answered " + answer + " to a key that comes again with another amount",
                    "the first outcome, a definite no, or an exception");
            bench.provesCaptures(proof, "once the key came again", List.of(first.amount()), first);
        });
    }

    @Test
    default void P5_anotherKeyCapturesAgain() {
        Proof.of("P5", "a customer pays for two recharges once, and is credited twice", proof -> {
            GatewayBench bench = new GatewayBench(this, "keys");
            PaymentRequest first = bench.charged(proof, "one");
            PaymentRequest second = bench.charged(proof, "two");
            bench.provesCaptures(proof, "under the first key", List.of(first.amount()), first);
            bench.provesCaptures(proof, "under the second key", List.of(second.amount()), second);
        });
    }

    @Test
    default void P6_aCardThatMayWorkLaterIsDeclinedSo() {
        provesDecline(DeclineReason.RETRY_LATER, "auto-recharge gives up a card that lacked money for a day");
    }

    @Test
    default void P6_aCardWhoseCustomerMustActIsDeclinedSo() {
        provesDecline(DeclineReason.CUSTOMER_MUST_ACT, "nobody tells the customer to call their bank");
    }

    @Test
    default void P6_aCardThatIsLostIsDeclinedForGood() {
        provesDecline(DeclineReason.NEVER_WITH_THIS_CARD, "a stolen card is charged again and again");
    }

    @Test
    default void P6_aWrongSetUpIsNoDeclineOfTheCard() {
        provesDecline(DeclineReason.MISCONFIGURED, "every customer's card is given up for a mistake of the host's");
    }

    @Test
    default void P6_aStepOfTheCustomersIsToldAndNothingIsCaptured() {
        Proof.of("P6", "a customer is never asked to confirm, or is charged without it", proof -> {
            GatewayBench bench = new GatewayBench(this, "action");
            PaymentRequest request = bench.request("one", bench.needingAction(), bench.amount());
            PaymentOutcome answer = bench.gateway().charge(request);
            proof.that(
                    answer instanceof PaymentOutcome.ActionRequired action
                            && !action.nextStep().isBlank(),
                    "answered " + answer + " to a charge that waits for the customer",
                    "ActionRequired with the next step");
            bench.alsoCaptures(proof, "before the customer has acted", List.of(), request);
        });
    }

    @Test
    default void P6_aTokenOfNoCardIsNotCharged() {
        Proof.of("P6", "an account is credited for money that nobody paid", proof -> {
            GatewayBench bench = new GatewayBench(this, "nobody");
            PaymentRequest request = bench.request("one", GatewayBench.NOBODY, bench.amount());
            PaymentOutcome answer =
                    GatewayBench.answerOrThrown(() -> bench.gateway().charge(request));
            proof.that(
                    !(answer instanceof PaymentOutcome.Succeeded || answer instanceof PaymentOutcome.Pending),
                    "answered " + answer + " to a charge of a token that stands for no card",
                    "a definite no, or Unknown");
        });
        Proof.of("P6", "a card is put on file that can never be charged", proof -> {
            CardOutcome card = gateway().describe(GatewayBench.NOBODY);
            proof.that(
                    !(card instanceof CardOutcome.Known),
                    "answered " + card + " for a token that stands for no card",
                    "Rejected");
        });
    }

    @Test
    default void P2_aTokenIsDescribedByItsCard() {
        Proof.of("P2", "no card can be put on file, or its owner does not know it again", proof -> {
            GatewayBench bench = new GatewayBench(this, "card");
            CardOutcome card = bench.gateway().describe(approved());
            proof.that(
                    card instanceof CardOutcome.Known,
                    "answered " + card + " for a card that is approved",
                    "its brand, last four digits and expiry");
            proof.same("the same card again", card, bench.gateway().describe(approved()));
        });
    }

    @Test
    default void P2_noTokenIsTold() {
        Proof.of("P2", "whoever reads the logs can charge the cards of all customers", proof -> {
            GatewayBench bench = new GatewayBench(this, "secret");
            List<PaymentToken> cards = new ArrayList<>(List.of(approved(), GatewayBench.NOBODY));
            needingAction().ifPresent(cards::add);
            for (DeclineReason reason : DeclineReason.values()) {
                declined(reason).ifPresent(cards::add);
            }
            for (int n = 0; n < cards.size(); n++) {
                PaymentToken card = cards.get(n);
                PaymentRequest request = bench.request("n" + n, card, bench.amount());
                List<String> told = List.of(
                        "" + bench.gateway(),
                        told(() -> bench.gateway().describe(card)),
                        told(() -> bench.gateway().charge(request)),
                        told(() -> bench.gateway().find(request)));
                proof.that(
                        told.stream().noneMatch(text -> text.contains(card.reveal())),
                        "told a token in its text, in an outcome or in an exception",
                        "that a token is never told");
            }
        });
    }

    @Test
    default void P6_whatFailsIsUnknownAndNeverDeclined() {
        Proof.of("P6", "a charge that was captured is taken for declined, and made again under another key", proof -> {
            GatewayBench bench = new GatewayBench(this, "fails");
            PaymentGateway failing = bench.failing();
            PaymentOutcome answer = GatewayBench.answerOrThrown(() -> failing.charge(bench.approved("one")));
            proof.that(
                    answer == null || answer instanceof PaymentOutcome.Unknown,
                    "answered " + answer + " to a charge that its provider received and failed at",
                    "Unknown, or an exception");
            CardOutcome card = GatewayBench.answerOrThrown(() -> failing.describe(approved()));
            proof.that(
                    card == null || card instanceof CardOutcome.Unavailable,
                    "answered " + card + " for a card that its provider failed to describe",
                    "Unavailable, or an exception");
        });
    }

    @Test
    default void P6_nothingIsAnsweredWithNull() {
        Proof.of("P6", "what the gateway knows is taken for unknown, and needs a person's review", proof -> {
            GatewayBench bench = new GatewayBench(this, "null");
            PaymentGateway gateway = bench.gateway();
            PaymentRequest request = bench.approved("one");
            RefundRequest refund = bench.refund(request, "one", 1);
            notNull(proof, "capabilities", gateway.capabilities());
            notNull(proof, "describe", gateway.describe(approved()));
            notNull(proof, "find", gateway.find(request));
            notNull(proof, "findRefund", gateway.findRefund(refund));
            notNull(proof, "reversals", gateway.reversals(request));
            notNull(proof, "refund of nothing", gateway.refund(refund));
            notNull(proof, "charge", gateway.charge(request));
            notNull(proof, "cancel", gateway.cancel(request));
            notNull(proof, "verify", gateway.verify(new PaymentNotification("", Map.of())));
        });
    }

    private void provesDecline(DeclineReason reason, String harm) {
        Proof.of("P6", harm, proof -> {
            GatewayBench bench = new GatewayBench(this, "no/" + reason);
            PaymentRequest request = bench.request("one", bench.declined(reason), bench.amount());
            PaymentOutcome no = new PaymentOutcome.Declined(reason);
            proof.same(
                    "a charge that is declined with " + reason,
                    no,
                    bench.gateway().charge(request));
            bench.alsoCaptures(proof, "by a charge that is declined", List.of(), request);
        });
    }

    private void needsMemory() {
        Assumptions.assumeFalse(
                gateway().capabilities().remembersKeysFor().isZero(),
                "not proved: the gateway declares that it remembers no keys");
    }

    private static void notNull(Proof proof, String method, @Nullable Object answer) {
        proof.that(answer != null, "answered null to " + method, "an answer");
    }

    private static String told(Callable<?> call) {
        try {
            return "" + call.call();
        } catch (Exception e) {
            return e + " " + e.getCause();
        }
    }
}
