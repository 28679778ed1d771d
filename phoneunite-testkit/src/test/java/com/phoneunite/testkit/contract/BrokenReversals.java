package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Ports of refunds and disputes with one fault each. */
final class BrokenReversals {

    private static final Breaking<ReversalRepository> PORT =
            new Breaking<>(ReversalRepositoryContract.class, ReversalRepository.class, "reversals");

    private BrokenReversals() {}

    static List<BrokenAdapter> all() {
        return Stream.of(refunds(), reversals(), reviews(), boundaries())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> refunds() {
        return List.of(
                PORT.of(
                        "P11_aRefundIsReadAsItWasSaved",
                        "a decision that is not kept",
                        "findRefund",
                        (real, given) -> real.findRefund((AccountId) given[0], (IdempotencyKey) given[1])
                                .map(BrokenReversals::withoutResolution),
                        "a refund that was saved",
                        "Ben"),
                PORT.whole(
                        "P11_aRefundIsReadAsItWasSaved",
                        "a row for each save",
                        store -> {
                            List<Refund> rows = new ArrayList<>();
                            ReversalRepository noting = noting(store.reversals(), saved -> {
                                if (saved instanceof Refund one) {
                                    rows.add(one);
                                }
                            });
                            return Spoiled.port(
                                    ReversalRepository.class, noting, "refundsOf", (real, given) -> List.copyOf(rows));
                        },
                        "saved twice",
                        "answered 2"),
                PORT.of(
                        "P11_refundsAreFoundByTheirRecharge",
                        "lists cut off at a hundred",
                        "refundsOf",
                        (real, given) ->
                                refundsOf(real, given).stream().limit(100).toList(),
                        "answered 100"),
                PORT.of(
                        "P11_refundsAreFoundByTheirRecharge",
                        "no ORDER BY",
                        "refundsOf",
                        (real, given) -> {
                            List<Refund> all = new ArrayList<>(refundsOf(real, given));
                            Collections.reverse(all);
                            return all;
                        },
                        "by key"),
                PORT.of(
                        "P7_refundsToCheckAreInTheOrderOfTheirChecks",
                        "in the order of their keys",
                        "refundsToCheck",
                        (real, given) -> real.refundsToCheck((AccountId) given[0], (Instant) given[1]).stream()
                                .sorted(Comparator.comparing(Refund::key))
                                .toList(),
                        "the oldest check first"),
                PORT.of(
                        "P7_refundsToCheckAreInTheOrderOfTheirChecks",
                        "`<` for `<=` at the moment",
                        "refundsToCheck",
                        (real, given) ->
                                real.refundsToCheck((AccountId) given[0], ((Instant) given[1]).minusNanos(1_000)),
                        "by then"),
                PORT.whole(
                        "P7_aCheckOfARefundThatWasMadeOrPutOffIsGone",
                        "a check that stays on the list",
                        store -> {
                            NavigableSet<Instant> all = new TreeSet<>();
                            ReversalRepository noting = noting(store.reversals(), saved -> {
                                if (saved instanceof Refund one) {
                                    one.nextCheck().ifPresent(all::add);
                                }
                            });
                            return Spoiled.port(
                                    ReversalRepository.class,
                                    noting,
                                    "nextCheck",
                                    (real, given) -> all.stream().findFirst());
                        },
                        "once it was put off"));
    }

    private static List<BrokenAdapter> reversals() {
        String apart = "P11_aReferenceTellsReversalsOfItsKindApart";
        return List.of(
                PORT.of(
                        "P11_aReversalIsReadAsItWasSaved",
                        "one currency for all amounts",
                        "findReversal",
                        (real, given) -> reversal(real, given).map(BrokenReversals::inDollars),
                        "JPY",
                        "a reversal that was saved"),
                PORT.whole(
                        apart,
                        "a unique key without the kind",
                        store -> {
                            Map<String, Reversal> byReference = new HashMap<>();
                            ReversalRepository noting = noting(store.reversals(), saved -> {
                                if (saved instanceof Reversal one) {
                                    byReference.putIfAbsent(one.reference(), one);
                                }
                            });
                            return Spoiled.port(
                                    ReversalRepository.class,
                                    noting,
                                    "findReversal",
                                    (real, given) -> Optional.ofNullable(byReference.get((String) given[2])));
                        },
                        "the dispute under the reference of a refund"),
                PORT.of(
                        apart,
                        "in the order of the references alone",
                        "reversalsOf",
                        (real, given) -> real.reversalsOf((AccountId) given[0], (IdempotencyKey) given[1]).stream()
                                .sorted(Comparator.comparing(Reversal::reference)
                                        .thenComparing(Reversal::kind))
                                .toList(),
                        "disputes first"));
    }

    private static List<BrokenAdapter> reviews() {
        return List.of(
                PORT.whole(
                        "P7_refundsInReviewOfAllAccountsAreListed",
                        "a review that is never taken off the list",
                        store -> directory(store.reversals(), "refundsInReview"),
                        "once one was decided"),
                PORT.of(
                        "P7_refundsInReviewOfAllAccountsAreListed",
                        "a limit that is not kept",
                        "refundsInReview",
                        (real, given) -> real.refundsInReview(review(given), 500),
                        "one refund in review"),
                PORT.of(
                        "P9_reversalsInReviewOfAllAccountsAreListed",
                        "refunds shown for reversals",
                        "reversalsInReview",
                        (real, given) -> real.refundsInReview(review(given), (int) given[1]),
                        "by account, kind and reference"),
                PORT.of(
                        "P9_reversalsInReviewOfAllAccountsAreListed",
                        "a cursor that is not used",
                        "reversalsInReview",
                        (real, given) -> real.reversalsInReview(Optional.empty(), (int) given[1]),
                        "behind the first"));
    }

    private static List<BrokenAdapter> boundaries() {
        return List.of(
                PORT.whole(
                        "P11_anAccountHasItsOwnRefundsOnly",
                        "refunds told apart by their keys alone",
                        store -> {
                            List<Refund> rows = new ArrayList<>();
                            ReversalRepository noting = noting(store.reversals(), saved -> {
                                if (saved instanceof Refund one) {
                                    rows.add(0, one);
                                }
                            });
                            return Spoiled.port(
                                    ReversalRepository.class,
                                    noting,
                                    "findRefund",
                                    (real, given) -> rows.stream()
                                            .filter(one -> one.key().equals(given[1]))
                                            .findFirst());
                        },
                        "a refund under the key of another account's"),
                PORT.whole(
                        "P11_anAccountHasItsOwnRefundsOnly",
                        "a primary key without the account",
                        store -> {
                            List<Refund> rows = new ArrayList<>();
                            ReversalRepository noting = noting(store.reversals(), saved -> {
                                if (saved instanceof Refund one) {
                                    rows.removeIf(former -> former.key().equals(one.key()));
                                    rows.add(one);
                                }
                            });
                            return Spoiled.port(
                                    ReversalRepository.class,
                                    noting,
                                    "findRefund",
                                    (real, given) -> rows.stream()
                                            .filter(one -> one.account().equals(given[0])
                                                    && one.key().equals(given[1]))
                                            .findFirst());
                        },
                        "the refund of another account under a key that was used here, too"),
                PORT.forgetful("X1_aReversalIsThereAfterARestart", "a dispute after a restart"),
                PORT.cached(
                        "X1_aRefundThatIsRolledBackWasNeverMade", "save", "findRefund", "a refund after a rollback"),
                PORT.whole(
                        "X1_aRefundThatIsRolledBackWasNeverMade",
                        "a list that is written before the commit",
                        store -> directory(store.reversals(), "refundsInReview"),
                        "refunds in review after a rollback"),
                PORT.committingByItself("X1_aRefundNeedsAUnitOfWork", "save", "let saving a refund"),
                PORT.forgetful("X1_aRefundIsThereAfterARestart", "the refunds of a recharge after a restart"));
    }

    private static ReversalRepository noting(ReversalRepository real, Consumer<Object> told) {
        return Spoiled.port(ReversalRepository.class, real, "save", (same, given) -> {
            told.accept(given[0]);
            return Breaking.call(same, "save", given);
        });
    }

    /** A directory of reviews that is written at once and never tidied up. */
    private static ReversalRepository directory(ReversalRepository real, String method) {
        NavigableSet<InReview> listed = new TreeSet<>();
        ReversalRepository noting = noting(real, saved -> {
            if (saved instanceof Refund one && one.state() == RefundState.IN_REVIEW) {
                listed.add(new InReview(one.account(), one.key().value()));
            }
        });
        return Spoiled.port(
                ReversalRepository.class,
                noting,
                method,
                (same, given) -> listed.stream()
                        .filter(one -> review(given).isEmpty()
                                || one.compareTo(review(given).orElseThrow()) > 0)
                        .limit((int) given[1])
                        .toList());
    }

    private static List<Refund> refundsOf(ReversalRepository real, Object... given) {
        return real.refundsOf((AccountId) given[0], (IdempotencyKey) given[1]);
    }

    private static Optional<Reversal> reversal(ReversalRepository real, Object... given) {
        return real.findReversal((AccountId) given[0], (ReportedReversal.Kind) given[1], (String) given[2]);
    }

    private static Optional<InReview> review(Object... given) {
        return ((Optional<?>) given[0]).map(InReview.class::cast);
    }

    private static Refund withoutResolution(Refund one) {
        return new Refund(
                one.account(),
                one.key(),
                one.recharge(),
                one.amount(),
                one.actor(),
                one.state(),
                one.calls(),
                one.recordedAt(),
                one.askedAt(),
                one.changedAt(),
                one.nextCheck(),
                Optional.empty());
    }

    private static Reversal inDollars(Reversal one) {
        return new Reversal(
                one.account(),
                one.kind(),
                one.reference(),
                one.recharge(),
                Money.ofMinor(CurrencyUnit.USD, one.amount().getAmountMinorLong()),
                one.state(),
                one.recordedAt(),
                one.resolution());
    }
}
