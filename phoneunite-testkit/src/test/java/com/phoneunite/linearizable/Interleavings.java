package com.phoneunite.linearizable;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Runs the operations of a class from several threads at once, over and over, and compares what they answered with every order in which
 * one thread could have called them. A few scenarios in every build; {@code -Dphoneunite.interleavings=50} makes it as many times more,
 * as the profile {@code deep} does.
 */
final class Interleavings {
    private static final int TIMES = Integer.getInteger("phoneunite.interleavings", 1);

    private Interleavings() {}

    /**
     * Checks that the operations of the class are linearizable.
     *
     * @param subject whose methods annotated as operations are called, a new one for each run
     * @param model what says which answers one thread gets, by methods of the same names
     * @param runs how often each scenario is run
     */
    static void check(Class<?> subject, Class<?> model, int runs) {
        new StressOptions()
                .iterations(5 * TIMES)
                .invocationsPerIteration(runs)
                .threads(2)
                .actorsBefore(1)
                .actorsPerThread(3)
                .actorsAfter(1)
                .sequentialSpecification(model)
                .check(subject);
    }

    /** The failure with which the class is rejected. */
    static String rejection(Class<?> subject, Class<?> model, int runs) {
        try {
            new StressOptions()
                    .iterations(100)
                    .invocationsPerIteration(runs)
                    .threads(2)
                    .actorsBefore(1)
                    .actorsPerThread(3)
                    .actorsAfter(1)
                    .minimizeFailedScenario(false)
                    .sequentialSpecification(model)
                    .check(subject);
        } catch (LincheckAssertionError e) {
            return String.valueOf(e.getMessage());
        }
        return "not rejected";
    }
}
