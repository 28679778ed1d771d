package com.phoneunite.testkit.crash;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWork;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/** A unit of work whose outermost change has one more point: between its work and the commit. */
final class WatchedUnitOfWork implements UnitOfWork {

    private static final Method CHANGE = method("change");
    private static final Method VIEW = method("view");

    private final UnitOfWork behind;
    private final PortWatch watch;

    WatchedUnitOfWork(UnitOfWork behind, PortWatch watch) {
        this.behind = behind;
        this.watch = watch;
    }

    private static Method method(String name) {
        try {
            return UnitOfWork.class.getMethod(name, AccountId.class, Supplier.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T change(AccountId account, Supplier<T> work) {
        watch.before(CHANGE);
        Supplier<T> watched = behind.isOpen() ? work : () -> beforeCommit(work.get());
        T result = behind.change(account, watched);
        watch.after(CHANGE);
        return result;
    }

    private <T> T beforeCommit(T result) {
        watch.beforeCommit();
        return result;
    }

    @Override
    public <T> T view(AccountId account, Supplier<T> work) {
        watch.before(VIEW);
        T result = behind.view(account, work);
        watch.after(VIEW);
        return result;
    }

    @Override
    public boolean isOpen() {
        return behind.isOpen();
    }
}
