package com.phoneunite.billing.recharge;

import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules P5 and P6: calls a gateway with nothing open and for no longer than a deadline, and takes whatever is not an answer for
 * what it is: unknown. At most {@value #MAX_CALLS} calls run at once; one more is provably never sent. Thread-safe.
 */
public final class BoundedGateway {

    /** The most calls that run at once. */
    static final int MAX_CALLS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(BoundedGateway.class);
    /** The longest deadline: a call is over well before that it is not found can mean that it was never sent (rule P7). */
    public static final Duration MAX_DEADLINE = Duration.ofMinutes(4);

    private static final AtomicLong THREADS = new AtomicLong();

    private final PaymentGateway gateway;
    private final UnitOfWork unitOfWork;
    private final Duration deadline;
    private final GatewayCapabilities capabilities;
    private final ExecutorService calls = new ThreadPoolExecutor(
            0, MAX_CALLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedGateway::daemon);

    /**
     * @param deadline how long a call may take, more than zero; {@link #MAX_DEADLINE} where it is longer than that
     */
    public BoundedGateway(PaymentGateway gateway, UnitOfWork unitOfWork, Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a gateway needs some time to answer");
        }
        this.gateway = gateway;
        this.unitOfWork = unitOfWork;
        this.deadline = deadline.compareTo(MAX_DEADLINE) > 0 ? MAX_DEADLINE : deadline;
        GatewayCapabilities declared = Objects.requireNonNull(gateway.capabilities(), "capabilities");
        this.capabilities = lessTheLongestCall(declared, this.deadline);
        if (declared.remembersKeysFor().isZero() && !capabilities.can(GatewayAbility.LOOK_UP)) {
            LOG.warn("payment gateway: it declares neither that it remembers keys nor that it can be asked;"
                    + " what is not certain needs a person's review");
        }
    }

    PaymentOutcome charge(PaymentRequest request) {
        return call(
                "charge account=" + request.account(),
                () -> gateway.charge(request),
                PaymentOutcome.NotAttempted::new,
                PaymentOutcome.Unknown::new);
    }

    /** What became of a request; empty where the gateway says that it does not know it. */
    Optional<PaymentOutcome> find(PaymentRequest request) {
        return call(
                "find account=" + request.account(),
                () -> gateway.find(request).map(BoundedGateway::ofTheCharge),
                why -> Optional.of(new PaymentOutcome.Unknown(why)),
                why -> Optional.of(new PaymentOutcome.Unknown(why)));
    }

    /** That the question was not sent says nothing of the charge that it asks about. */
    private static PaymentOutcome ofTheCharge(PaymentOutcome told) {
        return told instanceof PaymentOutcome.NotAttempted notSent
                ? new PaymentOutcome.Unknown("not looked up: " + notSent.why())
                : told;
    }

    CancelOutcome cancel(PaymentRequest request) {
        return call(
                "cancel account=" + request.account(),
                () -> gateway.cancel(request),
                CancelOutcome.Unknown::new,
                CancelOutcome.Unknown::new);
    }

    RefundOutcome refund(RefundRequest request) {
        return call(
                "refund account=" + request.charge().account(),
                () -> gateway.refund(request),
                RefundOutcome.NotAttempted::new,
                RefundOutcome.Unknown::new);
    }

    /** What became of a refund; empty where the gateway says that it does not know it. */
    Optional<RefundOutcome> findRefund(RefundRequest request) {
        return call(
                "find refund account=" + request.charge().account(),
                () -> gateway.findRefund(request).map(BoundedGateway::ofTheRefund),
                why -> Optional.of(new RefundOutcome.Unknown(why)),
                why -> Optional.of(new RefundOutcome.Unknown(why)));
    }

    private static RefundOutcome ofTheRefund(RefundOutcome told) {
        return told instanceof RefundOutcome.NotAttempted notSent
                ? new RefundOutcome.Unknown("not looked up: " + notSent.why())
                : told;
    }

    /** The reversals of a charge; empty where there is no answer that can be used. */
    Optional<List<ReportedReversal>> reversals(PaymentRequest request) {
        return call(
                "reversals account=" + request.account(),
                () -> Optional.of(checked(gateway.reversals(request))),
                why -> Optional.empty(),
                why -> Optional.empty());
    }

    private static List<ReportedReversal> checked(List<ReportedReversal> told) {
        told.forEach(new ReportedReversal.Rule()::require);
        return List.copyOf(told);
    }

    /** Rule P8: what a notification is about, where it is the gateway's. */
    Optional<VerifiedNotification> verify(PaymentNotification notification) {
        return call(
                "verify",
                () -> gateway.verify(notification),
                why -> Optional.<VerifiedNotification>empty(),
                why -> Optional.<VerifiedNotification>empty());
    }

    CardOutcome describe(PaymentToken token) {
        return call(
                "describe", () -> gateway.describe(token), CardOutcome.Unavailable::new, CardOutcome.Unavailable::new);
    }

    /** What the gateway can do. What it declares to remember for a time counts for that time less the longest call. */
    GatewayCapabilities capabilities() {
        return capabilities;
    }

    /** How long a call may take. */
    Duration deadline() {
        return deadline;
    }

    /** A key is used again only where the call is over before the key may be forgotten (rule P7). */
    private static GatewayCapabilities lessTheLongestCall(GatewayCapabilities declared, Duration deadline) {
        Duration left = declared.remembersKeysFor().minus(deadline);
        return declared.remembersKeysFor(left.isNegative() ? Duration.ZERO : left);
    }

    void requireNothingOpen() {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("a call of the payment gateway");
        }
    }

    private <T> T call(String what, Supplier<T> ask, Function<String, T> neverSent, Function<String, T> unknown) {
        requireNothingOpen();
        Future<@Nullable T> answer;
        try {
            answer = calls.submit(ask::get);
        } catch (RejectedExecutionException e) {
            LOG.warn("payment gateway: {}: too many calls at once", what);
            return neverSent.apply("too many calls at once");
        }
        try {
            T told = answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return told == null ? unknown.apply("no answer") : told;
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.warn("payment gateway: {}: no answer within {}", what, deadline);
            return unknown.apply("no answer within " + deadline);
        } catch (ExecutionException e) {
            // Only the type: what a gateway's exception says may contain what must not be logged.
            String type = e.getCause() == null ? "?" : e.getCause().getClass().getName();
            LOG.warn("payment gateway: {}: failed with {}", what, type);
            return unknown.apply("failed with " + type);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return unknown.apply("interrupted while waiting for the answer");
        }
    }

    private static Thread daemon(Runnable call) {
        Thread thread = new Thread(call, "phoneunite-gateway-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
