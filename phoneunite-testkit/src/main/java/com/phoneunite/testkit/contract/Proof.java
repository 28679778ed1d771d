package com.phoneunite.testkit.contract;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Tells in one sentence which rule an adapter breaks, what it did, what was expected, and how that hurts. */
final class Proof {

    /** Some steps of a contract, which may throw what they like. */
    @FunctionalInterface
    interface Steps {
        void run(Proof proof) throws Exception;
    }

    private final String rule;
    private final String harm;

    private Proof(String rule, String harm) {
        this.rule = rule;
        this.harm = harm;
    }

    /**
     * Proves a rule.
     *
     * @param rule its id
     * @param harm what happens to a host in production where it is broken, as the end of a sentence
     * @param steps what is tried; anything that it throws is the adapter's failure, but that the test is skipped
     */
    static void of(String rule, String harm, Steps steps) {
        Proof proof = new Proof(rule, harm);
        try {
            steps.run(proof);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception e) {
            throw proof.broken("threw " + e, "that the call is answered", e);
        }
    }

    /** The sentence, where this does not hold. */
    void that(boolean holds, String did, String expected) {
        if (!holds) {
            throw broken(did, expected, null);
        }
    }

    /**
     * The sentence, where these are not equal.
     *
     * @param what what was asked, for example {@code "count of the first organization"}
     */
    <T> void same(String what, T expected, T actual) {
        that(Objects.equals(expected, actual), "answered " + actual + " for " + what, expected + "");
    }

    /** The sentence, where a list has other elements or another order. */
    <T> void list(String what, List<T> expected, List<T> actual) {
        same(what, expected, List.copyOf(actual));
    }

    /**
     * The sentence, unless this throws such an exception.
     *
     * @param what what is tried, as what an adapter lets happen: {@code "a write in a view"}
     */
    void refuses(Class<? extends Throwable> type, String what, Callable<?> tried) {
        try {
            tried.call();
        } catch (Exception e) {
            that(type.isInstance(e), "answered " + e + " to " + what, "a " + type.getSimpleName());
            return;
        }
        throw broken("let " + what + " pass", "a " + type.getSimpleName(), null);
    }

    private AssertionError broken(String did, String expected, @Nullable Throwable cause) {
        return new AssertionError(
                rule + ": the adapter " + did + ", and expected was " + expected + "; in production, " + harm + ".",
                cause);
    }
}
