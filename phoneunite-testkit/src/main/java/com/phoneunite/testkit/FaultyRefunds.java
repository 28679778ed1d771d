package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.util.List;
import java.util.function.Consumer;

/** What takes captured money back at a gateway, and what is told of it. Safe for any number of threads. */
final class FaultyRefunds {

    private final PaymentGateway behind;
    private final GatewayBook book;
    private final NotificationQueue notifications;
    private final FaultScript<RefundFault> faults = new FaultScript<>();

    FaultyRefunds(PaymentGateway behind, GatewayBook book, NotificationQueue notifications) {
        this.behind = behind;
        this.book = book;
        this.notifications = notifications;
    }

    void next(RefundFault... spoilt) {
        faults.add(List.of(spoilt));
    }

    void watch(Consumer<? super Enum<?>> onFault) {
        faults.watch(onFault);
    }

    void seeded(long seed, int percent) {
        faults.seeded(seed, percent, List.of(RefundFault.values()));
    }

    RefundOutcome refund(RefundRequest request) {
        return faults.poll().map(fault -> spoil(fault, request)).orElseGet(() -> refunded(request));
    }

    /** Somebody else than the library takes money back. */
    void took(PaymentRequest charge, ReportedReversal reversal) {
        book.took(charge, reversal);
        notifications.tell(charge.key());
    }

    void bringBack(String reference) {
        book.broughtBack(reference).ifPresent(charge -> notifications.tell(charge.key()));
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
            case DECLINED_AFTER -> {
                refunded(request);
                yield new RefundOutcome.Declined("no");
            }
        };
    }
}
