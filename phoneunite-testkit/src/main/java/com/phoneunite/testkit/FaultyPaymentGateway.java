package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.Money;

/**
 * A gateway in front of another one that does what a gateway does to a caller on a bad day: faults that are scripted, one for each call, or
 * drawn from a seed; without one, the gateway behind answers. It keeps a book of what happened, whatever it told, and notes what a caller must
 * not do ({@link #breaches}). The book believes the gateway behind: that a key captures once there is proved by {@link
 * com.phoneunite.testkit.contract.PaymentGatewayContract} with {@code captures(request)}. Safe for any number of threads.
 */
public final class FaultyPaymentGateway implements PaymentGateway {

    private final PaymentGateway behind;
    private final GatewayCapabilities capabilities;
    private final GatewayBook book = new GatewayBook();
    private final GatewayWatch watch = new GatewayWatch();
    private final NotificationQueue notifications = new NotificationQueue();
    private final Hanging hanging = new Hanging();
    private final FaultyAnswers answers = new FaultyAnswers(hanging);
    private final FaultyCharges charges;
    private final FaultyRefunds refunds;
    private volatile Consumer<PaymentRequest> watcher = request -> {};

    private FaultyPaymentGateway(PaymentGateway behind, GatewayCapabilities capabilities) {
        this.behind = behind;
        this.capabilities = capabilities;
        charges = new FaultyCharges(behind, book, watch, notifications, hanging);
        refunds = new FaultyRefunds(behind, book, notifications);
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
        DECLINED,
        /** Says that it refunds nothing, and has; a notification tells of it. */
        DECLINED_AFTER
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
        answers.nextLookUp(spoilt);
        return this;
    }

    /** Spoils the next questions about a card that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextDescribe(AskFault... spoilt) {
        answers.nextDescribe(spoilt);
        return this;
    }

    /** Spoils the next charges that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway next(Fault... spoilt) {
        charges.next(spoilt);
        return this;
    }

    /** Spoils the next refunds that are not spoilt yet, one each, in this order. */
    public FaultyPaymentGateway nextRefund(RefundFault... spoilt) {
        refunds.next(spoilt);
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
     * @throws IllegalArgumentException if there are not so many
     */
    public FaultyPaymentGateway seeded(long seed, int percent) {
        charges.seeded(seed, percent);
        answers.seeded(seed + 1, percent);
        refunds.seeded(seed + 2, percent);
        notifications.seeded(seed + 3, percent);
        return this;
    }

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
        charges.watch(onFault);
        answers.watch(onFault);
        refunds.watch(onFault);
        notifications.watch(onFault);
    }

    /**
     * The customer does what their bank asks for, and a notification tells of it.
     *
     * @param confirm makes the gateway behind capture
     */
    public void confirmed(PaymentRequest charge, Runnable confirm) {
        confirm.run();
        charges.confirmed(charge);
        notifications.tell(charge.key());
    }

    /** A notification tells once more of what has become of the charge. */
    public void tellAgain(PaymentRequest charge) {
        notifications.tell(charge.key());
    }

    /** How many charges were asked for. */
    public int calls() {
        return charges.calls();
    }

    /** What happened, as the gateway behind tells it. */
    public GatewayBook book() {
        return book;
    }

    /** What a caller did that it must not do: a key with other facts, a key that may be forgotten, a call inside a unit of work. */
    public List<String> breaches() {
        return watch.breaches();
    }

    /** Lets go of all calls that hang. */
    public void release() {
        hanging.release();
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
        refunds.took(charge, ReportedReversal.dispute(reference, amount));
    }

    /** Somebody refunds at the gateway itself, and a notification tells of it. */
    public void refundByHand(PaymentRequest charge, String reference, Money amount) {
        refunds.took(charge, ReportedReversal.refund(reference, amount));
    }

    /** The dispute is won, or the refund fails after all, and a notification tells of it. */
    public void bringBack(String reference) {
        refunds.bringBack(reference);
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return answers.describe(new CardOutcome.Rejected(), () -> behind.describe(token));
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        watch.asked(request.account());
        return answers.lookUp(Optional.empty(), () -> charges.find(request));
    }

    @Override
    public CancelOutcome cancel(PaymentRequest request) {
        watch.asked(request.account());
        return charges.cancel(request);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        watch.asked(request.charge().account());
        watch.refund(request);
        return refunds.refund(request);
    }

    @Override
    public Optional<RefundOutcome> findRefund(RefundRequest request) {
        watch.asked(request.charge().account());
        return answers.lookUp(Optional.empty(), () -> behind.findRefund(request));
    }

    @Override
    public List<ReportedReversal> reversals(PaymentRequest request) {
        watch.asked(request.account());
        return answers.lookUp(List.of(), () -> book.reversalsOf(request.key()));
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
        charges.called();
        watcher.accept(request);
        watch.asked(request.account());
        return charges.charge(request);
    }
}
