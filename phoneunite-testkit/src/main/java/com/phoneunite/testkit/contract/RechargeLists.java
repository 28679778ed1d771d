package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.hinted;
import static com.phoneunite.testkit.contract.Samples.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link RechargeRepositoryContract} about lists and sums of attempts. */
public interface RechargeLists extends BillingStoreContract {

    @Test
    default void X5_attemptsAreListedAsTheyWereRecordedBehindACursor() {
        Proof.of("X5", "an owner does not see a payment, or sees it twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            // The keys are in the order of their characters, capitals first: not in that of a dictionary.
            Recharge first = settled(drawn.key(40), drawn.at(1));
            Recharge second = settled(drawn.key(11), drawn.at(2));
            Recharge third = settled(drawn.key(36), drawn.at(2));
            Recharge fourth = settled(drawn.key(5), drawn.at(3));
            bench.write(() -> List.of(fourth, third, first, second).forEach(recharges::save));
            bench.facts()
                    .write(
                            2,
                            () -> recharges.save(
                                    recharge(attempt(2, drawn.key(7), 100, drawn.at(2)), RechargeState.DECLINED)));
            AccountId account = Facts.account(1);
            Optional<RechargeCursor> behind = Optional.of(RechargeCursor.of(second));
            proof.list(
                    "all attempts, as they were recorded and then by key",
                    keys(List.of(first, second, third, fourth)),
                    keys(bench.read(() -> recharges.list(account, Optional.empty(), 500))));
            proof.list(
                    "two attempts",
                    keys(List.of(first, second)),
                    keys(bench.read(() -> recharges.list(account, Optional.empty(), 2))));
            proof.list(
                    "one attempt behind the second",
                    keys(List.of(third)),
                    keys(bench.read(() -> recharges.list(account, behind, 1))));
            proof.list(
                    "the attempts behind the second",
                    keys(List.of(third, fourth)),
                    keys(bench.read(() -> recharges.list(account, behind, 500))));
        });
    }

    @Test
    default void X5_aPageIsAsLongAsItIsAskedFor() {
        Proof.of("X5", "a list ends before all of it was shown", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            bench.write(() -> {
                for (int n = 0; n < 500; n++) {
                    recharges.save(settled(drawn.key(n), drawn.at(n)));
                }
            });
            proof.none("the attempts", bench.read(() -> recharges.list(Facts.account(1), Optional.empty(), 0)));
            proof.same(
                    "the length of a page of 500",
                    500,
                    bench.read(() -> recharges.list(Facts.account(1), Optional.empty(), 500))
                            .size());
        });
    }

    @Test
    default void P4_theSumOfAMonthIsOfWhatWasAskedForInIt() {
        Proof.of("P4", "auto-recharge goes over the cap of the month, or stops before it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Instant from = drawn.at(10);
            Instant until = drawn.at(20);
            Set<RechargeState> counted = EnumSet.noneOf(RechargeState.class);
            for (RechargeState state : RechargeState.values()) {
                if (!state.hasFailed()) {
                    counted.add(state);
                }
            }
            bench.write(() -> {
                recharges.save(of(drawn.key(1), 1L, from.minusNanos(1_000), RechargeState.SUCCEEDED));
                recharges.save(of(drawn.key(2), 3_000_000_000L, from, RechargeState.SUCCEEDED));
                recharges.save(of(drawn.key(3), 2_000_000_000L, drawn.at(11), RechargeState.IN_REVIEW));
                recharges.save(of(drawn.key(4), 30L, drawn.at(12), RechargeState.UNKNOWN));
                recharges.save(of(drawn.key(5), 500L, drawn.at(13), RechargeState.DECLINED));
                recharges.save(of(drawn.key(6), 7_000L, until, RechargeState.SUCCEEDED));
            });
            bench.facts()
                    .write(
                            2,
                            () -> recharges.save(
                                    recharge(attempt(2, drawn.key(7), 90_000, drawn.at(12)), RechargeState.SUCCEEDED)));
            AccountId account = Facts.account(1);
            proof.same(
                    "the sum of what has not failed, from its first moment until before its last",
                    5_000_000_030L,
                    bench.read(() -> recharges.sumMinor(account, from, until, counted)));
            proof.same(
                    "the sum of what is unknown or declined",
                    530L,
                    bench.read(() -> recharges.sumMinor(
                            account, from, until, EnumSet.of(RechargeState.UNKNOWN, RechargeState.DECLINED))));
            proof.same(
                    "the sum of a month in which nothing was asked for",
                    0L,
                    bench.read(() -> recharges.sumMinor(account, drawn.at(30), drawn.at(40), counted)));
        });
    }

    @Test
    default void P7_whatIsToBeCheckedIsInTheOrderOfItsChecks() {
        Proof.of("P7", "an attempt is never settled, or long after others that are checked later", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Recharge second = hinted(attempt(1, drawn.key(11), 100, drawn.at(1)), drawn.at(12));
            Recharge third = hinted(attempt(1, drawn.key(36), 100, drawn.at(2)), drawn.at(12));
            Recharge first = hinted(attempt(1, drawn.key(50), 100, drawn.at(3)), drawn.at(11));
            Recharge later = hinted(attempt(1, drawn.key(2), 100, drawn.at(4)), drawn.at(13));
            bench.write(() -> List.of(later, third, second, first, settled(drawn.key(3), drawn.at(5)))
                    .forEach(recharges::save));
            AccountId account = Facts.account(1);
            proof.list(
                    "what is to be checked by then, the oldest check first, then by key",
                    keys(List.of(first, second, third)),
                    keys(bench.read(() -> recharges.toCheck(account, drawn.at(12)))));
            proof.same("the next check", Optional.of(drawn.at(11)), bench.read(() -> recharges.nextCheck(account)));
        });
    }

    @Test
    default void P7_aCheckThatWasMadeOrPutOffIsGone() {
        Proof.of("P7", "reconciliation asks about the same attempt in every run", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            Attempt attempt = attempt(1, drawn.key(1), 100, drawn.at(1));
            bench.write(() -> recharges.save(hinted(attempt, drawn.at(11))));
            bench.write(() -> recharges.save(hinted(attempt, drawn.at(15))));
            proof.list(
                    "what is to be checked once it was put off",
                    List.of(),
                    keys(bench.read(() -> recharges.toCheck(account, drawn.at(11)))));
            proof.same(
                    "the next check once it was put off",
                    Optional.of(drawn.at(15)),
                    bench.read(() -> recharges.nextCheck(account)));
            bench.write(() -> recharges.save(recharge(attempt, RechargeState.DECLINED)));
            proof.same(
                    "the next check of what is settled",
                    Optional.empty(),
                    bench.read(() -> recharges.nextCheck(account)));
        });
    }

    @Test
    default void P7_attemptsInReviewOfAllAccountsAreListed() {
        Proof.of("P7", "nobody ever decides about money that was captured", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            bench.facts().write(2, () -> {
                recharges.save(recharge(attempt(2, drawn.key(1), 100, drawn.at(1)), RechargeState.IN_REVIEW));
                recharges.save(recharge(attempt(2, drawn.key(2), 100, drawn.at(1)), RechargeState.PENDING));
            });
            bench.write(() -> {
                recharges.save(of(drawn.key(36), 100, drawn.at(2), RechargeState.IN_REVIEW));
                recharges.save(of(drawn.key(11), 100, drawn.at(3), RechargeState.IN_REVIEW));
                recharges.save(of(drawn.key(3), 100, drawn.at(3), RechargeState.SUCCEEDED));
            });
            InReview first = new InReview(Facts.account(1), drawn.text(11));
            InReview second = new InReview(Facts.account(1), drawn.text(36));
            InReview third = new InReview(Facts.account(2), drawn.text(1));
            proof.list(
                    "attempts in review, by account and key",
                    List.of(first, second, third),
                    recharges.inReview(Optional.empty(), 10));
            proof.list(
                    "one attempt in review behind the first",
                    List.of(second),
                    recharges.inReview(Optional.of(first), 1));
            proof.none("the attempts in review", recharges.inReview(Optional.empty(), 0));
            proof.list(
                    "attempts in review behind the second",
                    List.of(third),
                    recharges.inReview(Optional.of(second), 10));
            bench.write(() -> recharges.save(of(drawn.key(11), 100, drawn.at(3), RechargeState.CANCELLED)));
            proof.list(
                    "attempts in review once one was decided",
                    List.of(second, third),
                    recharges.inReview(Optional.empty(), 10));
        });
    }

    @Test
    default void X1_aReviewThatIsRolledBackIsNotListed() {
        Proof.of("X1", "a person is asked to decide about what is settled, or is never asked", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            bench.provesRollback(
                    proof,
                    "an attempt in review",
                    () -> recharges.save(of(drawn.key(1), 100, drawn.at(1), RechargeState.IN_REVIEW)),
                    () -> recharges.find(Facts.account(1), drawn.key(1)));
            proof.list("attempts in review after a rollback", List.of(), recharges.inReview(Optional.empty(), 10));
        });
    }

    private static Recharge settled(IdempotencyKey key, Instant at) {
        return of(key, 100, at, RechargeState.DECLINED);
    }

    private static Recharge of(IdempotencyKey key, long minor, Instant at, RechargeState state) {
        return recharge(attempt(1, key, minor, at), state);
    }

    private static List<IdempotencyKey> keys(List<Recharge> recharges) {
        return recharges.stream().map(Recharge::key).toList();
    }
}
