package com.phoneunite.testkit.contract;

import com.phoneunite.account.Account;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.membership.User;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules A2, A3 and O7: what {@link com.phoneunite.account.AccountRepository} promises. */
public interface AccountRepositoryContract extends StoreContract {

    @Test
    default void A3_anAccountComesBackAsItWasSaved() {
        Proof.of("A3", "a customer is charged in another currency, or on another day than their own", proof -> {
            Facts facts = Facts.of(this);
            for (int number = 3; number < 9; number++) {
                Account account = opened(facts, number);
                keep(facts, number, account);
                proof.same("an account as it was opened", Optional.of(account), find(facts, number, number));
            }
        });
    }

    @Test
    default void P2_theCardOfAnAccountComesBackAsItWasSaved() {
        Proof.of("P2", "the page shows another card than the one that is charged", proof -> {
            Facts facts = Facts.of(this);
            for (PaymentMethod card : facts.odd().shuffled(cards(facts))) {
                Account account = Facts.accountOf(1).withPaymentMethod(card);
                keep(facts, 1, account);
                proof.same("an account with a card", Optional.of(account), find(facts, 1, 1));
            }
        });
    }

    @Test
    default void P1_aCardThatWasRemovedIsGone() {
        Proof.of("P1", "a card that the customer has removed is shown, and may be charged", proof -> {
            Facts facts = Facts.of(this);
            Account account = Facts.accountOf(1);
            keep(facts, 1, account.withPaymentMethod(cards(facts).get(0)));
            keep(facts, 1, account.withoutPaymentMethod());
            proof.same("an account whose card was removed", Optional.of(account), find(facts, 1, 1));
        });
    }

    @Test
    default void A2_anAccountSavedAgainReplacesTheFormer() {
        Proof.of("A2", "the former owner still manages an account that was handed over", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            Account handed = Facts.accountOf(1).handedTo(Facts.user(1, 2));
            keep(facts, 1, handed);
            proof.same("an account that was handed over", Optional.of(handed), find(facts, 1, 1));
            proof.same("another account", Optional.of(Facts.accountOf(2)), find(facts, 2, 2));
        });
    }

    @Test
    default void O7_anAccountStaysClosed() {
        Proof.of("O7", "an account that was closed for good takes new organizations and charges", proof -> {
            Facts facts = Facts.of(this);
            Account closed = Facts.accountOf(1).closed(facts.odd().moment());
            keep(facts, 1, closed);
            proof.same("a closed account", Optional.of(closed), find(facts, 1, 1));
            keep(facts, 1, closed.withoutPaymentMethod());
            proof.same("a closed account, saved again", Optional.of(closed), find(facts, 1, 1));
        });
    }

    @Test
    default void I2_anAccountThatIsNotThereIsNotFound() {
        Proof.of("I2", "whoever invents an id is let into somebody's account", proof -> {
            Facts facts = Facts.of(this);
            proof.same("an id that no account has", Optional.empty(), find(facts, 3, 3));
        });
    }

    @Test
    default void X1_anAccountThatWasRolledBackIsAsBefore() {
        Proof.of(
                "X1", "a hand-over that was refused has happened, or an account is there that nobody opened", proof -> {
                    Facts facts = Facts.of(this);
                    facts.users(1, 1);
                    facts.undone(3, () -> facts.store().accounts().save(opened(facts, 3)));
                    facts.undone(1, () -> {
                        facts.store().accounts().save(Facts.accountOf(1).handedTo(Facts.user(1, 1)));
                        find(facts, 1, 1); // a cache that is filled now has to be emptied by the rollback
                    });
                    proof.same("an account after a rollback", Optional.of(Facts.accountOf(1)), find(facts, 1, 1));
                    proof.same("an account whose opening was rolled back", Optional.empty(), find(facts, 3, 3));
                });
    }

    private static Account opened(Facts facts, int number) {
        OddValues odd = facts.odd();
        return Account.open(
                Facts.account(number), Facts.owner(number), odd.country(), odd.zone(), odd.currency(), odd.moment());
    }

    private static List<PaymentMethod> cards(Facts facts) {
        OddValues odd = facts.odd();
        return List.of(
                new PaymentMethod("Visa", "0007", YearMonth.of(2027, 1), odd.moment()),
                new PaymentMethod("Ünïón-Páy 銀聯".replace(' ', '.'), "4242", YearMonth.of(2099, 12), odd.moment()),
                new PaymentMethod("x" + "Ж".repeat(39), "0000", YearMonth.of(1999, 2), odd.moment()));
    }

    private static void keep(Facts facts, int number, Account account) {
        facts.write(number, () -> {
            facts.store().accounts().save(account);
            if (number > 2) {
                facts.store().users().save(owner(number));
            }
        });
    }

    private static User owner(int number) {
        return Facts.userOf(number, 0);
    }

    private static Optional<Account> find(Facts facts, int standing, int number) {
        return facts.view(standing, () -> facts.store().accounts().find(Facts.account(number)));
    }
}
