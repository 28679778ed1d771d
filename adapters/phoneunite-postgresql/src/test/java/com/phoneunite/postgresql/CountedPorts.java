package com.phoneunite.postgresql;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A store that notes for each method of each port how many statements one call of it took at most. Not thread-safe. */
final class CountedPorts {

    private final CountedSource source;
    private final Map<String, Long> most = new TreeMap<>();
    private final IdentityHashMap<Object, Object> wrapped = new IdentityHashMap<>();
    private final BillingStore store;

    CountedPorts(CountedSource source) {
        this(source, PostgresStore.on(source.dataSource()));
    }

    /** A store that works on that source. */
    CountedPorts(CountedSource source, PostgresStore store) {
        this.source = source;
        this.store = wrap(BillingStore.class, store);
    }

    BillingStore store() {
        return store;
    }

    Map<String, Long> most() {
        return most;
    }

    private <T> T wrap(Class<T> type, Object real) {
        return type.cast(wrapped.computeIfAbsent(
                real,
                key -> Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                            boolean isStore = type == Store.class || type == BillingStore.class;
                            long before = source.sent();
                            Object answer;
                            try {
                                answer = method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (isStore) {
                                return method.getReturnType() == UnitOfWork.class
                                        ? answer
                                        : wrap(method.getReturnType(), answer);
                            }
                            most.merge(
                                    type.getSimpleName() + "." + method.getName(), source.sent() - before, Math::max);
                            return answer;
                        })));
    }
}
