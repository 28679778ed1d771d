package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.RechargeCalls.find;
import static com.phoneunite.testkit.contract.RechargeCalls.noting;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Ports of payment attempts with one fault each. */
final class BrokenRecharges {

    private static final Breaking<RechargeRepository> PORT =
            new Breaking<>(RechargeRepositoryContract.class, RechargeRepository.class, "recharges");

    private BrokenRecharges() {}

    static List<BrokenAdapter> all() {
        return Stream.of(facts(), unresolved(), boundaries(), BrokenRechargeLists.all(), notes(), cards())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> facts() {
        return List.of(
                PORT.of(
                        "P5_anAttemptIsReadAsItWasSaved",
                        "a column that is not read",
                        "find",
                        (real, given) -> find(real, given).map(one -> with(one, one.captured(), Optional.empty())),
                        "an attempt that was saved",
                        "tape"),
                PORT.of(
                        "P9_whatWasCapturedIsReadInItsOwnCurrency",
                        "one currency for all amounts",
                        "find",
                        (real, given) -> find(real, given)
                                .map(one -> with(
                                        one,
                                        one.captured()
                                                .map(captured ->
                                                        Money.ofMinor(CurrencyUnit.USD, captured.getAmountMinorLong())),
                                        one.note())),
                        "USD 10.00",
                        "JPY 1000"),
                PORT.of(
                        "P8_whatWasSavedLastCounts",
                        "a settled attempt that is never overwritten",
                        "save",
                        (real, given) -> {
                            Recharge one = (Recharge) given[0];
                            boolean isSettled = real.find(one.account(), one.key())
                                    .filter(former -> former.state().hasFailed())
                                    .isPresent();
                            if (!isSettled) {
                                real.save(one);
                            }
                            return null;
                        },
                        "captured after it was declined"));
    }

    private static List<BrokenAdapter> unresolved() {
        return List.of(
                PORT.of(
                        "P5_theUnresolvedAttemptIsFoundInEachOfItsStates",
                        "a state that the index leaves out",
                        "findUnresolved",
                        (real, given) -> real.findUnresolved((AccountId) given[0])
                                .filter(one -> one.state() != RechargeState.ACTION_REQUIRED),
                        "whose only one is ACTION_REQUIRED"),
                PORT.whole(
                        "P5_theUnresolvedAttemptIsFoundInEachOfItsStates",
                        "an attempt that stays unresolved",
                        store -> {
                            Map<AccountId, Recharge> last = new HashMap<>();
                            RechargeRepository noting = noting(store.recharges(), one -> {
                                if (one.state().isUnresolved()) {
                                    last.put(one.account(), one);
                                }
                            });
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    noting,
                                    "findUnresolved",
                                    (real, given) -> Optional.ofNullable(last.get((AccountId) given[0])));
                        },
                        "whose only one is SUCCEEDED"),
                PORT.of(
                        "P5_anAttemptInReviewIsToldApartFromOneThatIsUnresolved",
                        "an unresolved attempt counted as one in review",
                        "anyInReview",
                        (real, given) -> real.anyInReview((AccountId) given[0])
                                || real.findUnresolved((AccountId) given[0]).isPresent(),
                        "with one unknown"),
                PORT.of(
                        "P5_anAttemptInReviewIsToldApartFromOneThatIsUnresolved",
                        "a review counted as unresolved",
                        "findUnresolved",
                        (real, given) -> everything(real, (AccountId) given[0])
                                .filter(one -> one.state() == RechargeState.IN_REVIEW
                                        || one.state().isUnresolved())
                                .findFirst(),
                        "beside one in review"),
                PORT.of(
                        "P5_aSecondUnresolvedAttemptIsAFault",
                        "no unique index on what is unresolved",
                        "save",
                        (real, given) -> {
                            try {
                                real.save((Recharge) given[0]);
                            } catch (PhoneUniteFault e) {
                                return null;
                            }
                            return null;
                        },
                        "let a second unresolved attempt pass"),
                PORT.seenOnceByEachThread(
                        "P5_ofManyWhoFindNothingUnresolvedOneMakesAnAttempt",
                        "findUnresolved",
                        "two unresolved recharges"));
    }

