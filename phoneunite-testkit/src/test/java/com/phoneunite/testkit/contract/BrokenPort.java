package com.phoneunite.testkit.contract;

import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes stores of which one port is broken.
 *
 * @param type the port
 * @param name how a store names it
 * @param real the port as it should be
 * @param contract what rejects it
 */
record BrokenPort<P>(Class<P> type, String name, Function<InMemoryStore, P> real, Class<? extends Contract> contract) {

    /** One method does something else. */
    BrokenAdapter of(String fault, String method, Spoiled.Fault<P> spoiled, String test, String... words) {
        return of(fault, () -> Map.of(method, spoiled), test, words);
    }

    /** Some methods do something else, with what they keep for each store. */
    BrokenAdapter of(String fault, Supplier<Map<String, Spoiled.Fault<P>>> spoiled, String test, String... words) {
        return whole(fault, store -> Spoiled.port(type, real.apply(store), spoiled.get()), test, words);
    }

    /** Another port. */
    BrokenAdapter whole(String fault, Function<InMemoryStore, P> spoiled, String test, String... words) {
        return new BrokenAdapter(
                fault, contract, () -> CoreSubject.of(() -> Spoiled.store(type, name, spoiled)), test, List.of(words));
    }
}
