package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;

/**
 * An adapter with one realistic fault, and how a contract must tell of it.
 *
 * @param fault what is wrong with it, in a few words
 * @param contract the contract that rejects it
 * @param subject the host's test of the adapter
 * @param test the test that fails; its name begins with the rule that is broken
 * @param words what the sentence contains
 */
record BrokenAdapter(
        String fault,
        Class<? extends Contract> contract,
        Supplier<? extends Contract> subject,
        String test,
        List<String> words) {

    /** The test fails by a sentence that begins with the rule, contains the words, and says how such a fault hurts. */
    void requireRejected() {
        String rule = test.substring(0, test.indexOf('_'));
        assertThat(failure())
                .as(fault)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(rule + ": the adapter ")
                .hasMessageContaining("in production, ")
                .hasMessageContainingAll(words.toArray(CharSequence[]::new));
    }

    /** What the contract says of it. */
    Throwable failure() {
        return ContractTests.run(subject.get(), contract, test)
                .orElseThrow(() -> new AssertionError(contract.getSimpleName() + " accepts an adapter with: " + fault));
    }

    @Override
    public String toString() {
        return fault + " -> " + test;
    }
}
