package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A gateway in front of another one, whose next answers can be scripted: everything that a gateway does to a caller on a bad day.
 * Each fault spoils one charge, look-up or question about a card; without one, the gateway behind answers. Safe for any number of threads.
 */
public final class FaultyPaymentGateway implements PaymentGateway {

    private final PaymentGateway behind;
    private final Capabilities capabilities;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<AskFault> lookUpFaults = new ConcurrentLinkedQueue<>();
    private final Queue<AskFault> describeFaults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Consumer<PaymentRequest> watcher = request -> {};

    private FaultyPaymentGateway(PaymentGateway behind, Capabilities capabilities) {
        this.behind = behind;
        this.capabilities = capabilities;
    }

    /** A gateway in front of that one, with its capabilities. */
    public static FaultyPaymentGateway over(PaymentGateway behind) {
        return new FaultyPaymentGateway(behind, behind.capabilities());
    }

    /** A new one over the same gateway, declaring other capabilities: nothing scripted, watched or counted yet. */
    public FaultyPaymentGateway declaring(Capabilities other) {
        return new FaultyPaymentGateway(behind, other);
    }

    /** What a gateway does to one charge. */
    public enum Fault {
        /** Captures, and never answers. */
        HANG_AFTER_CAPTURE,
        /** Never answers, and captures nothing. */
        HANG_BEFORE_CAPTURE,
        /** Captures, and then fails with an exception. */
        FAIL_AFTER_CAPTURE,
        /** Fails with an exception before it captures anything. */
        FAIL_BEFORE_CAPTURE,
        /** Captures, and then fails with an {@link Error}. */
        ERROR_AFTER_CAPTURE,
        /** Captures, and answers {@code null}. */
        NULL_AFTER_CAPTURE,
        /** Captures, and says that it does not know. */
        UNKNOWN_AFTER_CAPTURE,
        /** Captures, and says that it is not decided yet. */
        PENDING_AFTER_CAPTURE,
        /** Captures nothing, and asks for a step of the customer's. */
        ACTION_REQUIRED,
        /** Captures nothing, and says that nothing was sent. */
        NOT_ATTEMPTED,
        /** Captures, and tells of half the amount. */
        OTHER_AMOUNT
    }

    /** What a gateway does to a question that charges nothing. */
    public enum AskFault {
        /** Never answers. */
        HANG,
        /** Fails with an exception. */
        FAIL,
        /** Fails with an {@link Error}. */
        ERROR,
        /** Answers {@code null}. */
        NULL,
        /** Answers that it knows nothing of it. */
        NOT_FOUND
    }

    /** Spoils the next look-ups that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextLookUp(AskFault... spoilt) {
        lookUpFaults.addAll(List.of(spoilt));
        return this;
    }

    /** Spoils the next questions about a card that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextDescribe(AskFault... spoilt) {
        describeFaults.addAll(List.of(spoilt));
        return this;
    }

    /** Spoils the next charges that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway next(Fault... spoilt) {
        faults.addAll(List.of(spoilt));
        return this;
    }

    /** Is shown each request for a charge, on the thread of the call, before anything else happens. */
    public void watch(Consumer<PaymentRequest> onCharge) {
        watcher = onCharge;
    }

    /** How many charges were asked for. */
    public int calls() {
        return calls.get();
    }

    /** Lets go of all calls that hang. */
    public void release() {
        released.countDown();
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        AskFault fault = describeFaults.poll();
        return fault == null ? behind.describe(token) : spoil(fault, new CardOutcome.Rejected());
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        AskFault fault = lookUpFaults.poll();
        return fault == null ? behind.find(request) : spoil(fault, Optional.<PaymentOutcome>empty());
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        calls.incrementAndGet();
        watcher.accept(request);
        Fault fault = faults.poll();
        return fault == null ? behind.charge(request) : spoil(fault, request);
    }

    @SuppressWarnings("NullAway") // to answer null is the fault
    private PaymentOutcome spoil(Fault fault, PaymentRequest request) {
        return switch (fault) {
            case HANG_AFTER_CAPTURE -> after(request, captured -> hang());
            case HANG_BEFORE_CAPTURE -> hang();
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
            case OTHER_AMOUNT ->
                after(
                        request,
                        captured ->
                                new PaymentOutcome.Succeeded(request.amount().dividedBy(2, RoundingMode.DOWN)));
        };
    }

    private PaymentOutcome after(PaymentRequest request, Function<PaymentOutcome, PaymentOutcome> then) {
        return then.apply(behind.charge(request));
    }

    @SuppressWarnings("NullAway") // to answer null is the fault
    private <T> T spoil(AskFault fault, T notFound) {
        return switch (fault) {
            case HANG -> {
                hang();
                yield notFound;
            }
            case FAIL -> throw new IllegalStateException("the connection was lost");
            case ERROR -> throw new AssertionError("the gateway's library is broken");
            case NULL -> null;
            case NOT_FOUND -> notFound;
        };
    }

    private PaymentOutcome hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new PaymentOutcome.Unknown("answered too late");
    }
}
