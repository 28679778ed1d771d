package com.phoneunite.testkit.assertion;

import org.assertj.core.api.AbstractAssert;

/**
 * What all assertions of ours have: they say what was expected and what is there, in the product's words.
 *
 * @param <S> the assertion itself
 * @param <A> what is asserted on
 */
public abstract class SpokenAssert<S extends SpokenAssert<S, A>, A> extends AbstractAssert<S, A> {

    SpokenAssert(A actual, Class<S> self) {
        super(actual, self);
        info.useRepresentation(Words.INSTANCE);
    }

    /** Goes on where it holds, else says {@code "expected <expected>, but <actually>"}. */
    S holds(boolean condition, String expected, String actually) {
        isNotNull();
        if (!condition) {
            failWithMessage("%s", "expected " + expected + ", but " + actually);
        }
        return myself;
    }
}
