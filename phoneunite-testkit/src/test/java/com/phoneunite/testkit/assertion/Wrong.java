package com.phoneunite.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an assertion says where it does not hold. */
final class Wrong {

    private Wrong() {}

    static void says(String message, ThrowingCallable wrong) {
        assertThatThrownBy(wrong).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    /** The same with the description that a test gave. */
    static void says(String description, String message, ThrowingCallable wrong) {
        says("[" + description + "] " + message, wrong);
    }
}
