package com.phoneunite.testkit.crash;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import java.lang.reflect.Method;

/**
 * Is told of every call of a port of a store, before and after it; what it throws comes out where the call was made. It is called on
 * the thread of the call.
 */
public interface PortWatch {

    /**
     * A port is about to be called. Where this throws, it is not.
     *
     * @param call the method of the port
     */
    void before(Method call);

    /**
     * A port has been called and has not failed. Where this throws, the call has had its effect, and its answer is lost: after the
     * outermost {@code change} of a unit of work, what was committed is not acknowledged.
     *
     * @param call the method of the port
     */
    void after(Method call);

    /** The work of an outermost change is done, and not kept yet. Where this throws, the commit fails. */
    default void beforeCommit() {}

    /** That store, every port of which is watched. Each of its ports is the same object every time. */
    static Store over(Store store, PortWatch watch) {
        return new WatchedPorts(watch).wrap(Store.class, store);
    }

    /** That store, every port of which is watched, those of core too. Each of its ports is the same object every time. */
    static BillingStore over(BillingStore store, PortWatch watch) {
        return new WatchedPorts(watch).wrap(BillingStore.class, store);
    }
}
