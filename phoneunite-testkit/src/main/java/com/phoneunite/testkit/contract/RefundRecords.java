package com.phoneunite.testkit.contract;

import static com.phoneunite.billing.recharge.ReportedReversal.Kind.DISPUTE;
import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.refund;
import static com.phoneunite.testkit.contract.Samples.reversal;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.recharge.ReversalState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link ReversalRepositoryContract} about refunds of ours. */
public interface RefundRecords extends BillingStoreContract {

    @Test
    default void P11_aRefundIsReadAsItWasSaved() {
        Proof.of("P11", "a customer is given back another amount, or the same one twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Refund asked = new Refund(
                    Facts.account(1),
                    drawn.key(10),
                    paid.key(),
                    Samples.usd(drawn.minor(1)),
                    Actor.operator("Ann"),
                    RefundState.UNKNOWN,
                    2,
                    drawn.at(1),
                    drawn.at(2),
                    drawn.at(3),
                    Optional.of(drawn.at(4)),
                    Optional.empty());
            Refund decided = new Refund(
                    Facts.account(1),
                    drawn.key(10),
                    paid.key(),
                    asked.amount(),
                    asked.actor(),
                    RefundState.GIVEN_BACK,
                    3,
                    drawn.at(1),
                    drawn.at(3),
                    drawn.at(5),
                    Optional.empty(),
                    Optional.of(new Resolution(Actor.operator("Ben"), drawn.at(5), "seen", Optional.empty())));
            for (Refund one : List.of(asked, decided)) {
                bench.write(() -> reversals.save(one));
                proof.same(
                        "a refund that was saved",
                        Optional.of(one),
                        bench.read(() -> reversals.findRefund(one.account(), one.key())));
            }
            proof.same(
                    "how many refunds a refund is that was saved twice",
                    1,
                    bench.read(() -> reversals.refundsOf(Facts.account(1), paid.key()))
                            .size());
        });
    }

    @Test
    default void P11_refundsAreFoundByTheirRecharge() {
        Proof.of("P11", "more is given back of a recharge than it was", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Recharge other = captured(bench, 1, 2);
            Recharge theirs = captured(bench, 2, 1);
            bench.write(() -> {
                for (int n = 120; n > 10; n--) {
                    reversals.save(refund(paid, drawn.key(n), RefundState.DONE, drawn.at(n)));
                }
                reversals.save(refund(other, drawn.key(5), RefundState.DONE, drawn.at(1)));
            });
            bench.facts().write(2, () -> reversals.save(refund(theirs, drawn.key(6), RefundState.DONE, drawn.at(1))));
            List<IdempotencyKey> found = bench.read(() -> reversals.refundsOf(Facts.account(1), paid.key())).stream()
                    .map(Refund::key)
                    .toList();
            proof.same("how many refunds a recharge has", 110, found.size());
            proof.list(
                    "the refunds of a recharge, by key", found.stream().sorted().toList(), found);
        });
    }

    @Test
    default void P11_anAccountHasItsOwnRefundsOnly() {
        Proof.of("P11", "a customer is told that money was given back which another one got", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Refund theirs = refund(captured(bench, 2, 1), drawn.key(10), RefundState.UNKNOWN, drawn.at(12));
            bench.facts().write(2, () -> reversals.save(theirs));
            proof.same(
                    "a refund under the key of another account's",
                    Optional.empty(),
                    bench.read(() -> reversals.findRefund(Facts.account(1), drawn.key(10))));
            bench.write(() -> reversals.save(refund(paid, drawn.key(10), RefundState.DONE, drawn.at(11))));
            proof.same(
                    "the refund of another account under a key that was used here, too",
                    Optional.of(theirs),
                    bench.facts().view(2, () -> reversals.findRefund(Facts.account(2), drawn.key(10))));
        });
    }

    @Test
    default void P7_refundsToCheckAreInTheOrderOfTheirChecks() {
        Proof.of("P7", "money stays deducted that a customer was never given", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            AccountId account = Facts.account(1);
            Recharge paid = captured(bench, 1, 1);
            Recharge theirs = captured(bench, 2, 1);
            Refund first = refund(paid, drawn.key(50), RefundState.RECORDED, drawn.at(11));
            Refund second = refund(paid, drawn.key(11), RefundState.UNKNOWN, drawn.at(12));
            Refund third = refund(paid, drawn.key(36), RefundState.UNKNOWN, drawn.at(12));
            Refund later = refund(paid, drawn.key(2), RefundState.RECORDED, drawn.at(13));
            bench.write(() -> List.of(
                            later, third, second, first, refund(paid, drawn.key(3), RefundState.DONE, drawn.at(1)))
                    .forEach(reversals::save));
            bench.facts()
                    .write(2, () -> reversals.save(refund(theirs, drawn.key(1), RefundState.UNKNOWN, drawn.at(10))));
            proof.list(
                    "refunds to be checked by then, the oldest check first, then by key",
                    List.of(first.key(), second.key(), third.key()),
                    bench.read(() -> reversals.refundsToCheck(account, drawn.at(12))).stream()
                            .map(Refund::key)
                            .toList());
            proof.same(
                    "the next check of a refund",
                    Optional.of(drawn.at(11)),
                    bench.read(() -> reversals.nextCheck(account)));
        });
    }

    @Test
    default void P7_aCheckOfARefundThatWasMadeOrPutOffIsGone() {
        Proof.of("P7", "reconciliation asks about the same refund in every run", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            AccountId account = Facts.account(1);
            Recharge paid = captured(bench, 1, 1);
            bench.write(() -> reversals.save(refund(paid, drawn.key(1), RefundState.UNKNOWN, drawn.at(11))));
            bench.write(() -> reversals.save(refund(paid, drawn.key(1), RefundState.UNKNOWN, drawn.at(15))));
            proof.same(
                    "the next check of a refund once it was put off",
                    Optional.of(drawn.at(15)),
                    bench.read(() -> reversals.nextCheck(account)));
            proof.same(
                    "how many refunds are to be checked before",
                    0,
                    bench.read(() -> reversals.refundsToCheck(account, drawn.at(14)))
                            .size());
            bench.write(() -> reversals.save(refund(paid, drawn.key(1), RefundState.DONE, drawn.at(15))));
            proof.same(
                    "the next check of a refund that is done",
                    Optional.empty(),
                    bench.read(() -> reversals.nextCheck(account)));
        });
    }

    @Test
    default void P7_refundsInReviewOfAllAccountsAreListed() {
        Proof.of("P7", "nobody ever decides about a refund that may not have reached its customer", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Recharge theirs = captured(bench, 2, 1);
            bench.facts()
                    .write(2, () -> reversals.save(refund(theirs, drawn.key(1), RefundState.IN_REVIEW, drawn.at(1))));
            bench.write(() -> {
                reversals.save(refund(paid, drawn.key(11), RefundState.IN_REVIEW, drawn.at(1)));
                reversals.save(refund(paid, drawn.key(2), RefundState.UNKNOWN, drawn.at(1)));
            });
            InReview first = new InReview(Facts.account(1), drawn.text(11));
            InReview second = new InReview(Facts.account(2), drawn.text(1));
            proof.list(
                    "refunds in review, by account and key",
                    List.of(first, second),
                    reversals.refundsInReview(Optional.empty(), 10));
            proof.list("one refund in review", List.of(first), reversals.refundsInReview(Optional.empty(), 1));
            proof.none("the refunds in review", reversals.refundsInReview(Optional.empty(), 0));
            proof.list(
                    "refunds in review behind the first",
                    List.of(second),
                    reversals.refundsInReview(Optional.of(first), 10));
            bench.write(() -> reversals.save(refund(paid, drawn.key(11), RefundState.DONE, drawn.at(1))));
            proof.list(
                    "refunds in review once one was decided",
                    List.of(second),
                    reversals.refundsInReview(Optional.empty(), 10));
        });
    }

    @Test
    default void X1_aRefundThatIsRolledBackWasNeverMade() {
        Proof.of("X1", "a refund is sent whose deduction was rolled back", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            bench.provesRollback(
                    proof,
                    "a refund",
                    () -> reversals.save(refund(paid, drawn.key(1), RefundState.IN_REVIEW, drawn.at(1))),
                    () -> reversals.findRefund(Facts.account(1), drawn.key(1)));
            bench.provesRollback(
                    proof,
                    "a dispute",
                    () -> reversals.save(reversal(paid, DISPUTE, drawn.text(1), ReversalState.IN_REVIEW)),
                    () -> reversals.findReversal(Facts.account(1), DISPUTE, drawn.text(1)));
            proof.list(
                    "refunds in review after a rollback", List.of(), reversals.refundsInReview(Optional.empty(), 10));
        });
    }

    @Test
    default void X1_aRefundNeedsAUnitOfWork() {
        Proof.of("X1", "a refund is recorded whose deduction is not, or the other way round", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            bench.provesUnitOfWork(
                    proof,
                    "a refund",
                    () -> reversals.save(refund(paid, drawn.key(1), RefundState.DONE, drawn.at(1))),
                    () -> reversals.findRefund(Facts.account(1), drawn.key(1)));
        });
    }

    @Test
    default void X1_aRefundIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "a customer is given the same money back once more", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            Recharge paid = captured(bench, 1, 1);
            bench.provesRestart(
                    proof,
                    "the refunds of a recharge",
                    () -> bench.store().reversals().save(refund(paid, drawn.key(1), RefundState.RECORDED, drawn.at(1))),
                    store -> store.reversals().refundsOf(Facts.account(1), paid.key()));
        });
    }

    /** An attempt that was captured, kept so that what belongs to it finds it. */
    private static Recharge captured(MoneyBench bench, int account, int number) {
        Recharge paid = Samples.recharge(
                attempt(
                        account,
                        bench.drawn().key(number),
                        bench.drawn().minor(number),
                        bench.drawn().at(number)),
                RechargeState.SUCCEEDED);
        bench.facts().write(account, () -> bench.store().recharges().save(paid));
        return paid;
    }
}
