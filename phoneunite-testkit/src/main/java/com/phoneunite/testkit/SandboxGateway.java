package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.Money;

/**
 * A payment gateway that moves no money, for development and tests. The token decides what happens:
 *
 * <ul>
 *   <li>{@code tok_visa}, {@code tok_mastercard}: every charge succeeds
 *   <li>{@code tok_declined}: every charge is declined, to be tried again later
 *   <li>{@code tok_stolen}: every charge is declined for good
 *   <li>every other token stands for no card
 * </ul>
 *
 * <p>It remembers keys for ever, and keeps a book of what it captured. Safe for any number of threads.
 */
public final class SandboxGateway implements PaymentGateway {

    private final Map<String, PaymentOutcome> answers = new ConcurrentHashMap<>();

    private SandboxGateway() {}

    /** A gateway with an empty book. */
    public static SandboxGateway create() {
        return new SandboxGateway();
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return switch (token.reveal()) {
            case "tok_visa" -> card("Visa", "4242");
            case "tok_mastercard" -> card("Mastercard", "4444");
            case "tok_declined" -> card("Visa", "0002");
            case "tok_stolen" -> card("Visa", "9979");
            default -> new CardOutcome.Rejected();
        };
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        return answers.computeIfAbsent(request.key(), key -> decide(request));
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        return Optional.ofNullable(answers.get(request.key()));
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.NONE.remembersKeysFor(Duration.ofDays(36_500));
    }

    /** What was captured under each key. */
    public Map<String, Money> captured() {
        Map<String, Money> captured = new ConcurrentHashMap<>();
        answers.forEach((key, answer) -> {
            if (answer instanceof PaymentOutcome.Succeeded succeeded) {
                captured.put(key, succeeded.captured());
            }
        });
        return Map.copyOf(captured);
    }

    private static CardOutcome card(String brand, String lastFour) {
        return new CardOutcome.Known(brand, lastFour, YearMonth.of(2040, 12));
    }

    private static PaymentOutcome decide(PaymentRequest request) {
        return switch (request.card().reveal()) {
            case "tok_visa", "tok_mastercard" -> new PaymentOutcome.Succeeded(request.amount());
            case "tok_declined" -> new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);
            default -> new PaymentOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD);
        };
    }
}
