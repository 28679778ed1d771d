package com.phoneunite.billing.recharge;

import com.phoneunite.account.Actor;
import com.phoneunite.input.InputRule;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/**
 * Rule P7: what a person has decided about something in review, and why. Immutable.
 *
 * @param by the person
 * @param at when
 * @param evidence what they know it by, 1 to {@value #MAX_EVIDENCE} characters
 * @param amount what is credited or taken, in the account's currency; empty where nothing is
 */
public record Resolution(Actor by, Instant at, String evidence, Optional<Money> amount) {

    /** The most characters of the evidence. */
    public static final int MAX_EVIDENCE = 2_000;

    public Resolution {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
        new EvidenceRule().require(evidence);
    }

    /** What evidence must be. */
    public static final class EvidenceRule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.isBlank()) {
                report.accept("BLANK", "must not be blank");
            }
            if (value.length() > MAX_EVIDENCE) {
                report.accept("TOO_LONG", "must be at most " + MAX_EVIDENCE + " characters long");
            }
            if (value.length() <= MAX_EVIDENCE && PaymentToken.Rule.looksLikeACardNumber(value)) {
                report.accept("LOOKS_LIKE_A_CARD_NUMBER", "must not hold a card number");
            }
        }
    }
}
