package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.arrear;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ArrearsRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the port of arrears must do: {@link com.phoneunite.billing.cycle.ArrearsRepository}. */
public interface ArrearsRepositoryContract extends BillingStoreContract {

    @Test
    default void P11_arrearsAreReadAsTheyWereSaved() {
        Proof.of("P11", "an account owes another amount than was taken from it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            long minor = drawn.minor(1);
            Arrear owed = new Arrear(Facts.account(1), drawn.text(1), drawn.at(1), minor, minor, 0);
            Arrear partly = new Arrear(Facts.account(1), drawn.text(1), drawn.at(1), minor, minor - 7, 3);
            Arrear paid = new Arrear(Facts.account(1), drawn.text(1), drawn.at(1), minor, 0, 4);
            for (Arrear one : List.of(owed, partly, paid)) {
                bench.write(() -> arrears.save(one));
                proof.same(
                        "arrears that were saved",
                        Optional.of(one),
                        bench.read(() -> arrears.find(one.account(), one.reference())));
                proof.same("what is left of them", one.leftMinor(), bench.read(() -> arrears.openMinor(one.account())));
            }
            proof.list(
                    "open arrears once they are paid", List.of(), bench.read(() -> arrears.open(Facts.account(1), 10)));
        });
    }

    @Test
    default void P11_openArrearsAreInTheOrderInWhichTheyWereRecorded() {
        Proof.of("P11", "a credit pays what came last, and what came first is owed for ever", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            Arrear first = arrear(1, drawn.text(50), drawn.at(1), 100, 40);
            Arrear second = arrear(1, drawn.text(11), drawn.at(2), 100, 100);
            Arrear third = arrear(1, drawn.text(36), drawn.at(2), 100, 100);
            Arrear paid = arrear(1, drawn.text(1), drawn.at(1), 100, 0);
            bench.write(() -> List.of(third, paid, second, first).forEach(arrears::save));
            proof.list(
                    "open arrears as they were recorded, then by reference",
                    List.of(first, second, third),
                    bench.read(() -> arrears.open(Facts.account(1), 10)));
            proof.list(
                    "at most two open arrears",
                    List.of(first, second),
                    bench.read(() -> arrears.open(Facts.account(1), 2)));
            proof.none("the open arrears", bench.read(() -> arrears.open(Facts.account(1), 0)));
        });
    }

    @Test
    default void P11_whatIsLeftOfAllArrearsIsExact() {
        Proof.of("P11", "an account returns from suspension before its arrears are paid, or never", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            AccountId account = Facts.account(1);
            proof.same("what is left of no arrears", 0L, bench.read(() -> arrears.openMinor(account)));
            long sum = bench.facts().change(1, () -> {
                long all = 0;
                for (int n = 1; n <= 150; n++) {
                    long left = drawn.minor(n) / 2;
                    arrears.save(arrear(1, drawn.text(n), drawn.at(n), drawn.minor(n), left));
                    all += left;
                }
                return all;
            });
            proof.same("what is left of 150 arrears", sum, bench.read(() -> arrears.openMinor(account)));
            proof.same(
                    "how many of 150 are open",
                    150,
                    bench.read(() -> arrears.open(account, 500)).size());
        });
    }

    @Test
    default void P11_anAccountOwesItsOwnArrearsOnly() {
        Proof.of("P11", "a customer is suspended for what another owes", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            AccountId account = Facts.account(1);
            bench.facts().write(2, () -> arrears.save(arrear(2, drawn.text(1), drawn.at(1), 100, 100)));
            proof.list(
                    "open arrears, with some of another account",
                    List.of(),
                    bench.read(() -> arrears.open(account, 10)));
            proof.same(
                    "what is left, with arrears of another account", 0L, bench.read(() -> arrears.openMinor(account)));
            proof.same(
                    "arrears under the reference of another account's",
                    Optional.empty(),
                    bench.read(() -> arrears.find(account, drawn.text(1))));
        });
    }

    @Test
    default void X1_arrearsThatAreRolledBackAreNotOwed() {
        Proof.of("X1", "an account owes twice what a dispute has taken", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            AccountId account = Facts.account(1);
            bench.provesRollback(
                    proof,
                    "arrears",
                    () -> arrears.save(arrear(1, drawn.text(1), drawn.at(1), 100, 100)),
                    () -> arrears.find(account, drawn.text(1)));
            proof.same("what is left after a rollback", 0L, bench.read(() -> arrears.openMinor(account)));
        });
    }

    @Test
    default void X1_arrearsNeedAUnitOfWork() {
        Proof.of("X1", "arrears are paid by a credit that is rolled back", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            ArrearsRepository arrears = bench.store().arrears();
            bench.provesUnitOfWork(
                    proof,
                    "arrears",
                    () -> arrears.save(arrear(1, drawn.text(1), drawn.at(1), 100, 100)),
                    () -> arrears.find(Facts.account(1), drawn.text(1)));
        });
    }

    @Test
    default void X1_arrearsAreThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "what a dispute took and the balance did not have is never paid", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            bench.provesRestart(
                    proof,
                    "open arrears",
                    () -> bench.store().arrears().save(arrear(1, drawn.text(1), drawn.at(1), 100, 100)),
                    store -> store.arrears().open(Facts.account(1), 10));
        });
    }
}
