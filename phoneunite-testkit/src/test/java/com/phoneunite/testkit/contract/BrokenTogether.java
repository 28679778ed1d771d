package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Units of work that keep several accounts in one step, with one fault each. */
final class BrokenTogether {

    private static final Breaking<Store> PORT = new Breaking<>(TogetherContract.class, Store.class, "core");

    private static final Logger LOG = Logger.getLogger(BrokenTogether.class.getName());

    private BrokenTogether() {}

    /** Keeps changes of several accounts together, as somebody might. */
    @FunctionalInterface
    private interface Together {
        Map<AccountId, Object> keep(UnitOfWork real, List<AccountId> accounts, Function<AccountId, Object> work);
    }

    static List<BrokenAdapter> all() {
        return List.of(
                broken(
                        "X1_whatIsKeptTogetherIsWhatIsTold",
                        "kept, and not told",
                        (real, accounts, work) -> {
                            oneByOne(real, accounts, work);
                            return Map.of();
                        },
                        "with 0 accounts told to be kept"),
                broken(
                        "X1_whatIsKeptTogetherIsWhatIsTold",
                        "told, and not kept",
                        (real, accounts, work) -> {
                            Map<AccountId, Object> told = new HashMap<>();
                            accounts.forEach(account -> told.put(account, undone(real, account, work)));
                            return told;
                        },
                        "with 2 accounts told to be kept"),
                broken(
                        "X1_anAccountWhoseWorkFailsIsLeftAlone",
                        "a failure that is caught too early",
                        (real, accounts, work) -> {
                            accounts.forEach(account -> real.execute(account, () -> quietly(account, work)));
                            return Map.of();
                        },
                        "of the account that fails"),
                broken(
                        "X1_anAccountWhoseWorkFailsIsLeftAlone",
                        "a failure that ends the step half-way",
                        BrokenTogether::oneByOne,
                        "threw"),
                broken(
                        "X1_nothingIsKeptTogetherInsideAUnitOfWork",
                        "joins what is open",
                        BrokenTogether::oneByOne,
                        "inside a unit of work"));
    }

    private static Map<AccountId, Object> oneByOne(
            UnitOfWork real, List<AccountId> accounts, Function<AccountId, Object> work) {
        Map<AccountId, Object> told = new HashMap<>();
        accounts.forEach(account -> told.put(account, real.change(account, () -> work.apply(account))));
        return told;
    }

    private static Object undone(UnitOfWork real, AccountId account, Function<AccountId, Object> work) {
        AtomicReference<Object> seen = new AtomicReference<>();
        try {
            real.execute(account, () -> {
                seen.set(work.apply(account));
                throw new IllegalArgumentException("undone");
            });
        } catch (IllegalArgumentException e) {
            return seen.get();
        }
        throw new IllegalStateException("the change did not fail");
    }

    private static void quietly(AccountId account, Function<AccountId, Object> work) {
        try {
            LOG.log(Level.FINE, "done: {0}", work.apply(account));
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "as it is to be", e);
        }
    }

    private static BrokenAdapter broken(String test, String fault, Together together, String... words) {
        return PORT.whole(
                test,
                fault,
                store -> Spoiled.port(
                        Store.class,
                        store.core(),
                        "unitOfWork",
                        (real, none) -> Spoiled.port(
                                UnitOfWork.class,
                                real.unitOfWork(),
                                "together",
                                (work, given) -> keep(together, work, given))),
                words);
    }

    @SuppressWarnings("unchecked") // what the port is given
    private static Map<AccountId, Object> keep(Together together, UnitOfWork real, Object... given) {
        return together.keep(real, (List<AccountId>) given[0], (Function<AccountId, Object>) given[1]);
    }
}
