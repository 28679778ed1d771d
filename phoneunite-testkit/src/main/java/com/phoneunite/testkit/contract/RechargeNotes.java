package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.attempt;
import static com.phoneunite.testkit.contract.Samples.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link RechargeRepositoryContract} about notifications, and about the card on file. */
public interface RechargeNotes extends BillingStoreContract {

    @Test
    default void P8_aNotificationIsNewOnceForItsAttempt() {
        Proof.of(
                "P8",
                "a notification is looked up for ever, or the one that matters is taken for a repetition",
                proof -> {
                    MoneyBench bench = new MoneyBench(this);
                    Drawn drawn = bench.drawn();
                    attempts(bench, 1, 2);
                    attempts(bench, 2, 1);
                    String told = drawn.text(9);
                    proof.same("whether a notification is new", true, note(bench, 1, drawn.key(1), told));
                    proof.same("whether the same notification is new again", false, note(bench, 1, drawn.key(1), told));
                    proof.same(
                            "whether another notification is new", true, note(bench, 1, drawn.key(1), drawn.text(10)));
                    proof.same("whether it is new for another attempt", true, note(bench, 1, drawn.key(2), told));
                    proof.same("whether it is new in another account", true, note(bench, 2, drawn.key(1), told));
                });
    }

    @Test
    default void P8_theLastHundredNotificationsOfAnAttemptAreKept() {
        Proof.of(
                "P8",
                "whoever repeats notifications fills the store, or makes the gateway be asked each time",
                proof -> {
                    MoneyBench bench = new MoneyBench(this);
                    Drawn drawn = bench.drawn();
                    attempts(bench, 1, 1);
                    int most = RechargeRepository.MAX_NOTIFICATIONS;
                    int known = bench.facts().change(1, () -> {
                        RechargeRepository recharges = bench.store().recharges();
                        for (int n = 1; n <= most; n++) {
                            recharges.note(Facts.account(1), drawn.key(1), drawn.text(n));
                        }
                        int again = 0;
                        for (int n = 1; n <= most; n++) {
                            again += recharges.note(Facts.account(1), drawn.key(1), drawn.text(n)) ? 0 : 1;
                        }
                        return again;
                    });
                    proof.same("how many of the last hundred notifications are known", most, known);
                    note(bench, 1, drawn.key(1), drawn.text(most + 1));
                    proof.same(
                            "whether the first of a hundred and one is new again",
                            true,
                            note(bench, 1, drawn.key(1), drawn.text(1)));
                });
    }

