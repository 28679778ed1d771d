package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Resolution;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The part of {@link RechargeRepositoryContract} about what is kept of an attempt. */
public interface RechargeAttempts extends BillingStoreContract {

    @Test
    default void P5_anAttemptIsReadAsItWasSaved() {
        Proof.of("P5", "an attempt is settled with another amount, card or key than it was made with", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Recharge waiting = new Recharge(
                    new Attempt(
                            Facts.account(1),
                            drawn.key(1),
                            RechargeKind.AUTOMATIC,
                            Samples.usd(drawn.minor(1)),
                            PaymentToken.of("tok/" + drawn.text(2)),
                            Actor.system(),
                            drawn.at(1)),
                    RechargeState.ACTION_REQUIRED,
                    3,
                    drawn.at(2),
                    drawn.at(3),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("https://bank.example/\u00e9tape"),
                    Optional.of(drawn.at(4)),
                    true,
                    Optional.empty());
            Recharge declined = recharge(attempt(1, drawn.key(2), 100, drawn.at(5)), RechargeState.DECLINED);
            for (Recharge one : List.of(waiting, declined)) {
                bench.write(() -> recharges.save(one));
                proof.same(
                        "an attempt that was saved",
                        Optional.of(one),
                        bench.read(() -> recharges.find(one.account(), one.key())));
            }
            proof.same(
                    "an attempt that was never made",
                    Optional.empty(),
                    bench.read(() -> recharges.find(Facts.account(1), drawn.key(3))));
        });
    }

    @Test
    default void P9_whatWasCapturedIsReadInItsOwnCurrency() {
        Proof.of("P9", "1,000 yen that were captured are credited as 1,000 cents", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Attempt attempt = attempt(1, drawn.key(1), 1_000, drawn.at(1));
            Optional<Money> yen = Optional.of(Money.ofMinor(CurrencyUnit.JPY, 1_000));
            Recharge parked = new Recharge(
                    attempt,
                    RechargeState.IN_REVIEW,
                    1,
                    drawn.at(1),
                    drawn.at(2),
                    yen,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());
            bench.write(() -> recharges.save(parked));
            proof.same(
                    "what was captured in another currency",
                    yen,
                    bench.read(() -> recharges.find(parked.account(), parked.key()))
                            .flatMap(Recharge::captured));
            Recharge decided = new Recharge(
                    attempt,
                    RechargeState.SUCCEEDED,
                    1,
                    drawn.at(1),
                    drawn.at(3),
                    yen,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(new Resolution(
                            Actor.operator("Ann"), drawn.at(3), "bank statement", Optional.of(Samples.usd(650)))));
            bench.write(() -> recharges.save(decided));
            proof.same(
                    "an attempt that a person has decided about",
                    Optional.of(decided),
                    bench.read(() -> recharges.find(parked.account(), parked.key())));
        });
    }

    @Test
    default void P5_anAccountHasItsOwnAttemptsOnly() {
        Proof.of("P5", "an account waits for the payment of another, or credits it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            Recharge theirs = recharge(attempt(2, drawn.key(1), 100, drawn.at(1)), RechargeState.UNKNOWN);
            bench.facts().write(2, () -> recharges.save(theirs));
            proof.same(
                    "an attempt under the key of another account's",
                    Optional.empty(),
                    bench.read(() -> recharges.find(account, drawn.key(1))));
            proof.same(
                    "the unresolved attempt, with one in another account",
                    Optional.empty(),
                    bench.read(() -> recharges.findUnresolved(account)));
            proof.same(
                    "the next check, with one in another account",
                    Optional.empty(),
                    bench.read(() -> recharges.nextCheck(account)));
            proof.list(
                    "what is to be checked, with an attempt of another account",
                    List.of(),
                    bench.read(() -> recharges.toCheck(account, drawn.at(1).plusSeconds(60))));
            bench.facts()
                    .write(
                            2,
                            () -> recharges.save(
                                    recharge(attempt(2, drawn.key(2), 100, drawn.at(1)), RechargeState.IN_REVIEW)));
            proof.same(
                    "whether any is in review, with one of another account",
                    false,
                    bench.read(() -> recharges.anyInReview(account)));
            Recharge mine = recharge(attempt(1, drawn.key(1), 200, drawn.at(2)), RechargeState.PENDING);
            bench.write(() -> recharges.save(mine));
            proof.same(
                    "the attempt of another account under a key that was used here, too",
                    Optional.of(theirs),
                    bench.facts().view(2, () -> recharges.find(Facts.account(2), drawn.key(1))));
        });
    }

    @Test
    default void P8_whatWasSavedLastCounts() {
        Proof.of("P8", "a capture that was told is forgotten, and never credited", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Attempt attempt = attempt(1, drawn.key(1), 100, drawn.at(1));
            Recharge captured = recharge(attempt, RechargeState.SUCCEEDED);
            bench.write(() -> {
                recharges.save(recharge(attempt, RechargeState.RECORDED));
                recharges.save(recharge(attempt, RechargeState.DECLINED));
            });
            bench.write(() -> recharges.save(captured));
            proof.same(
                    "an attempt that was captured after it was declined",
                    Optional.of(captured),
                    bench.read(() -> recharges.find(Facts.account(1), drawn.key(1))));
            proof.same(
                    "why it was declined, once it was captured",
                    Optional.<DeclineReason>empty(),
                    bench.read(() -> recharges.find(Facts.account(1), drawn.key(1)))
                            .flatMap(Recharge::declined));
        });
    }

    @Test
    default void X1_anAttemptThatIsRolledBackWasNeverMade() {
        Proof.of("X1", "an account waits for ever for an attempt that was never sent", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Recharge one = recharge(attempt(1, drawn.key(1), 100, drawn.at(1)), RechargeState.RECORDED);
            bench.provesRollback(
                    proof, "an attempt", () -> recharges.save(one), () -> recharges.find(one.account(), one.key()));
            proof.same(
                    "the unresolved attempt after a rollback",
                    Optional.empty(),
                    bench.read(() -> recharges.findUnresolved(one.account())));
        });
    }

    @Test
    default void X1_anAttemptNeedsAUnitOfWork() {
        Proof.of("X1", "a credit is rolled back whose attempt counts as succeeded", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Recharge one = recharge(attempt(1, drawn.key(1), 100, drawn.at(1)), RechargeState.RECORDED);
            bench.provesUnitOfWork(
                    proof, "an attempt", () -> recharges.save(one), () -> recharges.findUnresolved(one.account()));
        });
    }

    @Test
    default void X1_anAttemptIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "a card was charged, and nobody remembers to credit it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            Recharge one = recharge(attempt(1, drawn.key(1), 100, drawn.at(1)), RechargeState.RECORDED);
            bench.provesRestart(
                    proof,
                    "the unresolved attempt",
                    () -> bench.store().recharges().save(one),
                    store -> store.recharges().findUnresolved(one.account()));
        });
    }
}