    private static List<BrokenAdapter> boundaries() {
        return List.of(
                PORT.whole(
                        "P5_anAccountHasItsOwnAttemptsOnly",
                        "a key without its account",
                        store -> {
                            Map<IdempotencyKey, Recharge> byKey = new HashMap<>();
                            RechargeRepository noting = noting(store.recharges(), one -> byKey.put(one.key(), one));
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    noting,
                                    "find",
                                    (real, given) -> Optional.ofNullable(byKey.get((IdempotencyKey) given[1])));
                        },
                        "under the key of another account's"),
                PORT.whole(
                        "P5_anAccountHasItsOwnAttemptsOnly",
                        "an unresolved attempt of any account",
                        store -> {
                            AtomicReference<Optional<Recharge>> last = new AtomicReference<>(Optional.empty());
                            RechargeRepository noting = noting(store.recharges(), one -> last.set(Optional.of(one)));
                            return Spoiled.port(
                                    RechargeRepository.class, noting, "findUnresolved", (real, given) -> last.get());
                        },
                        "the unresolved attempt, with one in another account"),
                PORT.whole(
                        "P5_anAccountHasItsOwnAttemptsOnly",
                        "checks of all accounts",
                        store -> {
                            Map<IdempotencyKey, Recharge> byKey = new HashMap<>();
                            RechargeRepository noting = noting(store.recharges(), one -> byKey.put(one.key(), one));
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    noting,
                                    "toCheck",
                                    (real, given) -> byKey.values().stream()
                                            .filter(one -> one.nextCheck().isPresent())
                                            .toList());
                        },
                        "what is to be checked, with an attempt of another account"),
                PORT.of(
                        "P5_anAccountHasItsOwnAttemptsOnly",
                        "whether any of any account is in review",
                        "anyInReview",
                        (real, given) -> !real.inReview(Optional.empty(), 1).isEmpty(),
                        "whether any is in review, with one of another account",
                        "expected was false"),
                PORT.cached("X1_anAttemptThatIsRolledBackWasNeverMade", "save", "find", "after a rollback"),
                PORT.committingByItself("X1_anAttemptNeedsAUnitOfWork", "save", "let saving an attempt"),
                PORT.forgetful("X1_anAttemptIsThereAfterARestart", "after a restart", "answered Optional.empty"));
    }

    private static List<BrokenAdapter> notes() {
        return List.of(
                PORT.whole(
                        "P8_aNotificationIsNewOnceForItsAttempt",
                        "notifications told apart without their attempts",
                        store -> {
                            Set<String> known = ConcurrentHashMap.newKeySet();
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    store.recharges(),
                                    "note",
                                    (real, given) -> known.add(given[0] + "/" + given[2]));
                        },
                        "new for another attempt",
                        "expected was true"),
                PORT.of(
                        "P8_aNotificationIsNewOnceForItsAttempt",
                        "an insert that says it inserted",
                        "note",
                        (real, given) -> {
                            note(real, given);
                            return true;
                        },
                        "new again",
                        "expected was false"),
                PORT.whole(
                        "P8_theLastHundredNotificationsOfAnAttemptAreKept",
                        "notifications that are kept for ever",
                        store -> {
                            Set<List<Object>> known = ConcurrentHashMap.newKeySet();
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    store.recharges(),
                                    "note",
                                    (real, given) -> known.add(List.of(given)));
                        },
                        "the first of a hundred and one"),
                PORT.whole(
                        "P8_theLastHundredNotificationsOfAnAttemptAreKept",
                        "the last notification only",
                        store -> {
                            Map<Object, Object> last = new HashMap<>();
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    store.recharges(),
                                    "note",
                                    (real, given) -> !given[2].equals(last.put(given[1], given[2])));
                        },
                        "how many of the last hundred"),
                PORT.of(
                        "P8_aNotificationChangesNothingOfItsAttempt",
                        "a late notification that opens what was settled",
                        "note",
                        (real, given) -> {
                            find(real, given)
                                    .ifPresent(
                                            one -> real.save(Samples.recharge(one.attempt(), RechargeState.PENDING)));
                            return note(real, given);
                        },
                        "PENDING",
                        "after a notification"),
                PORT.whole(
                        "P8_aNotificationThatIsRolledBackIsNewAgain",
                        "notifications noted outside the unit of work",
                        store -> {
                            Set<List<Object>> known = ConcurrentHashMap.newKeySet();
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    store.recharges(),
                                    "note",
                                    (real, given) -> known.add(List.of(given)) && note(real, given));
                        },
                        "whose change was rolled back"));
    }

    private static List<BrokenAdapter> cards() {
        return List.of(
                PORT.of(
                        "P1_anAccountHasOneCardOnFile",
                        "a card added to the former ones",
                        "saveCard",
                        (real, given) -> {
                            if (token(given).isEmpty()
                                    || real.card((AccountId) given[0]).isEmpty()) {
                                real.saveCard((AccountId) given[0], token(given));
                            }
                            return null;
                        },
                        "put on file last"),
                PORT.of(
                        "P1_anAccountHasOneCardOnFile",
                        "a card that is never forgotten",
                        "saveCard",
                        (real, given) -> {
                            token(given).ifPresent(card -> real.saveCard((AccountId) given[0], token(given)));
                            return null;
                        },
                        "once it is removed"),
                PORT.cached(
                        "X1_aCardThatIsRolledBackWasNeverPutOnFile",
                        "saveCard",
                        "card",
                        "on file after a rollback",
                        "expected was true"),
                PORT.forgetful("X1_aCardIsThereAfterARestart", "whether a card is on file after a restart"),
                PORT.of(
                        "P2_theTokenIsKeptAsTheGatewayGaveIt",
                        "a column of a hundred characters",
                        "card",
                        (real, given) -> real.card((AccountId) given[0])
                                .map(card -> PaymentToken.of(card.reveal().substring(0, 100))),
                        "a token of 255 characters"));
    }

    private static Stream<Recharge> everything(RechargeRepository real, AccountId account) {
        return real.list(account, Optional.empty(), Integer.MAX_VALUE).stream();
    }

    private static boolean note(RechargeRepository real, Object... given) {
        return real.note((AccountId) given[0], (IdempotencyKey) given[1], (String) given[2]);
    }

    private static Optional<PaymentToken> token(Object... given) {
        return ((Optional<?>) given[1]).map(PaymentToken.class::cast);
    }

    private static Recharge with(Recharge one, Optional<Money> captured, Optional<String> note) {
        return new Recharge(
                one.attempt(),
                one.state(),
                one.calls(),
                one.askedAt(),
                one.changedAt(),
                captured,
                one.declined(),
                note,
                one.nextCheck(),
                one.hinted(),
                one.resolution());
    }
}