    @Test
    default void P8_aNotificationChangesNothingOfItsAttempt() {
        Proof.of("P8", "a late notification takes back what was settled", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            RechargeRepository recharges = bench.store().recharges();
            Recharge settled = recharge(attempt(1, drawn.key(1), 100, drawn.at(1)), RechargeState.SUCCEEDED);
            bench.write(() -> recharges.save(settled));
            note(bench, 1, drawn.key(1), drawn.text(9));
            proof.same(
                    "a settled attempt after a notification",
                    Optional.of(settled),
                    bench.read(() -> recharges.find(Facts.account(1), drawn.key(1))));
        });
    }

    @Test
    default void P8_aNotificationThatIsRolledBackIsNewAgain() {
        Proof.of("P8", "a notification that could not be dealt with is never looked up", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            attempts(bench, 1, 1);
            proof.refuses(
                    IllegalStateException.class,
                    "a change that fails after it has noted a notification",
                    () -> bench.facts().change(1, () -> {
                        bench.store().recharges().note(Facts.account(1), drawn.key(1), drawn.text(9));
                        throw new IllegalStateException("undone");
                    }));
            proof.same(
                    "whether a notification is new whose change was rolled back",
                    true,
                    note(bench, 1, drawn.key(1), drawn.text(9)));
        });
    }

    @Test
    default void P1_anAccountHasOneCardOnFile() {
        Proof.of("P1", "a card is charged that its owner has replaced or removed", proof -> {
            MoneyBench bench = new MoneyBench(this);
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            proof.same("the card before any", Optional.empty(), bench.read(() -> recharges.card(account)));
            PaymentToken first = PaymentToken.of("tok_" + bench.drawn().text(1));
            PaymentToken second = PaymentToken.of("tok_" + bench.drawn().text(2));
            bench.facts().write(2, () -> recharges.saveCard(Facts.account(2), Optional.of(first)));
            for (PaymentToken card : List.of(second, first)) {
                bench.write(() -> recharges.saveCard(account, Optional.of(card)));
                proof.same(
                        "whether the card is the one that was put on file last",
                        true,
                        bench.read(() -> recharges.card(account)).equals(Optional.of(card)));
            }
            bench.write(() -> recharges.saveCard(account, Optional.empty()));
            proof.same("the card once it is removed", Optional.empty(), bench.read(() -> recharges.card(account)));
            proof.same(
                    "whether another account's card is on file once this one's is removed",
                    true,
                    bench.facts()
                            .view(2, () -> recharges.card(Facts.account(2)))
                            .equals(Optional.of(first)));
        });
    }

    @Test
    default void X1_aCardThatIsRolledBackWasNeverPutOnFile() {
        Proof.of("X1", "a card is charged whose owner was told that it is not on file", proof -> {
            MoneyBench bench = new MoneyBench(this);
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            Optional<PaymentToken> former =
                    Optional.of(PaymentToken.of("tok_" + bench.drawn().text(1)));
            Optional<PaymentToken> next =
                    Optional.of(PaymentToken.of("tok_" + bench.drawn().text(2)));
            bench.write(() -> recharges.saveCard(account, former));
            for (Optional<PaymentToken> card : List.of(next, Optional.<PaymentToken>empty())) {
                proof.refuses(
                        IllegalStateException.class,
                        "a change that fails after it has replaced or removed the card",
                        () -> bench.facts().change(1, () -> {
                            recharges.saveCard(account, card);
                            recharges.card(account);
                            throw new IllegalStateException("undone");
                        }));
                proof.same(
                        "whether the former card is on file after a rollback",
                        true,
                        bench.read(() -> recharges.card(account)).equals(former));
            }
        });
    }

    @Test
    default void X1_aCardIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "after a restart no customer can pay", proof -> {
            MoneyBench bench = new MoneyBench(this);
            AccountId account = Facts.account(1);
            bench.provesRestart(
                    proof,
                    "whether a card is on file",
                    () -> bench.store().recharges().saveCard(account, Optional.of(Samples.CARD)),
                    store -> store.recharges().card(account).isPresent());
        });
    }

    @Test
    default void P2_theTokenIsKeptAsTheGatewayGaveIt() {
        Proof.of("P2", "a gateway does not know the card that is charged", proof -> {
            MoneyBench bench = new MoneyBench(this);
            RechargeRepository recharges = bench.store().recharges();
            AccountId account = Facts.account(1);
            String longest = "tok_Aa/'\"\\%_" + "x".repeat(PaymentToken.MAX_LENGTH - 12);
            bench.write(() -> recharges.saveCard(account, Optional.of(PaymentToken.of(longest))));
            proof.same(
                    "whether a token of " + longest.length() + " characters is the same when it is read",
                    true,
                    bench.read(() -> recharges.card(account))
                            .filter(card -> card.reveal().equals(longest))
                            .isPresent());
        });
    }

    private static void attempts(MoneyBench bench, int account, int count) {
        bench.facts().write(account, () -> {
            for (int n = 1; n <= count; n++) {
                bench.store()
                        .recharges()
                        .save(recharge(
                                attempt(
                                        account,
                                        bench.drawn().key(n),
                                        100,
                                        bench.drawn().at(n)),
                                RechargeState.DECLINED));
            }
        });
    }

    private static boolean note(MoneyBench bench, int account, IdempotencyKey attempt, String notification) {
        return bench.facts()
                .change(account, () -> bench.store().recharges().note(Facts.account(account), attempt, notification));
    }
}
