package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The embedded store with one method of one port that does something else. */
final class PlantedBug {

    private PlantedBug() {}

    /** What the method does instead. */
    interface Instead {

        Object of(Call behind, Object[] arguments) throws Throwable;
    }

    /** What the method does. */
    interface Call {

        Object with(Object[] arguments) throws Throwable;
    }

    static Supplier<BillingStore> in(String port, String method, Instead instead) {
        return () -> store(BillingStore.in(InMemoryStore.create()), port, method, instead);
    }

    private static BillingStore store(BillingStore store, String port, String method, Instead instead) {
        Map<Object, Object> ports = new HashMap<>();
        return proxy(BillingStore.class, (opened, arguments) -> {
            Object real = invoke(store, opened, arguments);
            return opened.getName().equals(port)
                    ? ports.computeIfAbsent(real, asked -> broken(opened.getReturnType(), asked, method, instead))
                    : real;
        });
    }

    private static Object broken(Class<?> type, Object real, String method, Instead instead) {
        return proxy(type, (called, arguments) -> {
            Call behind = given -> invoke(real, called, given);
            return called.getName().equals(method) ? instead.of(behind, arguments) : behind.with(arguments);
        });
    }

    private interface Answer {

        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
