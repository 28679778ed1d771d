package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.cycle.UsageNeeds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the port of usage that was refused must do: {@link com.phoneunite.billing.cycle.UsageNeeds}. */
public interface UsageNeedsContract extends BillingStoreContract {

    @Test
    default void B10_theNeedThatWasSavedLastIsKept() {
        Proof.of("B10", "auto-recharge answers usage that was long since covered, or none at all", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            UsageNeeds needs = bench.store().usageNeeds();
            AccountId account = Facts.account(1);
            proof.same("the need before any", Optional.empty(), bench.read(() -> needs.find(account)));
            UsageNeed small = new UsageNeed(1, drawn.at(2));
            UsageNeed large = new UsageNeed(drawn.minor(1), drawn.at(1));
            for (UsageNeed one : List.of(large, small, large)) {
                bench.write(() -> needs.save(account, Optional.of(one)));
                proof.same("the need that was saved last", Optional.of(one), bench.read(() -> needs.find(account)));
            }
            bench.write(() -> needs.save(account, Optional.empty()));
            proof.same("the need once it is answered", Optional.empty(), bench.read(() -> needs.find(account)));
        });
    }

    @Test
    default void B10_anAccountHasItsOwnNeedOnly() {
        Proof.of("B10", "a card is charged for the calls of another customer", proof -> {
            MoneyBench bench = new MoneyBench(this);
            UsageNeeds needs = bench.store().usageNeeds();
            Optional<UsageNeed> theirs =
                    Optional.of(new UsageNeed(5, bench.drawn().at(1)));
            bench.facts().write(2, () -> needs.save(Facts.account(2), theirs));
            proof.same(
                    "the need, with one of another account",
                    Optional.empty(),
                    bench.read(() -> needs.find(Facts.account(1))));
            bench.write(() -> needs.save(Facts.account(1), Optional.empty()));
            proof.same(
                    "the need of another account once this one's is answered",
                    theirs,
                    bench.facts().view(2, () -> needs.find(Facts.account(2))));
        });
    }

    @Test
    default void X1_aNeedThatIsRolledBackWasNeverKept() {
        Proof.of("X1", "a card is charged for a call that never was", proof -> {
            MoneyBench bench = new MoneyBench(this);
            UsageNeeds needs = bench.store().usageNeeds();
            bench.provesRollback(proof, "a need", () -> save(bench), () -> needs.find(Facts.account(1)));
        });
    }

    @Test
    default void X1_aNeedNeedsAUnitOfWork() {
        Proof.of("X1", "a need stays that was answered, or the other way round", proof -> {
            MoneyBench bench = new MoneyBench(this);
            UsageNeeds needs = bench.store().usageNeeds();
            bench.provesUnitOfWork(proof, "a need", () -> save(bench), () -> needs.find(Facts.account(1)));
        });
    }

    @Test
    default void X1_aNeedIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "after a restart calls are refused until somebody recharges by hand", proof -> {
            MoneyBench bench = new MoneyBench(this);
            bench.provesRestart(
                    proof,
                    "a need",
                    () -> save(bench),
                    store -> store.usageNeeds().find(Facts.account(1)));
        });
    }

    private static void save(MoneyBench bench) {
        bench.store()
                .usageNeeds()
                .save(
                        Facts.account(1),
                        Optional.of(new UsageNeed(5, bench.drawn().at(1))));
    }
}
