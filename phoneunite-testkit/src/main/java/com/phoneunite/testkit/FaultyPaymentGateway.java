package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.VerifiedNotification;
import com.phoneunite.store.UnitOfWork;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A gateway in front of another one that does what a gateway does to a caller on a bad day: faults that are scripted, one for each call, or
 * drawn from a seed; without one, the gateway behind answers. It keeps a book of what really happened, whatever it told, and notes what
 * a caller must not do ({@link #breaches}). Safe for any number of threads.
 */
public final class FaultyPaymentGateway implements PaymentGateway {

    private final PaymentGateway behind;
    private final GatewayCapabilities capabilities;
    private final GatewayBook book = new GatewayBook();
    private final GatewayWatch watch = new GatewayWatch();
    private final NotificationQueue notifications = new NotificationQueue();
    private final FaultScript<Fault> faults = new FaultScript<>();
    private final FaultScript<AskFault> lookUpFaults = new FaultScript<>();
    private final FaultScript<AskFault> describeFaults = new FaultScript<>();
    private final FaultScript<RefundFault> refundFaults = new FaultScript<>();
    private final Map<String, PaymentOutcome> declined = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Consumer<PaymentRequest> watcher = request -> {};

    private FaultyPaymentGateway(PaymentGateway behind, GatewayCapabilities capabilities) {
        this.behind = behind;
        this.capabilities = capabilities;
    }

    /** A gateway in front of that one, with its capabilities. */
    public static FaultyPaymentGateway over(PaymentGateway behind) {
        return new FaultyPaymentGateway(behind, behind.capabilities());
    }

    /** A new one over the same gateway, declaring other capabilities: nothing scripted, watched or counted yet. */
    public FaultyPaymentGateway declaring(GatewayCapabilities other) {
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
        OTHER_AMOUNT,
        /** Captures half the amount, and tells so. */
        PARTIAL_CAPTURE,
        /** Captures, and tells of another currency. */
        GARBAGE_AFTER_CAPTURE,
        /** Declines, to be tried again later. */
        DECLINED_RETRY_LATER,
        /** Declines, until the customer does something about it. */
        DECLINED_CUSTOMER_MUST_ACT,
        /** Declines for good: the card has expired in between. */
        DECLINED_NEVER,
        /** Declines, because the host has set it up wrongly. */
        DECLINED_MISCONFIGURED
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

    /** What a gateway does to one refund. */
    public enum RefundFault {
        /** Refunds, and then fails with an exception. */
        FAIL_AFTER,
        /** Fails with an exception before it refunds anything. */
        FAIL_BEFORE,
        /** Refunds, and says that it does not know. */
        UNKNOWN_AFTER,
        /** Refunds nothing, and says that nothing was sent. */
        NOT_ATTEMPTED,
        /** Refunds nothing, and says so. */
        DECLINED
    }

    /** What becomes of a notification on its way. */
    public enum NotificationFault {
        /** It comes twice. */
        DUPLICATE,
        /** It comes before the answer that it tells of. */
        EARLY,
        /** It comes when {@link #takeLateNotifications()} is asked, for example after 90 days. */
        LATE,
        /** It never comes. */
        LOST,
        /** It overtakes those before it. */
        REORDERED,
        /** It comes with a wrong signature, and so is lost. */
        FORGED
    }

    /** Spoils the next look-ups that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextLookUp(AskFault... spoilt) {
        lookUpFaults.add(List.of(spoilt));
        return this;
    }

    /** Spoils the next questions about a card that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextDescribe(AskFault... spoilt) {
        describeFaults.add(List.of(spoilt));
        return this;
    }

    /** Spoils the next charges that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway next(Fault... spoilt) {
        faults.add(List.of(spoilt));
        return this;
    }

    /** Spoils the next refunds that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextRefund(RefundFault... spoilt) {
        refundFaults.add(List.of(spoilt));
        return this;
    }

    /** Spoils the next notifications that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextNotification(NotificationFault... spoilt) {
        notifications.next(spoilt);
        return this;
    }

    /**
     * Draws faults from a seed for calls that are not scripted: the same calls in the same order are spoilt in the same way. Nothing hangs.
     *
     * @param percent how many of a hundred calls are spoilt, 0 to 100; with 0 faults stop
     */
    public FaultyPaymentGateway seeded(long seed, int percent) {
        faults.seeded(seed, percent, EVERY_FAULT);
        lookUpFaults.seeded(seed + 1, percent, List.of(AskFault.FAIL, AskFault.ERROR, AskFault.NULL));
        refundFaults.seeded(seed + 2, percent, List.of(RefundFault.values()));
        notifications.seeded(seed + 3, percent);
        return this;
    }

    private static final List<Fault> EVERY_FAULT = List.of(Fault.values()).stream()
            .filter(one -> one != Fault.HANG_AFTER_CAPTURE && one != Fault.HANG_BEFORE_CAPTURE)
            .toList();

    /** Notes a breach where a unit of work is open on the account while the gateway is called. */
    public FaultyPaymentGateway guarding(UnitOfWork unitOfWork) {
        return guarding(unitOfWork, Duration.ofSeconds(10));
    }

    /**
     * The same, waiting so long for a unit of work of its own before it takes the account for held.
     *
     * @param patience more than other threads hold a unit of work on the account
     */
    public FaultyPaymentGateway guarding(UnitOfWork unitOfWork, Duration patience) {
        watch.guard(unitOfWork, patience);
        return this;
    }

    /**
     * Forgets keys as soon as it may by what it declares: asked again later under the same key, it charges again, which is noted as a
     * breach.
     */
    public FaultyPaymentGateway forgettingBy(InstantSource clock) {
        watch.forget(clock, capabilities.remembersKeysFor());
        return this;
    }

    /** Is shown each request for a charge, on the thread of the call, before anything else happens. */
    public void watch(Consumer<PaymentRequest> onCharge) {
        watcher = onCharge;
    }

    /** Is given the notifications that come early, while the call that they tell of is being answered. */
    public void deliverEarlyTo(Consumer<PaymentNotification> receiver) {
        notifications.deliverEarlyTo(receiver);
    }

    /** Is told of each fault when it happens, on the thread of the call. */
    public void watchFaults(Consumer<? super Enum<?>> onFault) {
        faults.watch(onFault);
        lookUpFaults.watch(onFault);
        describeFaults.watch(onFault);
        refundFaults.watch(onFault);
        notifications.watch(onFault);
    }

    /**
     * The customer does what their bank asks for, and a notification tells of it.
     *
     * @param confirm makes the gateway behind capture
     */
    public void confirmed(PaymentRequest charge, Runnable confirm) {
        confirm.run();
        if (!book.hasCaptured(charge.key())) {
            noteCapture(charge, charge);
        }
        notifications.tell(charge.key());
    }

    /** A notification tells once more of what has become of the charge. */
    public void tellAgain(PaymentRequest charge) {
        notifications.tell(charge.key());
    }

    /** How many charges were asked for. */
    public int calls() {
        return calls.get();
    }

    /** What really happened. */
    public GatewayBook book() {
        return book;
    }

    /** What a caller did that it must not do: a key with other facts, a key that may be forgotten, a call inside a unit of work. */
    public List<String> breaches() {
        return watch.breaches();
    }

    /** Lets go of all calls that hang. */
    public void release() {
        released.countDown();
    }

    /** The notifications that are to be delivered now; they are gone then. */
    public List<PaymentNotification> takeNotifications() {
        return notifications.take();
    }

    /** The notifications that are late; they are gone then. */
    public List<PaymentNotification> takeLateNotifications() {
        return notifications.takeLate();
    }

    /** The customer's bank takes back what was captured, and a notification tells of it. */
    public void dispute(PaymentRequest charge, String reference, Money amount) {
        book.took(charge, ReportedReversal.dispute(reference, amount));
        notifications.tell(charge.key());
    }

    /** Somebody refunds at the gateway itself, and a notification tells of it. */
    public void refundByHand(PaymentRequest charge, String reference, Money amount) {
        book.took(charge, ReportedReversal.refund(reference, amount));
        notifications.tell(charge.key());
    }

    /** The dispute is won, or the refund fails after all, and a notification tells of it. */
    public void bringBack(String reference) {
        book.broughtBack(reference).ifPresent(charge -> notifications.tell(charge.key()));
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        Optional<AskFault> fault = describeFaults.poll();
        return fault.isPresent() ? spoil(fault.get(), new CardOutcome.Rejected()) : behind.describe(token);
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        watch.asked(request.account());
        Optional<AskFault> fault = lookUpFaults.poll();
        if (fault.isPresent()) {
            return spoil(fault.get(), Optional.empty());
        }
        return Optional.ofNullable(declined.get(request.key())).or(() -> behind.find(request));
    }

    @Override
    public CancelOutcome cancel(PaymentRequest request) {
        watch.asked(request.account());
        PaymentOutcome no = new PaymentOutcome.Declined(DeclineReason.CUSTOMER_MUST_ACT);
        if (book.hasCaptured(request.key()) || behind.find(request).isPresent()) {
            return behind.cancel(request);
        }
        declined.put(request.key(), no);
        return new CancelOutcome.Cancelled();
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        watch.asked(request.charge().account());
        watch.refund(request);
        return refundFaults.poll().map(fault -> spoil(fault, request)).orElseGet(() -> refunded(request));
    }

    @Override
    public Optional<RefundOutcome> findRefund(RefundRequest request) {
        watch.asked(request.charge().account());
        Optional<AskFault> fault = lookUpFaults.poll();
        return fault.isPresent() ? spoil(fault.get(), Optional.empty()) : behind.findRefund(request);
    }

    @Override
    public List<ReportedReversal> reversals(PaymentRequest request) {
        watch.asked(request.account());
        lookUpFaults.poll().ifPresent(fault -> spoil(fault, List.of()));
        return book.reversalsOf(request.key());
    }

    @Override
    public Optional<VerifiedNotification> verify(PaymentNotification notification) {
        return SignedNotifications.verify(notification);
    }

    @Override
    public GatewayCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        calls.incrementAndGet();
        watcher.accept(request);
        watch.asked(request.account());
        if (declined.containsKey(request.key())) {
            return declined.get(request.key());
        }
        Optional<Fault> fault = faults.poll();
        return fault.isPresent() ? spoil(fault.get(), request) : answered(request);
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
                book.captured(request, succeeded.captured());
            }
        });
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

    private RefundOutcome refunded(RefundRequest request) {
        RefundOutcome answer = behind.refund(request);
        if (answer instanceof RefundOutcome.Done) {
            book.refunded(request);
            notifications.tell(request.charge().key());
        }
        return answer;
    }

    private RefundOutcome spoil(RefundFault fault, RefundRequest request) {
        return switch (fault) {
            case FAIL_AFTER -> {
                refunded(request);
                throw new IllegalStateException("the connection was lost after the refund");
            }
            case FAIL_BEFORE -> throw new IllegalStateException("the connection was lost before the refund");
            case UNKNOWN_AFTER -> {
                refunded(request);
                yield new RefundOutcome.Unknown("502");
            }
            case NOT_ATTEMPTED -> new RefundOutcome.NotAttempted("no connection");
            case DECLINED ->
                behind.findRefund(request).isPresent() ? refunded(request) : new RefundOutcome.Declined("no");
        };
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

    private static Money half(Money amount) {
        return amount.dividedBy(2, RoundingMode.DOWN);
    }

    private static Money inAnotherCurrency(Money amount) {
        CurrencyUnit other = amount.getCurrencyUnit().equals(CurrencyUnit.EUR) ? CurrencyUnit.USD : CurrencyUnit.EUR;
        return Money.ofMinor(other, amount.getAmountMinorLong());
    }

    /** Faults that are scripted, and those that are drawn where none is. */
    static final class FaultScript<F extends Enum<F>> {

        private final Queue<F> scripted = new ConcurrentLinkedQueue<>();
        private java.util.Random random = new java.util.Random(0);
        private int percent;
        private List<F> drawn = List.of();
        private volatile Consumer<? super Enum<?>> watcher = fault -> {};

        void watch(Consumer<? super Enum<?>> onFault) {
            watcher = onFault;
        }

        void add(List<F> faults) {
            scripted.addAll(faults);
        }

        synchronized void seeded(long seed, int of100, List<F> from) {
            random = new java.util.Random(seed);
            percent = of100;
            drawn = from;
        }

        Optional<F> poll() {
            F next = scripted.poll();
            Optional<F> fault = next == null ? draw() : Optional.of(next);
            fault.ifPresent(watcher);
            return fault;
        }

        private synchronized Optional<F> draw() {
            return percent > 0 && random.nextInt(100) < percent
                    ? Optional.of(drawn.get(random.nextInt(drawn.size())))
                    : Optional.empty();
        }
    }
}
