package com.phoneunite.testkit.simulation;

import java.util.List;

/** The card of an account. */
final class CardActs {

    private static final List<String> TOKENS = List.of(
            "tok_visa",
            "tok_visa",
            "tok_visa",
            "tok_mastercard",
            "tok_mastercard",
            "tok_slow",
            "tok_declined",
            "tok_call_bank",
            "tok_stolen",
            "tok_confirm",
            "tok_nobody");

    private CardActs() {}

    static String put(Turn turn) {
        String token = turn.chance().of(TOKENS);
        return turn.billing().putPaymentMethodOnFile(token).brand() + " by " + token;
    }

    static String remove(Turn turn) {
        turn.billing().removePaymentMethod();
        return "removed";
    }
}
