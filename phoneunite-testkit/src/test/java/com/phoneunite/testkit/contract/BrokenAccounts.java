package com.phoneunite.testkit.contract;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Repositories of accounts with one fault each. */
final class BrokenAccounts {

    private static final BrokenPort<AccountRepository> PORT = new BrokenPort<>(
            AccountRepository.class, "accounts", InMemoryStore::accounts, AccountRepositoryContract.class);

    private BrokenAccounts() {}

    static List<BrokenAdapter> all() {
        return List.of(
                keeping(
                        "moments to the millisecond",
                        one -> Account.open(
                                one.id(),
                                one.ownerId(),
                                one.country(),
                                one.zone(),
                                one.currency(),
                                one.openedAt().truncatedTo(ChronoUnit.MILLIS)),
                        "A3_anAccountComesBackAsItWasSaved",
                        "as it was opened"),
                keeping(
                        "the zone as its offset",
                        one -> Account.open(
                                one.id(),
                                one.ownerId(),
                                one.country(),
                                one.zone().getRules().getOffset(one.openedAt()),
                                one.currency(),
                                one.openedAt()),
                        "A3_anAccountComesBackAsItWasSaved",
                        "as it was opened"),
                keeping(
                        "a card without its date",
                        one -> one.paymentMethod()
                                .map(card -> one.withPaymentMethod(new PaymentMethod(
                                        card.brand(), card.lastFour(), card.expiry(), one.openedAt())))
                                .orElse(one),
                        "P2_theCardOfAnAccountComesBackAsItWasSaved",
                        "with a card"),
                PORT.of(
                        "COALESCE keeps what is set to nothing",
                        "save",
                        (real, given) -> {
                            Account one = account(given);
                            real.save(real.find(one.id())
                                    .flatMap(Account::paymentMethod)
                                    .filter(card -> one.paymentMethod().isEmpty())
                                    .map(one::withPaymentMethod)
                                    .orElse(one));
                            return null;
                        },
                        "P1_aCardThatWasRemovedIsGone",
                        "whose card was removed"),
                PORT.of(
                        "an insert that does nothing on conflict",
                        "save",
                        (real, given) -> {
                            if (real.find(account(given).id()).isEmpty()) {
                                real.save(account(given));
                            }
                            return null;
                        },
                        "A2_anAccountSavedAgainReplacesTheFormer",
                        "handed over"),
                keeping(
                        "no column for the end",
                        one -> {
                            Account open = Account.open(
                                    one.id(), one.ownerId(), one.country(), one.zone(), one.currency(), one.openedAt());
                            return one.paymentMethod()
                                    .map(open::withPaymentMethod)
                                    .orElse(open);
                        },
                        "O7_anAccountStaysClosed",
                        "a closed account"),
                PORT.of(
                        "a query without its condition",
                        "find",
                        (real, given) -> real.find((AccountId) given[0]).or(() -> Optional.of(Facts.accountOf(1))),
                        "I2_anAccountThatIsNotThereIsNotFound",
                        "no account has"),
                PORT.of(
                        "a cache that is not rolled back",
                        () -> {
                            Map<AccountId, Account> cache = new ConcurrentHashMap<>();
                            return Map.of(
                                    "save",
                                    (real, given) -> {
                                        cache.put(account(given).id(), account(given));
                                        real.save(account(given));
                                        return null;
                                    },
                                    "find",
                                    (real, given) -> Optional.ofNullable(cache.get(given[0]))
                                            .or(() -> real.find((AccountId) given[0])));
                        },
                        "X1_anAccountThatWasRolledBackIsAsBefore",
                        "after a rollback"));
    }

    private static BrokenAdapter keeping(String fault, UnaryOperator<Account> kept, String test, String... words) {
        return PORT.of(
                fault,
                "save",
                (real, given) -> {
                    real.save(kept.apply(account(given)));
                    return null;
                },
                test,
                words);
    }

    private static Account account(Object... given) {
        return (Account) given[0];
    }
}
