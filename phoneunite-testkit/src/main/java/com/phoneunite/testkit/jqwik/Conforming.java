package com.phoneunite.testkit.jqwik;

import com.phoneunite.input.InputRule;

/** Asks a rule of the library's whether something conforms to it. */
final class Conforming {

    private Conforming() {}

    static <T> boolean to(InputRule<T> rule, T value) {
        boolean[] violated = {false};
        rule.check(value, (code, message) -> violated[0] = true);
        return !violated[0];
    }
}
