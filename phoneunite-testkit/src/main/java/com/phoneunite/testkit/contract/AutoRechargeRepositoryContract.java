package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the port of auto-recharge must do: {@link com.phoneunite.billing.recharge.AutoRechargeRepository}. */
public interface AutoRechargeRepositoryContract extends BillingStoreContract {

    @Test
    default void P10_howAutoRechargeStandsIsReadAsItWasSaved() {
        Proof.of("P10", "a card that was declined for good is charged again and again", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            AutoRechargeRepository autoRecharges = bench.store().autoRecharges();
            proof.same(
                    "how it stands where it was never set",
                    Optional.empty(),
                    bench.read(() -> autoRecharges.find(Facts.account(1))));
            AutoRecharge upTo = AutoRecharge.below(Samples.usd(drawn.minor(1)))
                    .upTo(Samples.usd(drawn.minor(1) + drawn.minor(2)))
                    .atMostPerMonth(Samples.usd(drawn.minor(3)));
            AutoRecharge steps = AutoRecharge.below(Samples.usd(1))
                    .inStepsOf(Samples.usd(drawn.minor(4)))
                    .atMostPerMonth(Samples.usd(drawn.minor(5)));
            AutoRechargeStanding waiting = new AutoRechargeStanding(
                    Facts.account(1),
                    Optional.of(upTo),
                    3_000_000_000L,
                    7,
                    Optional.of(drawn.at(1)),
                    Optional.empty(),
                    true);
            AutoRechargeStanding stopped = new AutoRechargeStanding(
                    Facts.account(1),
                    Optional.of(steps),
                    3_000_000_001L,
                    8,
                    Optional.of(drawn.at(2)),
                    Optional.of(AutoRechargeStanding.Stop.TOO_MANY_DECLINES),
                    false);
            AutoRechargeStanding off = new AutoRechargeStanding(
                    Facts.account(1), Optional.empty(), 3_000_000_001L, 0, Optional.empty(), Optional.empty(), false);
            for (AutoRechargeStanding one : List.of(waiting, stopped, off)) {
                bench.write(() -> autoRecharges.save(one));
                proof.same(
                        "how it stands once that was saved",
                        Optional.of(one),
                        bench.read(() -> autoRecharges.find(Facts.account(1))));
            }
        });
    }

    @Test
    default void P4_anAccountHasItsOwnAutoRechargeOnly() {
        Proof.of("P4", "one customer's card is charged because another's is to be", proof -> {
            MoneyBench bench = new MoneyBench(this);
            AutoRechargeRepository autoRecharges = bench.store().autoRecharges();
            bench.facts().write(2, () -> autoRecharges.save(standing(2)));
            proof.same(
                    "how it stands, with another account's set",
                    Optional.empty(),
                    bench.read(() -> autoRecharges.find(Facts.account(1))));
            bench.write(() -> autoRecharges.save(new AutoRechargeStanding(
                    Facts.account(1), Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), false)));
            proof.same(
                    "how it stands in another account once it is off in this one",
                    Optional.of(standing(2)),
                    bench.facts().view(2, () -> autoRecharges.find(Facts.account(2))));
        });
    }

    @Test
    default void X1_anAutoRechargeThatIsRolledBackWasNeverSet() {
        Proof.of("X1", "a card is charged by a setting that its owner was told had failed", proof -> {
            MoneyBench bench = new MoneyBench(this);
            AutoRechargeRepository autoRecharges = bench.store().autoRecharges();
            bench.provesRollback(
                    proof,
                    "how auto-recharge stands",
                    () -> autoRecharges.save(standing(1)),
                    () -> autoRecharges.find(Facts.account(1)));
        });
    }

    @Test
    default void X1_autoRechargeNeedsAUnitOfWork() {
        Proof.of("X1", "an automatic attempt uses a key that another one has used", proof -> {
            MoneyBench bench = new MoneyBench(this);
            AutoRechargeRepository autoRecharges = bench.store().autoRecharges();
            bench.provesUnitOfWork(
                    proof,
                    "how auto-recharge stands",
                    () -> autoRecharges.save(standing(1)),
                    () -> autoRecharges.find(Facts.account(1)));
        });
    }

    @Test
    default void X1_autoRechargeStandsTheSameAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "after a restart the balance runs out, or a declined card is charged again", proof -> {
            MoneyBench bench = new MoneyBench(this);
            bench.provesRestart(
                    proof,
                    "how auto-recharge stands",
                    () -> bench.store().autoRecharges().save(standing(1)),
                    store -> store.autoRecharges().find(Facts.account(1)));
        });
    }

    private static AutoRechargeStanding standing(int account) {
        AutoRecharge setting = AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
        return new AutoRechargeStanding(
                Facts.account(account), Optional.of(setting), 1, 1, Optional.empty(), Optional.empty(), false);
    }
}
