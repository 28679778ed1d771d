package com.phoneunite.testkit.contract;

import static com.phoneunite.billing.recharge.ReportedReversal.Kind.DISPUTE;
import static com.phoneunite.billing.recharge.ReportedReversal.Kind.REFUND;
import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.refund;
import static com.phoneunite.testkit.contract.Samples.reversal;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.recharge.ReversalState;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The part of {@link ReversalRepositoryContract} about what a gateway reported. */
public interface ReversalRecords extends BillingStoreContract {

    @Test
    default void P11_aReversalIsReadAsItWasSaved() {
        Proof.of("P11", "a dispute takes another amount than the bank did, or takes it twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Reversal asked = new Reversal(
                    Facts.account(1),
                    DISPUTE,
                    drawn.text(1),
                    paid.key(),
                    Money.ofMinor(CurrencyUnit.JPY, drawn.minor(1)),
                    ReversalState.IN_REVIEW,
                    drawn.at(1),
                    Optional.empty());
            Reversal decided = new Reversal(
                    Facts.account(1),
                    DISPUTE,
                    drawn.text(1),
                    paid.key(),
                    asked.amount(),
                    ReversalState.TAKEN,
                    drawn.at(1),
                    Optional.of(new Resolution(
                            Actor.operator("Ben"), drawn.at(5), "seen", Optional.of(Samples.usd(drawn.minor(2))))));
            for (Reversal one : List.of(asked, decided)) {
                bench.write(() -> reversals.save(one));
                proof.same(
                        "a reversal that was saved",
                        Optional.of(one),
                        bench.read(() -> reversals.findReversal(one.account(), one.kind(), one.reference())));
            }
            proof.same(
                    "how many reversals a reversal is that was saved twice",
                    1,
                    bench.read(() -> reversals.reversalsOf(Facts.account(1), paid.key()))
                            .size());
        });
    }

    @Test
    default void P11_aReferenceTellsReversalsOfItsKindApart() {
        Proof.of("P11", "a dispute is taken for the refund of the same number, and its money is not taken", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            AccountId account = Facts.account(1);
            Recharge paid = captured(bench, 1, 1);
            Recharge other = captured(bench, 1, 2);
            Recharge theirs = captured(bench, 2, 1);
            Reversal dispute = reversal(paid, DISPUTE, drawn.text(36), ReversalState.TAKEN);
            Reversal refund = reversal(paid, REFUND, drawn.text(36), ReversalState.RETURNED);
            Reversal earlier = reversal(paid, DISPUTE, drawn.text(11), ReversalState.WAITING);
            bench.write(() -> {
                List.of(refund, dispute, earlier).forEach(reversals::save);
                reversals.save(reversal(other, REFUND, drawn.text(2), ReversalState.TAKEN));
            });
            bench.facts().write(2, () -> reversals.save(reversal(theirs, REFUND, drawn.text(3), ReversalState.TAKEN)));
            proof.same(
                    "the dispute under the reference of a refund",
                    Optional.of(dispute),
                    bench.read(() -> reversals.findReversal(account, DISPUTE, drawn.text(36))));
            proof.same(
                    "a reversal of another account",
                    Optional.empty(),
                    bench.read(() -> reversals.findReversal(account, REFUND, drawn.text(3))));
            proof.list(
                    "the reversals of a recharge, disputes first, then by reference",
                    List.of(earlier, dispute, refund),
                    bench.read(() -> reversals.reversalsOf(account, paid.key())));
        });
    }

    @Test
    default void X1_aReversalIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "a dispute that is told again after a restart takes its money twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            Recharge paid = captured(bench, 1, 1);
            bench.provesRestart(
                    proof,
                    "a dispute",
                    () -> bench.store().reversals().save(reversal(paid, DISPUTE, drawn.text(1), ReversalState.TAKEN)),
                    store -> store.reversals().findReversal(Facts.account(1), DISPUTE, drawn.text(1)));
        });
    }

    @Test
    default void P9_reversalsInReviewOfAllAccountsAreListed() {
        Proof.of("P9", "nobody ever decides about money that was taken back in another currency", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ReversalRepository reversals = bench.store().reversals();
            Recharge paid = captured(bench, 1, 1);
            Recharge theirs = captured(bench, 2, 1);
            bench.facts()
                    .write(2, () -> reversals.save(reversal(theirs, DISPUTE, drawn.text(1), ReversalState.IN_REVIEW)));
            bench.write(() -> {
                reversals.save(reversal(paid, REFUND, drawn.text(2), ReversalState.IN_REVIEW));
                reversals.save(reversal(paid, DISPUTE, drawn.text(3), ReversalState.IN_REVIEW));
                reversals.save(reversal(paid, DISPUTE, drawn.text(4), ReversalState.WAITING));
            });
            InReview first = new InReview(Facts.account(1), "DISPUTE/" + drawn.text(3));
            InReview second = new InReview(Facts.account(1), "REFUND/" + drawn.text(2));
            InReview third = new InReview(Facts.account(2), "DISPUTE/" + drawn.text(1));
            proof.list(
                    "reversals in review, by account, kind and reference",
                    List.of(first, second, third),
                    reversals.reversalsInReview(Optional.empty(), 10));
            proof.list(
                    "one reversal in review behind the first",
                    List.of(second),
                    reversals.reversalsInReview(Optional.of(first), 1));
            proof.none("the reversals in review", reversals.reversalsInReview(Optional.empty(), 0));
            bench.write(() -> reversals.save(reversal(paid, REFUND, drawn.text(2), ReversalState.RETURNED)));
            proof.list(
                    "reversals in review once one was decided",
                    List.of(first, third),
                    reversals.reversalsInReview(Optional.empty(), 10));
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
