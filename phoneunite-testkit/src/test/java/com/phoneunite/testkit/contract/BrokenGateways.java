package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.VerifiedNotification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Gateways with one fault each, as adapters of providers have them. */
final class BrokenGateways {

    private BrokenGateways() {}

    static List<BrokenAdapter> all() {
        return Stream.of(
                        amounts(),
                        keys(),
                        declines(),
                        failures(),
                        tokens(),
                        lookUps(),
                        cancels(),
                        refunds(),
                        notifications())
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
                of(
                        "P6_nothingIsAnsweredWithNull",
                        "null for no reversals",
                        "reversals",
                        (real, given) -> null,
                        "answered null to reversals"));
    }

    private static List<BrokenAdapter> failures() {
        String unknown = "P6_whatFailsIsUnknownAndNeverDeclined";
        return List.of(
                of(
                        unknown,
                        "an exception taken for a decline",
                        "charge",
                        caught(new PaymentOutcome.Declined(DeclineReason.RETRY_LATER)),
                        "answered Declined",
                        "received and failed at"),
                of(
                        unknown,
                        "an exception taken for never sent",
                        "charge",
                        caught(new PaymentOutcome.NotAttempted("502")),
                        "answered NotAttempted"),
                of(
                        unknown,
                        "an exception taken for a card that is rejected",
                        "describe",
                        caught(new CardOutcome.Rejected()),
                        "failed to describe"),
                of(
                        "P7_aLookUpThatFailsIsNeverNotFound",
                        "an exception taken for not found",
                        "find",
                        caught(Optional.empty()),
                        "answered Optional.empty to a look-up"),
                of(
                        "P11_aRefundThatFailsIsUnknown",
                        "an exception taken for a no",
                        "refund",
                        caught(new RefundOutcome.Declined("502")),
                        "to a refund that its provider received"),
                of(
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
                of(
                        "P6_aTokenOfNoCardIsNotCharged",
                        "a card made up from its token",
                        "describe",
                        (real, given) -> new CardOutcome.Known("Card", "0000", YearMonth.of(2040, 12)),
                        "for a token that stands for no card",
                        "0000"),
                of(
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

    private static List<BrokenAdapter> lookUps() {
        return List.of(
                finding(
                        "P7_aRequestThatWasNeverMadeIsNotFound",
                        "not found taken for a decline",
                        (real, asked) -> Optional.of(
                                real.find(asked).orElse(new PaymentOutcome.Declined(DeclineReason.RETRY_LATER))),
                        "never charged",
                        "RETRY_LATER"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "a copy that is behind",
                        (real, asked) -> real.find(asked).map(found -> new PaymentOutcome.Pending()),
                        "a charge that has succeeded"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "declared, and not implemented",
                        (real, asked) -> Optional.of(new PaymentOutcome.Unknown("this gateway cannot be asked")),
                        "cannot be asked"),
                finding(
                        "P7_aChargeIsFoundAsItWasAnswered",
                        "every decline taken for now",
                        (real, asked) -> real.find(asked).map(found -> declinedAs(DeclineReason.RETRY_LATER, found)),
                        "declined with CUSTOMER_MUST_ACT"),
                finding(
                        "P7_aLookUpChargesNothing",
                        "a look-up that is a charge",
                        (real, asked) -> Optional.of(real.charge(asked)),
                        "by a look-up"));
    }

    private static List<BrokenAdapter> cancels() {
        return List.of(
                of(
                        "P5_whatWaitsForTheCustomerIsCalledOffForGood",
                        "called off before the provider has confirmed",
                        "cancel",
                        (real, given) -> new CancelOutcome.Cancelled(),
                        "a charge that was called off"),
                whole(
                        "P5_whatWaitsForTheCustomerIsCalledOffForGood",
                        "an error where it is called off already",
                        real -> {
                            Set<Object> cancelled = ConcurrentHashMap.newKeySet();
                            return spoiled(
                                    real,
                                    "cancel",
                                    (same, given) -> cancelled.add(given[0])
                                            ? same.cancel((PaymentRequest) given[0])
                                            : new CancelOutcome.Unknown("400"));
                        },
                        "calling off what waits, twice"),
                of(
                        "P5_whatIsCapturedIsNotCalledOff",
                        "too late told as called off",
                        "cancel",
                        (real, given) -> {
                            real.cancel((PaymentRequest) given[0]);
                            return new CancelOutcome.Cancelled();
                        },
                        "calling off what is captured"));
    }

    private static List<BrokenAdapter> refunds() {
        String told = "P11_refundsAreToldByTheirKeysAmongTheReversalsOfTheirCharge";
        AtomicInteger calls = new AtomicInteger();
        return List.of(
                refunding(
                        "P11_aRefundIsDoneOnceForItsKey",
                        "a new key for each call",
                        (real, asked) -> real.refund(new RefundRequest(
                                asked.charge(), asked.key() + "#" + calls.incrementAndGet(), asked.amount())),
                        "asked for twice"),
                refunding(
                        "P11_aRefundIsDoneOnceForItsKey",
                        "declared, and not implemented",
                        (real, asked) -> new RefundOutcome.NotAttempted("this gateway cannot refund"),
                        "asked for once",
                        "cannot refund"),
                refunding(
                        "P11_noMoreIsGivenBackThanIsLeft",
                        "a credit that no charge bounds",
                        (real, asked) -> new RefundOutcome.Done(),
                        "more than was captured"),
                refunding(
                        "P11_noMoreIsGivenBackThanIsLeft",
                        "each refund bounded by itself",
                        (real, asked) ->
                                asked.amount().isGreaterThan(asked.charge().amount())
                                        ? new RefundOutcome.Declined("too much")
                                        : new RefundOutcome.Done(),
                        "one minor unit more"),
                refunding(
                        "P11_nothingIsGivenBackOfWhatWasNotCaptured",
                        "accepted before it is looked at",
                        (real, asked) -> {
                            real.refund(asked);
                            return new RefundOutcome.Done();
                        },
                        "never charged"),
                of(
                        told,
                        "refunds told by the provider's ids",
                        "reversals",
                        (real, given) -> real.reversals((PaymentRequest) given[0]).stream()
                                .map(one -> ReportedReversal.refund("re_" + calls.incrementAndGet(), one.amount()))
                                .toList(),
                        "with two refunds",
                        "re_"),
                of(
                        told,
                        "the first page only",
                        "reversals",
                        (real, given) -> real.reversals((PaymentRequest) given[0]).stream()
                                .limit(1)
                                .toList(),
                        "with two refunds"),
                whole(
                        told,
                        "the reversals of all charges",
                        real -> {
                            Set<PaymentRequest> asked = ConcurrentHashMap.newKeySet();
                            return spoiled(real, "reversals", (same, given) -> {
                                asked.add((PaymentRequest) given[0]);
                                return asked.stream()
                                        .flatMap(one -> same.reversals(one).stream())
                                        .toList();
                            });
                        },
                        "without refunds"),
                whole(
                        "P7_aRefundIsFoundByItsKey",
                        "a refund told by its charge",
                        real -> spoiled(
                                real,
                                "findRefund",
                                (same, given) -> same.reversals(((RefundRequest) given[0]).charge()).stream()
                                        .map(one -> new RefundOutcome.Done())
                                        .findFirst()),
                        "another refund of the same charge"));
    }

    private static List<BrokenAdapter> notifications() {
        String request = "P8_aNotificationOfTheGatewaysTellsItsRequest";
        return List.of(
                verifying(
                        request,
                        "the provider's id of the charge",
                        (real, sent) -> real.verify(sent)
                                .map(told -> new VerifiedNotification(
                                        told.id(), "ch_" + told.key().length())),
                        "the request that a notification is about"),
                verifying(
                        request,
                        "the type of the event for its id",
                        (real, sent) ->
                                real.verify(sent).map(told -> new VerifiedNotification("charge.succeeded", told.key())),
                        "by one id"),
                verifying(
                        "P8_whatWasAlteredOnItsWayIsNotVerified",
                        "a signature that nobody checks",
                        (real, sent) -> parsed(sent),
                        "a notification with"),
                verifying(
                        "P8_whatWasAlteredOnItsWayIsNotVerified",
                        "a signature that need only be there",
                        (real, sent) -> sent.headers().isEmpty() ? Optional.empty() : parsed(sent),
                        "a notification with"),
                verifying(
                        "P8_whatIsNoNotificationIsNotVerified",
                        "a text that is read before it is verified",
                        (real, sent) -> {
                            if (parsed(sent).isEmpty()) {
                                throw new IllegalStateException("cannot be parsed");
                            }
                            return real.verify(sent);
                        },
                        "threw",
                        "cannot be parsed"));
    }

    /** What one method does instead, of what it is given. */
    @FunctionalInterface
    private interface Instead<G, A> {
        A answer(PaymentGateway real, G given) throws Throwable;
    }

    private static BrokenAdapter charging(
            String test, String fault, Instead<PaymentRequest, PaymentOutcome> instead, String... words) {
        return of(test, fault, "charge", (real, given) -> instead.answer(real, (PaymentRequest) given[0]), words);
    }

    private static BrokenAdapter finding(
            String test, String fault, Instead<PaymentRequest, Optional<PaymentOutcome>> instead, String... words) {
        return of(test, fault, "find", (real, given) -> instead.answer(real, (PaymentRequest) given[0]), words);
    }

    private static BrokenAdapter refunding(
            String test, String fault, Instead<RefundRequest, RefundOutcome> instead, String... words) {
        return of(test, fault, "refund", (real, given) -> instead.answer(real, (RefundRequest) given[0]), words);
    }

    private static BrokenAdapter verifying(
            String test,
            String fault,
            Instead<PaymentNotification, Optional<VerifiedNotification>> instead,
            String... words) {
        return of(test, fault, "verify", (real, given) -> instead.answer(real, (PaymentNotification) given[0]), words);
    }

    private static BrokenAdapter of(
            String test, String fault, String method, Spoiled.Fault<PaymentGateway> spoiled, String... words) {
        return whole(test, fault, real -> spoiled(real, method, spoiled), words);
    }

    private static BrokenAdapter whole(String test, String fault, UnaryOperator<PaymentGateway> made, String... words) {
        return new BrokenAdapter(
                fault, PaymentGatewayContract.class, () -> GatewaySubject.of(made), test, List.of(words));
    }

    /** The gateway with one method that does something else; what it has by default is overridden, too. */
    private static PaymentGateway spoiled(PaymentGateway real, String method, Spoiled.Fault<PaymentGateway> fault) {
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, called, given) -> {
                    if (called.getName().equals(method)) {
                        return fault.answer(real, given == null ? new Object[0] : given);
                    }
                    try {
                        return called.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Answers so where the provider fails. */
    private static Spoiled.Fault<PaymentGateway> caught(Object instead) {
        return (real, given) -> {
            try {
                return answered(real, given[0], instead);
            } catch (IllegalStateException e) {
                return instead;
            }
        };
    }

    private static Object answered(PaymentGateway real, Object given, Object kind) {
        if (given instanceof PaymentToken card) {
            return real.describe(card);
        }
        if (given instanceof RefundRequest refund) {
            return kind instanceof Optional ? real.findRefund(refund) : real.refund(refund);
        }
        PaymentRequest charge = (PaymentRequest) given;
        return kind instanceof Optional ? real.find(charge) : real.charge(charge);
    }

    private static PaymentOutcome declinedAs(DeclineReason reason, PaymentOutcome answer) {
        return answer instanceof PaymentOutcome.Declined ? new PaymentOutcome.Declined(reason) : answer;
    }

    private static boolean isOfNobody(PaymentToken card) {
        return card.reveal().equals("tok_of_nobody");
    }

    private static Optional<VerifiedNotification> parsed(PaymentNotification sent) {
        int space = sent.body().indexOf(' ');
        return space <= 0
                ? Optional.empty()
                : Optional.of(new VerifiedNotification(
                        sent.body().substring(0, space), sent.body().substring(space + 1)));
    }

    private static PaymentRequest with(PaymentRequest asked, Money amount) {
        return new PaymentRequest(asked.account(), asked.key(), asked.card(), amount);
    }

    private static PaymentRequest named(PaymentRequest asked, String key) {
        return new PaymentRequest(asked.account(), key, asked.card(), asked.amount());
    }
}
