package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
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
 *   <li>{@code tok_call_bank}: every charge is declined until the customer does something about it
 *   <li>{@code tok_stolen}: every charge is declined for good
 *   <li>{@code tok_misconfigured}: every charge is declined, because the host has set it up wrongly
 *   <li>{@code tok_confirm}: every charge waits until the customer confirms it, which {@link #confirm} does
 *   <li>{@code tok_slow}: every charge is answered with "unknown", and has succeeded when it is looked up
 *   <li>every other token stands for no card
 * </ul>
 *
 * <p>It remembers keys for ever, refunds what it captured and has not given back yet, and keeps a book of it. Safe for any number of threads.
 */
public final class SandboxGateway implements PaymentGateway {

    private final Map<String, PaymentOutcome> answers = new ConcurrentHashMap<>();
    private final Map<String, RefundRequest> refunds = new ConcurrentHashMap<>();

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
            case "tok_call_bank" -> card("Visa", "3220");
            case "tok_stolen" -> card("Visa", "9979");
            case "tok_misconfigured" -> card("Visa", "0010");
            case "tok_confirm" -> card("Visa", "3155");
            case "tok_slow" -> card("Visa", "1111");
            default -> new CardOutcome.Rejected();
        };
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        boolean isNew = !answers.containsKey(request.key());
        PaymentOutcome answer = answers.computeIfAbsent(request.key(), key -> decide(request));
        return isNew && request.card().reveal().equals("tok_slow")
                ? new PaymentOutcome.Unknown("no answer yet")
                : answer;
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        return Optional.ofNullable(answers.get(request.key()));
    }

    @Override
    public CancelOutcome cancel(PaymentRequest request) {
        PaymentOutcome now = answers.computeIfPresent(
                request.key(),
                (key, answer) -> answer instanceof PaymentOutcome.ActionRequired
                        ? new PaymentOutcome.Declined(DeclineReason.CUSTOMER_MUST_ACT)
                        : answer);
        if (now == null) {
            return new CancelOutcome.Unknown("there is no such charge");
        }
        return now instanceof PaymentOutcome.Declined ? new CancelOutcome.Cancelled() : new CancelOutcome.TooLate(now);
    }

    /** Does what the customer is asked for: the charge that waits for it succeeds. */
    public void confirm(PaymentRequest request) {
        answers.computeIfPresent(
                request.key(),
                (key, answer) -> answer instanceof PaymentOutcome.ActionRequired
                        ? new PaymentOutcome.Succeeded(request.amount())
                        : answer);
    }

    @Override
    public synchronized RefundOutcome refund(RefundRequest request) {
        if (!(answers.get(request.charge().key()) instanceof PaymentOutcome.Succeeded succeeded)) {
            return new RefundOutcome.Declined("nothing was captured");
        }
        if (!refunds.containsKey(request.key())
                && refundedMinor(request.charge()) + request.amount().getAmountMinorLong()
                        > succeeded.captured().getAmountMinorLong()) {
            return new RefundOutcome.Declined("more than is left");
        }
        refunds.putIfAbsent(request.key(), request);
        return new RefundOutcome.Done();
    }

    private long refundedMinor(PaymentRequest charge) {
        return refunds.values().stream()
                .filter(one -> one.charge().key().equals(charge.key()))
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
    }

    @Override
    public Optional<RefundOutcome> findRefund(RefundRequest request) {
        return Optional.ofNullable(refunds.get(request.key())).map(known -> new RefundOutcome.Done());
    }

    @Override
    public List<ReportedReversal> reversals(PaymentRequest request) {
        return refunds.values().stream()
                .filter(one -> one.charge().key().equals(request.key()))
                .map(one -> ReportedReversal.refund(one.key(), one.amount()))
                .toList();
    }

    @Override
    public GatewayCapabilities capabilities() {
        return GatewayCapabilities.NONE
                .remembersKeysFor(Duration.ofDays(36_500))
                .with(
                        GatewayAbility.LOOK_UP,
                        GatewayAbility.CONCLUSIVE_NOT_FOUND,
                        GatewayAbility.REFUNDS,
                        GatewayAbility.CANCELLING);
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
            case "tok_visa", "tok_mastercard", "tok_slow" -> new PaymentOutcome.Succeeded(request.amount());
            case "tok_declined" -> new PaymentOutcome.Declined(DeclineReason.RETRY_LATER);
            case "tok_call_bank" -> new PaymentOutcome.Declined(DeclineReason.CUSTOMER_MUST_ACT);
            case "tok_misconfigured" -> new PaymentOutcome.Declined(DeclineReason.MISCONFIGURED);
            case "tok_confirm" -> new PaymentOutcome.ActionRequired("https://bank.example/confirm");
            default -> new PaymentOutcome.Declined(DeclineReason.NEVER_WITH_THIS_CARD);
        };
    }
}
