package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link RechargeRepositoryContract} about which attempt is unresolved. */
public interface RechargeSlot extends BillingStoreContract {

    @Test
    default void P5_theUnresolvedAttemptIsFoundInEachOfItsStates() {
        Proof.of("P5", "a second charge is sent while the first may still be captured", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            Attempt attempt = attempt(1, drawn.key(1), 100, drawn.at(1));
            for (RechargeState state : RechargeState.values()) {
                Recharge one = recharge(attempt, state);
                bench.write(() -> recharges.save(one));
                proof.same(
                        "the unresolved attempt of an account whose only one is " + state,
                        state.isUnresolved() ? Optional.of(one) : Optional.empty(),
                        bench.read(() -> recharges.findUnresolved(account)));
            }
        });
    }

    @Test
    default void P5_anAttemptInReviewIsToldApartFromOneThatIsUnresolved() {
        Proof.of(
                "P5",
                "an owner cannot recharge by hand until somebody has reviewed, or a card is charged by itself",
                proof -> {
                    MoneyBench bench = new MoneyBench(this);
                    Drawn drawn = bench.drawn();
                    RechargeRepository recharges = bench.store().recharges();
                    AccountId account = Facts.account(1);
                    Attempt first = attempt(1, drawn.key(1), 100, drawn.at(1));
                    bench.write(() -> recharges.save(recharge(first, RechargeState.UNKNOWN)));
                    proof.same(
                            "whether any is in review with one unknown",
                            false,
                            bench.read(() -> recharges.anyInReview(account)));
                    bench.write(() -> {
                        recharges.save(recharge(first, RechargeState.IN_REVIEW));
                        recharges.save(recharge(attempt(1, drawn.key(2), 100, drawn.at(2)), RechargeState.PENDING));
                    });
                    proof.same(
                            "whether any is in review with one in review",
                            true,
                            bench.read(() -> recharges.anyInReview(account)));
                    proof.same(
                            "the unresolved attempt beside one in review",
                            Optional.of(drawn.key(2)),
                            bench.read(() -> recharges.findUnresolved(account)).map(Recharge::key));
                    bench.write(() -> recharges.save(recharge(first, RechargeState.CANCELLED)));
                    proof.same(
                            "whether any is in review once it is decided",
                            false,
                            bench.read(() -> recharges.anyInReview(account)));
                });
    }

    @Test
    default void P5_aSecondUnresolvedAttemptIsAFault() {
        Proof.of("P5", "two charges of one account are under way, and both are captured", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            bench.write(
                    () -> recharges.save(recharge(attempt(1, drawn.key(1), 100, drawn.at(1)), RechargeState.UNKNOWN)));
            Recharge second = recharge(attempt(1, drawn.key(2), 100, drawn.at(2)), RechargeState.RECORDED);
            proof.refuses(
                    PhoneUniteFault.class,
                    "a second unresolved attempt",
                    () -> bench.facts().change(1, () -> {
                        recharges.save(second);
                        return "saved";
                    }));
            proof.same(
                    "the second attempt after it was refused",
                    Optional.empty(),
                    bench.read(() -> recharges.find(Facts.account(1), drawn.key(2))));
        });
    }

    @Test
    default void P5_ofManyWhoFindNothingUnresolvedOneMakesAnAttempt() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("P5", "an owner who presses the button twice pays twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            List<Boolean> made = Crowd.of(
                    () -> bench.read(() -> recharges.findUnresolved(account)),
                    number -> () -> bench.facts().change(1, () -> {
                        boolean isFree = recharges.findUnresolved(account).isEmpty();
                        if (isFree) {
                            recharges.save(
                                    recharge(attempt(1, drawn.key(number), 100, drawn.at(1)), RechargeState.RECORDED));
                        }
                        return isFree;
                    }));
            proof.same("how many of eight found nothing unresolved", 1, Collections.frequency(made, true));
        });
    }
}
