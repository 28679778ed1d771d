package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that keeps changes of several accounts in one step: {@link com.phoneunite.store.UnitOfWork#together}. One that
 * leaves everything alone is right, too.
 */
public interface TogetherContract extends BillingStoreContract {

    @Test
    default void X1_whatIsKeptTogetherIsWhatIsTold() {
        Proof.of("X1", "an account is charged twice, once together with others and once alone", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            for (int account = 1; account <= 2; account++) {
                bench.post(recharge(account, 100));
            }
            Map<AccountId, Long> told = together(store, List.of(2, 1), account -> {
                bench.ledger().post(charge(account, 10, "first"));
                bench.ledger().post(charge(account, 20, "second"));
                return bench.ledger().head(Facts.account(account)).orElseThrow().balanceMinor();
            });
            for (int account = 1; account <= 2; account++) {
                Optional<Long> balance = Optional.ofNullable(told.get(Facts.account(account)));
                proof.same("the balance that the work saw, if it is kept", balance.map(seen -> 70L), balance);
                proof.same(
                        "the balances after each entry, with " + told.size() + " accounts told to be kept",
                        balance.isPresent() ? List.of(100L, 90L, 70L) : List.of(100L),
                        balances(bench, account));
            }
        });
    }

    @Test
    default void X1_anAccountWhoseWorkFailsIsLeftAlone() {
        Proof.of("X1", "one customer's bad data keeps others from being billed, or is half charged", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            for (int account = 1; account <= 2; account++) {
                bench.post(recharge(account, 100));
            }
            Map<AccountId, Long> told = together(store, List.of(1, 2), account -> {
                bench.ledger().post(charge(account, 10, "charge"));
                if (account == 2) {
                    throw new IllegalStateException("the work fails");
                }
                return 1L;
            });
            proof.same("whether the account that fails is told to be kept", false, told.containsKey(Facts.account(2)));
            proof.same("the entries of the account that fails", List.of(100L), balances(bench, 2));
            proof.same(
                    "the entries of the other account",
                    told.containsKey(Facts.account(1)) ? List.of(100L, 90L) : List.of(100L),
                    balances(bench, 1));
        });
    }

    @Test
    default void X1_nothingIsKeptTogetherInsideAUnitOfWork() {
        Proof.of("X1", "a change of one account keeps what another account's host has taken back", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "keeping several accounts together inside a unit of work",
                    () -> bench.facts().change(1, () -> together(store, List.of(1), account -> 1L)));
        });
    }

    /** What is done for an account. */
    @FunctionalInterface
    interface Work {
        /** Does it for the account of that number. */
        long of(int account);
    }

    private static Map<AccountId, Long> together(BillingStore store, List<Integer> accounts, Work work) {
        return store.core()
                .unitOfWork()
                .together(
                        accounts.stream().map(Facts::account).toList(),
                        account -> work.of(account.equals(Facts.account(1)) ? 1 : 2));
    }

    private static List<Long> balances(LedgerBench bench, int account) {
        return bench.facts().view(account, () -> bench.ledger().list(Facts.account(account), 0, 10)).stream()
                .map(LedgerEntry::balanceAfterMinor)
                .toList();
    }

    private static Posting recharge(int account, long minor) {
        return LedgerBench.posting(account, Optional.empty(), EntryKind.RECHARGE, minor, "recharge", Facts.NOW);
    }

    private static Posting charge(int account, long minor, String reference) {
        return LedgerBench.posting(
                account, Optional.of(Facts.organizationId(account, 0)), EntryKind.PERIOD, minor, reference, Facts.NOW);
    }
}
