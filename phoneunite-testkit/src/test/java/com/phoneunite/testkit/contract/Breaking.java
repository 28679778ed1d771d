package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Makes adapters of a port of billing with one fault each, in front of those in memory.
 *
 * @param contract the contract that rejects them
 * @param type the port
 * @param port what a store calls it
 */
record Breaking<P>(Class<? extends Contract> contract, Class<P> type, String port) {

    /** One method does something else. */
    BrokenAdapter of(String test, String fault, String method, Spoiled.Fault<P> spoiled, String... words) {
        return whole(test, fault, store -> Spoiled.port(type, real(store), method, spoiled), words);
    }

    /** The whole port is another one. */
    BrokenAdapter whole(String test, String fault, Function<BillingStore, P> made, String... words) {
        return new BrokenAdapter(fault, contract, () -> BillingSubject.of(() -> store(made)), test, List.of(words));
    }

    /** What is saved is found at once, and still once it was rolled back. */
    BrokenAdapter cached(String test, String save, String find, String... words) {
        return whole(
                test,
                "a cache that a rollback does not empty",
                store -> {
                    AtomicReference<Optional<?>> last = new AtomicReference<>(Optional.empty());
                    P caching = Spoiled.port(type, real(store), save, (real, given) -> {
                        Object saved = given[given.length - 1];
                        last.set(saved instanceof Optional<?> value ? value : Optional.of(saved));
                        return call(real, save, given);
                    });
                    return Spoiled.port(
                            type,
                            caching,
                            find,
                            (real, given) -> last.get().isPresent() ? last.get() : call(real, find, given));
                },
                words);
    }

    /** Each call commits by itself where nothing is open. */
    BrokenAdapter committingByItself(String test, String save, String... words) {
        return whole(
                test,
                "each call commits by itself",
                store -> Spoiled.port(
                        type,
                        real(store),
                        save,
                        (real, given) -> store.core()
                                .unitOfWork()
                                .change(account(given[0]), () -> Optional.ofNullable(call(real, save, given)))
                                .orElse(null)),
                words);
    }

    /** What was acknowledged is lost with the process. */
    BrokenAdapter forgetful(String test, String... words) {
        return new BrokenAdapter(
                "acknowledged before it is on disk",
                contract,
                () -> new BillingSubject(BillingSubject::memory, store -> BillingSubject.memory(), 1),
                test,
                List.of(words));
    }

    /** Each thread sees what it saw first: a session that outlives its unit of work. */
    BrokenAdapter seenOnceByEachThread(String test, String find, String... words) {
        return whole(
                test,
                "rows that a thread keeps from one unit of work to the next",
                store -> {
                    @SuppressWarnings(
                            "ThreadLocalUsage") // each store has its own: what one keeps must not reach another
                    ThreadLocal<Object> seen = new ThreadLocal<>();
                    return Spoiled.port(type, real(store), find, (real, given) -> {
                        if (seen.get() == null) {
                            seen.set(call(real, find, given));
                        }
                        return seen.get();
                    });
                },
                words);
    }

    private P real(BillingStore store) {
        return type.cast(call(store, port));
    }

    private BillingStore store(Function<BillingStore, P> made) {
        BillingStore real = BillingSubject.memory();
        P instead = made.apply(real);
        return Spoiled.port(BillingStore.class, real, port, (store, none) -> instead);
    }

    private static AccountId account(Object saved) {
        return saved instanceof AccountId account ? account : (AccountId) call(saved, "account");
    }

    /** Calls a method by its name, and its overload by what it is given. */
    static Object call(Object real, String name, Object... given) {
        return Arrays.stream(real.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && takes(method, given))
                .findFirst()
                .map(method -> invoke(real, method, given))
                .orElse(null);
    }

    private static boolean takes(Method method, Object... given) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != given.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isPrimitive() && !types[i].isInstance(given[i])) {
                return false;
            }
        }
        return true;
    }

    static Object invoke(Object real, Method method, Object... given) {
        try {
            method.setAccessible(true);
            return method.invoke(real, given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
