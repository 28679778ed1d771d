package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store that keeps changes of up to ten accounts in one step, as a database does. For one worker at a time. */
final class StepStore implements UnitOfWork {

    /** How many accounts each step was asked to keep. */
    final List<Integer> steps = new ArrayList<>();
    /** Runs before a step is begun, and once it is kept; may throw. */
    Runnable before = () -> {};

    Runnable after = () -> {};

    private final BillingStore behind;

    StepStore(BillingStore behind) {
        this.behind = behind;
    }

    BillingStore store() {
        Store core = LyingStore.proxy(
                Store.class,
                (proxy, method, arguments) -> method.getName().equals("unitOfWork")
                        ? this
                        : LyingStore.ask(method, behind.core(), arguments));
        return LyingStore.proxy(
                BillingStore.class,
                (proxy, method, arguments) ->
                        method.getName().equals("core") ? core : LyingStore.ask(method, behind, arguments));
    }

    @Override
    public int mostTogether() {
        return 10;
    }

    @Override
    public <T> Map<AccountId, T> together(List<AccountId> accounts, Function<AccountId, T> work) {
        if (isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("a step of several accounts");
        }
        steps.add(accounts.size());
        before.run();
        Map<AccountId, T> kept = new HashMap<>();
        for (AccountId account : accounts.stream().sorted().toList()) {
            try {
                kept.put(account, change(account, () -> work.apply(account)));
            } catch (RuntimeException leftAlone) {
                kept.remove(account);
            }
        }
        after.run();
        return kept;
    }

    @Override
    public <T> T change(AccountId account, Supplier<T> work) {
        return behind.core().unitOfWork().change(account, work);
    }

    @Override
    public <T> T view(AccountId account, Supplier<T> work) {
        return behind.core().unitOfWork().view(account, work);
    }

    @Override
    public boolean isOpen() {
        return behind.core().unitOfWork().isOpen();
    }
}
