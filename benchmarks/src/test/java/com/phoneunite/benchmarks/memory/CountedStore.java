package com.phoneunite.benchmarks.memory;

import com.phoneunite.billing.store.BillingStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A store that counts how often each method of its ports is called, and otherwise is the one that it stands before. */
final class CountedStore {

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<Object, Object> ports = new ConcurrentHashMap<>();
    private final BillingStore store;

    CountedStore(BillingStore counted) {
        store = (BillingStore) before(counted, BillingStore.class);
    }

    BillingStore store() {
        return store;
    }

    /** What was called since this was asked last, each with how often. */
    Map<String, Long> take() {
        Map<String, Long> taken = new TreeMap<>(counts);
        counts.clear();
        return taken;
    }

    private Object before(Object target, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            boolean isPort = method.getParameterCount() == 0
                    && method.getReturnType().isInterface()
                    && method.getReturnType().getName().startsWith("com.phoneunite.");
            Object answer = call(target, method, arguments);
            if (isPort) {
                return ports.computeIfAbsent(answer, port -> before(port, method.getReturnType()));
            }
            counts.merge(type.getSimpleName() + "." + method.getName(), 1L, Long::sum);
            return answer;
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
