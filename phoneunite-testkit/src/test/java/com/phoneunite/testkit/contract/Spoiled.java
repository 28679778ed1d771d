package com.phoneunite.testkit.contract;

import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** A port of the memory store, of which one method does something else. */
final class Spoiled {

    /** What the method does instead. */
    @FunctionalInterface
    interface Fault<P> {
        Object answer(P real, Object[] arguments) throws Throwable;
    }

    private Spoiled() {}

    /** The port with that method spoiled; methods with a default are built on it. */
    static <P> P port(Class<P> type, P real, String method, Fault<P> fault) {
        return port(type, real, Map.of(method, fault));
    }

    /** The port with these methods spoiled. */
    static <P> P port(Class<P> type, P real, Map<String, Fault<P>> faults) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    if (faults.containsKey(called.getName())) {
                        return faults.get(called.getName()).answer(real, arguments);
                    }
                    if (called.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    return call(real, called, arguments);
                }));
    }

    /** A memory store with a port that is spoiled so. */
    static <P> Store store(Class<P> type, String port, Function<InMemoryStore, P> spoiled) {
        InMemoryStore real = InMemoryStore.create();
        P instead = spoiled.apply(real);
        return port(Store.class, real, port, (store, arguments) -> type.cast(instead));
    }

    /** Calls through to what is not spoiled. */
    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
