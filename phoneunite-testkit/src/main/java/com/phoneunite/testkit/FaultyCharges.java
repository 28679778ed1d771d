package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What becomes of charges at a gateway, and what is told of it. Safe for any number of threads. */
final class FaultyCharges {

    private static final List<Fault> EVERY_FAULT = List.of(Fault.values()).stream()
            .filter(one -> one != Fault.HANG_AFTER_CAPTURE && one != Fault.HANG_BEFORE_CAPTURE)
            .toList();

    private final PaymentGateway behind;
    private final GatewayBook book;
    private final GatewayWatch watch;
    private final NotificationQueue notifications;
    private final Hanging hanging;
    private final FaultScript<Fault> faults = new FaultScript<>();
    private final Map<String, PaymentOutcome> declined = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    FaultyCharges(
            PaymentGateway behind,
            GatewayBook book,
            GatewayWatch watch,
            NotificationQueue notifications,
            Hanging hanging) {
        this.behind = behind;
        this.book = book;
        this.watch = watch;
        this.notifications = notifications;
        this.hanging = hanging;
    }

    void next(Fault... spoilt) {
        faults.add(List.of(spoilt));
    }

    void seeded(long seed, int percent) {
        faults.seeded(seed, percent, EVERY_FAULT);
    }

    void watch(Consumer<? super Enum<?>> onFault) {
        faults.watch(onFault);
    }

    /** What was captured behind is in the book, though nobody has charged. */
    void confirmed(PaymentRequest charge) {
        if (!book.hasCaptured(charge.key())) {
            noteCapture(charge, charge);
        }
    }

    /** Counts a call before anything else happens. */
    void called() {
        calls.incrementAndGet();
    }

    int calls() {
        return calls.get();
    }

    PaymentOutcome charge(PaymentRequest request) {
        if (declined.containsKey(request.key())) {
            return declined.get(request.key());
        }
        Optional<Fault> fault = faults.poll();
        return fault.isPresent() ? spoil(fault.get(), request) : answered(request);
    }

    Optional<PaymentOutcome> find(PaymentRequest request) {
        return Optional.ofNullable(declined.get(request.key())).or(() -> behind.find(request));
    }

    CancelOutcome cancel(PaymentRequest request) {
        PaymentOutcome no = new PaymentOutcome.Declined(DeclineReason.CUSTOMER_MUST_ACT);
        if (book.hasCaptured(request.key()) || behind.find(request).isPresent()) {
            return behind.cancel(request);
        }
        declined.put(request.key(), no);
        return new CancelOutcome.Cancelled();
    }

    private PaymentOutcome answered(PaymentRequest request) {
        return answered(request, request.amount());
    }

    /** What the gateway behind answers about so much of it, with what really happened in the book. */
    private PaymentOutcome answered(PaymentRequest request, Money amount) {
        boolean isForgotten = watch.charge(request);
        if (!isForgotten && book.hasCaptured(request.key())) {
            return behind.charge(request);
        }
        String key = isForgotten ? request.key() + "#" + calls.get() : request.key();
        PaymentRequest sent = new PaymentRequest(request.account(), key, request.card(), amount);
        PaymentOutcome answer = behind.charge(sent);
        noteCapture(request, sent);
        notifications.tell(request.key());
        return answer;
    }

    private void noteCapture(PaymentRequest request, PaymentRequest sent) {
        behind.find(sent).ifPresent(really -> {
            if (really instanceof PaymentOutcome.Succeeded succeeded) {
                book.captured(request, sent.key(), succeeded.captured());
            }
        });
    }

    @SuppressWarnings("NullAway") // to answer null is the fault
    private PaymentOutcome spoil(Fault fault, PaymentRequest request) {
        return switch (fault) {
            case HANG_AFTER_CAPTURE -> after(request, captured -> hung());
            case HANG_BEFORE_CAPTURE -> hung();
            case FAIL_AFTER_CAPTURE ->
                after(request, captured -> {
                    throw new IllegalStateException("the connection was lost after the capture");
                });
            case FAIL_BEFORE_CAPTURE -> throw new IllegalStateException("the connection was lost before the capture");
            case ERROR_AFTER_CAPTURE ->
                after(request, captured -> {
                    throw new AssertionError("the gateway's library is broken");
                });
            case NULL_AFTER_CAPTURE -> after(request, captured -> null);
            case UNKNOWN_AFTER_CAPTURE -> after(request, captured -> new PaymentOutcome.Unknown("502"));
            case PENDING_AFTER_CAPTURE -> after(request, captured -> new PaymentOutcome.Pending());
            case ACTION_REQUIRED -> new PaymentOutcome.ActionRequired("https://bank.example/confirm");
            case NOT_ATTEMPTED -> new PaymentOutcome.NotAttempted("no connection");
            case OTHER_AMOUNT -> after(request, captured -> new PaymentOutcome.Succeeded(half(request.amount())));
            case PARTIAL_CAPTURE -> partly(request);
            case GARBAGE_AFTER_CAPTURE ->
                after(request, captured -> new PaymentOutcome.Succeeded(inAnotherCurrency(request.amount())));
            case DECLINED_RETRY_LATER -> declined(request, DeclineReason.RETRY_LATER);
            case DECLINED_CUSTOMER_MUST_ACT -> declined(request, DeclineReason.CUSTOMER_MUST_ACT);
            case DECLINED_NEVER -> declined(request, DeclineReason.NEVER_WITH_THIS_CARD);
            case DECLINED_MISCONFIGURED -> declined(request, DeclineReason.MISCONFIGURED);
        };
    }

    private PaymentOutcome after(PaymentRequest request, Function<PaymentOutcome, PaymentOutcome> then) {
        return then.apply(answered(request));
    }

    private PaymentOutcome partly(PaymentRequest request) {
        Money half = half(request.amount());
        return behind.find(request).isPresent() || !half.isPositive() ? answered(request) : answered(request, half);
    }

    /** A gateway that has told of a decline tells of it again; what is known already is not declined any more. */
    private PaymentOutcome declined(PaymentRequest request, DeclineReason reason) {
        return behind.find(request).isPresent()
                ? answered(request)
                : declined.computeIfAbsent(request.key(), key -> new PaymentOutcome.Declined(reason));
    }

    private PaymentOutcome hung() {
        hanging.hang();
        return new PaymentOutcome.Unknown("answered too late");
    }

    private static Money half(Money amount) {
        return amount.dividedBy(2, RoundingMode.DOWN);
    }

    private static Money inAnotherCurrency(Money amount) {
        CurrencyUnit other = amount.getCurrencyUnit().equals(CurrencyUnit.EUR) ? CurrencyUnit.USD : CurrencyUnit.EUR;
        return Money.ofMinor(other, amount.getAmountMinorLong());
    }
}
