package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.RechargeCalls.after;
import static com.phoneunite.testkit.contract.RechargeCalls.inReview;
import static com.phoneunite.testkit.contract.RechargeCalls.list;
import static com.phoneunite.testkit.contract.RechargeCalls.noting;
import static com.phoneunite.testkit.contract.RechargeCalls.review;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Ports of payment attempts whose lists and sums have one fault each. */
final class BrokenRechargeLists {

    private static final Breaking<RechargeRepository> PORT =
            new Breaking<>(RechargeRepositoryContract.class, RechargeRepository.class, "recharges");

    private BrokenRechargeLists() {}

    static List<BrokenAdapter> all() {
        return Stream.of(lists(), sums(), checks(), reviews())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> lists() {
        String order = "X5_attemptsAreListedAsTheyWereRecordedBehindACursor";
        return List.of(
                PORT.of(
                        order,
                        "the collation of a dictionary",
                        "list",
                        (real, given) -> list(real, given).stream()
                                .sorted(Comparator.comparing(
                                                (Recharge one) -> one.attempt().recordedAt())
                                        .thenComparing(one -> one.key().value(), String.CASE_INSENSITIVE_ORDER))
                                .toList(),
                        "all attempts"),
                PORT.of(
                        order,
                        "a limit that is not kept",
                        "list",
                        (real, given) -> real.list((AccountId) given[0], after(given), Integer.MAX_VALUE),
                        "two attempts"),
                PORT.of(
                        order,
                        "a cursor that shows its own attempt again",
                        "list",
                        (real, given) -> real.list(
                                (AccountId) given[0],
                                after(given)
                                        .map(one -> new RechargeCursor(
                                                one.recordedAt().minusNanos(1), one.key())),
                                (int) given[2]),
                        "behind the second"),
                PORT.of(
                        order,
                        "a cursor that knows the moment only",
                        "list",
                        (real, given) -> real.list(
                                (AccountId) given[0],
                                after(given).map(one -> new RechargeCursor(one.recordedAt(), new IdempotencyKey("~"))),
                                (int) given[2]),
                        "behind the second"),
                PORT.of(
                        "X5_aPageIsAsLongAsItIsAskedFor",
                        "lists cut off at a hundred",
                        "list",
                        (real, given) -> list(real, given).stream().limit(100).toList(),
                        "answered 100"));
    }

    private static List<BrokenAdapter> sums() {
        String test = "P4_theSumOfAMonthIsOfWhatWasAskedForInIt";
        return List.of(
                PORT.of(
                        test,
                        "a sum in an int",
                        "sumMinor",
                        (real, given) -> (long) (int) sum(real, given),
                        "5000000030"),
                PORT.of(
                        test,
                        "BETWEEN, which takes the end in",
                        "sumMinor",
                        (real, given) -> sum(real, given[0], given[1], ((Instant) given[2]).plusNanos(1_000), given[3]),
                        "answered 5000007030"),
                PORT.of(
                        test,
                        "`>` for `>=` at the beginning",
                        "sumMinor",
                        (real, given) -> sum(real, given[0], ((Instant) given[1]).plusNanos(1), given[2], given[3]),
                        "answered 2000000030"),
                PORT.of(
                        test,
                        "what is unresolved left out",
                        "sumMinor",
                        (real, given) -> sum(real, given[0], given[1], given[2], Set.of(RechargeState.SUCCEEDED)),
                        "answered 3000000000"),
                PORT.of(
                        test,
                        "states that are not looked at",
                        "sumMinor",
                        (real, given) -> sum(real, given[0], given[1], given[2], Set.of(RechargeState.values())),
                        "answered 5000000530"),
                PORT.whole(
                        test,
                        "the sum of all accounts",
                        store -> {
                            AtomicReference<Long> others = new AtomicReference<>(0L);
                            RechargeRepository noting = noting(store.recharges(), one -> {
                                if (one.account().equals(Facts.account(2))) {
                                    others.set(others.get() + one.amount().getAmountMinorLong());
                                }
                            });
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    noting,
                                    "sumMinor",
                                    (real, given) -> sum(real, given) + others.get());
                        },
                        "answered 5000090030"));
    }

