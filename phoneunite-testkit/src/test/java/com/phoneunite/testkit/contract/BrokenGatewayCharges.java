package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.BreakingGateway.answering;
import static com.phoneunite.testkit.contract.BreakingGateway.caught;
import static com.phoneunite.testkit.contract.BreakingGateway.charging;
import static com.phoneunite.testkit.contract.BreakingGateway.declinedAs;
import static com.phoneunite.testkit.contract.BreakingGateway.named;
import static com.phoneunite.testkit.contract.BreakingGateway.spoiled;
import static com.phoneunite.testkit.contract.BreakingGateway.whole;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundOutcome;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Gateways that charge cards with one fault each, as adapters of providers have them. */
final class BrokenGatewayCharges {

    private BrokenGatewayCharges() {}

    static List<BrokenAdapter> all() {
        return Stream.of(amounts(), keys(), declines(), failures(), tokens())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> amounts() {
        String exact = "P9_theAmountIsCapturedToTheMinorUnit";
        return List.of(
                charging(
                        exact,
                        "two decimals in every currency",
                        (real, asked) -> real.charge(with(
                                asked,
                                Money.ofMinor(
                                        asked.amount().getCurrencyUnit(),
                                        asked.amount()
                                                .getAmount()
                                                .movePointRight(2)
                                                .longValue()))),
                        "a charge of JPY 1235",
                        "JPY 123500"),
                charging(
                        exact,
                        "whole units only",
                        (real, asked) -> real.charge(with(
                                asked,
                                Money.of(
                                        asked.amount().getCurrencyUnit(),
                                        asked.amount().getAmountMajor()))),
                        "a charge of USD 12.35",
                        "USD 12.00"),
                charging(
                        exact,
                        "the amount that was asked for told as captured",
                        (real, asked) -> {
                            real.charge(with(
                                    asked, asked.amount().minus(asked.amount().dividedBy(10, RoundingMode.DOWN))));
                            return GatewayBench.succeeded(asked);
                        },
                        "what was captured by a charge of JPY 1235",
                        "[JPY 1112]"),
                whole(
                        "P4_theLeastAmountThatIsDeclaredIsTaken",
                        "less declared than the provider takes",
                        real -> spoiled(
                                spoiled(
                                        real,
                                        "charge",
                                        (same, given) -> same.charge((PaymentRequest) given[0])
                                                                instanceof PaymentOutcome.Succeeded succeeded
                                                        && succeeded.captured().getAmountMinorLong() > 50
                                                ? succeeded
                                                : new PaymentOutcome.Declined(DeclineReason.MISCONFIGURED)),
                                "capabilities",
                                (same, given) -> same.capabilities().minimum(Money.ofMinor(CurrencyUnit.JPY, 50))),
                        "the least that it declares",
                        "MISCONFIGURED"));
    }

    private static List<BrokenAdapter> keys() {
        AtomicInteger calls = new AtomicInteger();
        return List.of(
                charging(
                        "P5_theSameKeyCapturesOnceAndAnswersTheSame",
                        "a new key for each call",
                        (real, asked) -> real.charge(named(asked, asked.key() + "#" + calls.incrementAndGet())),
                        "by two charges under one key",
                        "[JPY 1235, JPY 1235]"),
                charging(
                        "P5_theSameKeyCapturesOnceAndAnswersTheSame",
                        "a key that is known told as unknown",
                        (real, asked) -> real.find(asked).isPresent()
                                ? new PaymentOutcome.Unknown("409 conflict")
                                : real.charge(asked),
                        "the same charge again"),
                whole(
                        "P5_theSameKeyOfManyThreadsCapturesOnce",
                        "looks first, and then charges",
                        real -> {
                            CountDownLatch allHaveLooked = new CountDownLatch(8);
                            return spoiled(real, "charge", (same, given) -> {
                                PaymentRequest asked = (PaymentRequest) given[0];
                                Optional<PaymentOutcome> known = same.find(asked);
                                allHaveLooked.countDown();
                                allHaveLooked.await(30, TimeUnit.SECONDS);
                                return known.isPresent()
                                        ? known.get()
                                        : same.charge(named(asked, asked.key() + "#" + calls.incrementAndGet()));
                            });
                        },
                        "by eight charges under one key"),
                charging(
                        "P5_theSameKeyOfManyThreadsCapturesOnce",
                        "a charge under way told as a decline",
                        (real, asked) -> real.find(asked).isPresent()
                                ? new PaymentOutcome.Declined(DeclineReason.RETRY_LATER)
                                : real.charge(asked),
                        "RETRY_LATER",
                        "to one of eight charges"),
                charging(
                        "P5_theSameKeyWithOtherFactsCapturesNothing",
                        "a key made of the key and the amount",
                        (real, asked) -> real.charge(
                                named(asked, asked.key() + "#" + asked.amount().getAmountMinorLong())),
                        "comes again with another amount"),
                charging(
                        "P5_theSameKeyWithOtherFactsCapturesNothing",
                        "a retry under another key where the first is refused",
                        (real, asked) -> {
                            boolean isOther = real.find(asked)
                                    .filter(one -> !one.equals(GatewayBench.succeeded(asked)))
                                    .isPresent();
                            if (isOther) {
                                real.charge(named(asked, asked.key() + "#2"));
                                throw new IllegalStateException("the key was used with another amount");
                            }
                            return real.charge(asked);
                        },
                        "once the key came again",
                        "[JPY 1235, JPY 2470]"),
                whole(
                        "P5_anotherKeyCapturesAgain",
                        "requests told apart by card and amount",
                        real -> {
                            Map<Object, PaymentRequest> first = new ConcurrentHashMap<>();
                            return spoiled(real, "charge", (same, given) -> {
                                PaymentRequest asked = (PaymentRequest) given[0];
                                return same.charge(
                                        first.computeIfAbsent(List.of(asked.card(), asked.amount()), facts -> asked));
                            });
                        },
                        "under the second key",
                        "answered []"));
    }

    private static List<BrokenAdapter> declines() {
        return List.of(
                charging(
                        "P6_aCardThatMayWorkLaterIsDeclinedSo",
                        "every decline taken for good",
                        (real, asked) -> declinedAs(DeclineReason.NEVER_WITH_THIS_CARD, real.charge(asked)),
                        "declined with RETRY_LATER",
                        "NEVER_WITH_THIS_CARD"),
                charging(
                        "P6_aCardThatMayWorkLaterIsDeclinedSo",
                        "a decline thrown",
                        (real, asked) -> {
                            if (real.charge(asked) instanceof PaymentOutcome.Declined) {
                                throw new IllegalStateException("card_declined");
                            }
                            return real.charge(asked);
                        },
                        "threw",
                        "card_declined"),
                charging(
                        "P6_aCardWhoseCustomerMustActIsDeclinedSo",
                        "every decline taken for now",
                        (real, asked) -> declinedAs(DeclineReason.RETRY_LATER, real.charge(asked)),
                        "declined with CUSTOMER_MUST_ACT"),
                charging(
                        "P6_aCardThatIsLostIsDeclinedForGood",
                        "a decline told as unknown",
                        (real, asked) -> real.charge(asked) instanceof PaymentOutcome.Declined
                                ? new PaymentOutcome.Unknown("402")
                                : real.charge(asked),
                        "Unknown[why=402]"),
                charging(
                        "P6_aWrongSetUpIsNoDeclineOfTheCard",
                        "a wrong set-up taken for a wrong card",
                        (real, asked) -> declinedAs(DeclineReason.NEVER_WITH_THIS_CARD, real.charge(asked)),
                        "declined with MISCONFIGURED"),
                charging(
                        "P6_aStepOfTheCustomersIsToldAndNothingIsCaptured",
                        "a step of the customer's told as pending",
                        (real, asked) -> real.charge(asked) instanceof PaymentOutcome.ActionRequired
                                ? new PaymentOutcome.Pending()
                                : real.charge(asked),
                        "answered Pending"),
                charging(
                        "P6_aStepOfTheCustomersIsToldAndNothingIsCaptured",
                        "captured before the customer has acted",
                        (real, asked) -> {
                            PaymentOutcome answer = real.charge(asked);
                            real.charge(new PaymentRequest(
                                    asked.account(), asked.key() + "#2", PaymentToken.of("tok_visa"), asked.amount()));
                            return answer;
                        },
                        "before the customer has acted"),
                answering(
                        "P6_nothingIsAnsweredWithNull",
                        "null for no reversals",
                        "reversals",
                        (real, given) -> null,
                        "answered null to reversals"));
    }

    private static List<BrokenAdapter> failures() {
        String unknown = "P6_whatFailsIsUnknownAndNeverDeclined";
        return List.of(
                answering(
                        unknown,
                        "an exception taken for a decline",
                        "charge",
                        caught(new PaymentOutcome.Declined(DeclineReason.RETRY_LATER)),
                        "answered Declined",
                        "received and failed at"),
                answering(
                        unknown,
                        "an exception taken for never sent",
                        "charge",
                        caught(new PaymentOutcome.NotAttempted("502")),
                        "answered NotAttempted"),
                answering(
                        unknown,
                        "an exception taken for a card that is rejected",
                        "describe",
                        caught(new CardOutcome.Rejected()),
                        "failed to describe"),
                answering(
                        "P7_aLookUpThatFailsIsNeverNotFound",
                        "an exception taken for not found",
                        "find",
                        caught(Optional.empty()),
                        "answered Optional.empty to a look-up"),
                answering(
                        "P11_aRefundThatFailsIsUnknown",
                        "an exception taken for a no",
                        "refund",
                        caught(new RefundOutcome.Declined("502")),
                        "to a refund that its provider received"),
                answering(
                        "P11_aRefundThatFailsIsUnknown",
                        "an exception taken for not found",
                        "findRefund",
                        caught(Optional.empty()),
                        "to a look-up of a refund"));
    }

    private static List<BrokenAdapter> tokens() {
        return List.of(
                charging(
                        "P6_aTokenOfNoCardIsNotCharged",
                        "an error taken for a success",
                        (real, asked) -> isOfNobody(asked.card()) ? GatewayBench.succeeded(asked) : real.charge(asked),
                        "a token that stands for no card"),
                answering(
                        "P6_aTokenOfNoCardIsNotCharged",
                        "a card made up from its token",
                        "describe",
                        (real, given) -> new CardOutcome.Known("Card", "0000", YearMonth.of(2040, 12)),
                        "for a token that stands for no card",
                        "0000",
                        "a card is put on file that can never be charged"),
                answering(
                        "P2_aTokenIsDescribedByItsCard",
                        "a card that is never asked for",
                        "describe",
                        (real, given) -> new CardOutcome.Unavailable("not implemented"),
                        "for a card that is approved"),
                charging(
                        "P2_noTokenIsTold",
                        "a token in the message of an exception",
                        (real, asked) -> {
                            if (isOfNobody(asked.card())) {
                                throw new IllegalStateException(
                                        "no such card: " + asked.card().reveal());
                            }
                            return real.charge(asked);
                        },
                        "told a token"),
                charging(
                        "P2_noTokenIsTold",
                        "a token in the next step",
                        (real, asked) -> real.charge(asked) instanceof PaymentOutcome.ActionRequired
                                ? new PaymentOutcome.ActionRequired("https://bank.example/?card="
                                        + asked.card().reveal())
                                : real.charge(asked),
                        "told a token"));
    }

    private static boolean isOfNobody(PaymentToken card) {
        return card.reveal().equals("tok_of_nobody");
    }

    private static PaymentRequest with(PaymentRequest asked, Money amount) {
        return new PaymentRequest(asked.account(), asked.key(), asked.card(), amount);
    }
}
