package com.phoneunite.benchmarks.memory;

import java.util.Map;
import java.util.TreeMap;

/**
 * One that takes its turns: a method of a benchmark of JMH.
 *
 * @param benchmark the class
 * @param method the method
 * @param threads how many do it at the same time
 * @param operations how many an invocation does
 * @param parameters of its states, by name
 */
record Contender(Class<?> benchmark, String method, int threads, int operations, Map<String, Integer> parameters) {

    /** One thread, one operation an invocation. */
    static Contender of(Class<?> benchmark, String method, String parameter, int value) {
        return new Contender(benchmark, method, 1, 1, Map.of(parameter, value));
    }

    Contender with(String parameter, int value) {
        Map<String, Integer> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new Contender(benchmark, method, threads, operations, more);
    }

    Contender operations(int count) {
        return new Contender(benchmark, method, threads, count, parameters);
    }

    Contender threads(int count) {
        return new Contender(benchmark, method, count, operations, parameters);
    }

    @Override
    public String toString() {
        return benchmark.getSimpleName() + "." + method + parameters + (threads == 1 ? "" : " x " + threads);
    }
}