    private static List<BrokenAdapter> checks() {
        return List.of(
                PORT.of(
                        "P7_whatIsToBeCheckedIsInTheOrderOfItsChecks",
                        "in the order in which they were recorded",
                        "toCheck",
                        (real, given) -> real.toCheck((AccountId) given[0], (Instant) given[1]).stream()
                                .sorted(Comparator.comparing(
                                        one -> one.attempt().recordedAt()))
                                .toList(),
                        "the oldest check first"),
                PORT.of(
                        "P7_whatIsToBeCheckedIsInTheOrderOfItsChecks",
                        "`<` for `<=` at the moment",
                        "toCheck",
                        (real, given) -> real.toCheck((AccountId) given[0], ((Instant) given[1]).minusNanos(1_000)),
                        "by then"),
                PORT.of(
                        "P7_whatIsToBeCheckedIsInTheOrderOfItsChecks",
                        "only what is unresolved",
                        "toCheck",
                        (real, given) -> real.toCheck((AccountId) given[0], (Instant) given[1]).stream()
                                .filter(one -> one.state().isUnresolved())
                                .toList(),
                        "answered []"),
                PORT.whole(
                        "P7_aCheckThatWasMadeOrPutOffIsGone",
                        "a check that stays on the list",
                        store -> {
                            NavigableSet<Instant> all = new TreeSet<>();
                            RechargeRepository noting = noting(
                                    store.recharges(), one -> one.nextCheck().ifPresent(all::add));
                            return Spoiled.port(
                                    RechargeRepository.class,
                                    noting,
                                    "nextCheck",
                                    (real, given) -> all.stream().findFirst());
                        },
                        "the next check once it was put off"));
    }

    private static List<BrokenAdapter> reviews() {
        String listed = "P7_attemptsInReviewOfAllAccountsAreListed";
        return List.of(
                PORT.of(
                        listed,
                        "in the order of the keys",
                        "inReview",
                        (real, given) -> inReview(real, given).stream()
                                .sorted(Comparator.comparing(InReview::key))
                                .toList(),
                        "by account and key"),
                PORT.of(
                        listed,
                        "a cursor that is not used",
                        "inReview",
                        (real, given) -> real.inReview(Optional.empty(), (int) given[1]),
                        "behind the first"),
                PORT.whole(
                        listed,
                        "a review that is never taken off the list",
                        store -> directory(store.recharges()),
                        "once one was decided"),
                PORT.whole(
                        "X1_aReviewThatIsRolledBackIsNotListed",
                        "a list that is written before the commit",
                        store -> directory(store.recharges()),
                        "attempts in review after a rollback"));
    }

    /** A directory of reviews that is written at once and never tidied up. */
    private static RechargeRepository directory(RechargeRepository real) {
        NavigableSet<InReview> listed = new TreeSet<>();
        RechargeRepository noting = noting(real, one -> {
            if (one.state() == RechargeState.IN_REVIEW) {
                listed.add(new InReview(one.account(), one.key().value()));
            }
        });
        return Spoiled.port(
                RechargeRepository.class,
                noting,
                "inReview",
                (same, given) -> listed.stream()
                        .filter(one -> review(given).isEmpty()
                                || one.compareTo(review(given).orElseThrow()) > 0)
                        .limit((int) given[1])
                        .toList());
    }

    private static long sum(RechargeRepository real, Object... given) {
        @SuppressWarnings("unchecked") // so the port says
        Set<RechargeState> states = (Set<RechargeState>) given[3];
        return real.sumMinor((AccountId) given[0], (Instant) given[1], (Instant) given[2], states);
    }
}
