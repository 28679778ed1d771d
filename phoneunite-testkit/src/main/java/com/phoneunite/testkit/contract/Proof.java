package com.phoneunite.testkit.contract;

import java.util.Arrays;
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

    /** How many characters of a value are shown: those around the first that differs. */
    private static final int SHOWN = 400;

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
        if (!Objects.equals(expected, actual)) {
            String wanted = expected + "";
            String answered = actual + "";
            int from = Math.max(0, Arrays.mismatch(wanted.toCharArray(), answered.toCharArray()) - SHOWN / 4);
            that(false, "answered " + part(answered, from) + " for " + what, part(wanted, from));
        }
    }

    /** The sentence, where a list has other elements or another order. */
    <T> void list(String what, List<T> expected, List<T> actual) {
        same(what, expected, List.copyOf(actual));
    }

    /**
     * The sentence, where a list that was asked for nothing has something.
     *
     * @param actual what was answered to a limit of 0
     */
    void none(String what, List<?> actual) {
        same(what + " with a limit of 0", List.of(), List.copyOf(actual));
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

    /** What can be read in one go, from there on. */
    private static String part(String text, int from) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int begin = Math.min(from, text.length() - SHOWN / 2);
        int end = Math.min(text.length(), begin + SHOWN);
        return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }

    private AssertionError broken(String did, String expected, @Nullable Throwable cause) {
        return new AssertionError(
                rule + ": the adapter " + did + ", and expected was " + expected + "; in production, " + harm + ".",
                cause);
    }
}
