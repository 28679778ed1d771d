package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.testkit.FaultyPaymentGateway.NotificationFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Notifications on their way, and what becomes of them. Safe for any number of threads. */
final class NotificationQueue {

    private final FaultScript<NotificationFault> faults = new FaultScript<>();
    private final List<PaymentNotification> pending = new ArrayList<>();
    private final List<PaymentNotification> late = new ArrayList<>();
    private volatile Consumer<PaymentNotification> early = notification -> {};
    private int count;

    void next(NotificationFault... spoilt) {
        faults.add(List.of(spoilt));
    }

    void seeded(long seed, int percent) {
        faults.seeded(seed, percent, List.of(NotificationFault.values()));
    }

    void deliverEarlyTo(Consumer<PaymentNotification> receiver) {
        early = receiver;
    }

    /** Tells of what has become of a charge. */
    void tell(String key) {
        queue(key).ifPresent(early);
    }

    synchronized List<PaymentNotification> take() {
        List<PaymentNotification> all = List.copyOf(pending);
        pending.clear();
        return all;
    }

    synchronized List<PaymentNotification> takeLate() {
        List<PaymentNotification> all = List.copyOf(late);
        late.clear();
        return all;
    }

    private synchronized Optional<PaymentNotification> queue(String key) {
        String id = "event_" + ++count;
        PaymentNotification told = SignedNotifications.write(id, key);
        Optional<NotificationFault> fault = faults.poll();
        if (fault.isEmpty()) {
            pending.add(told);
            return Optional.empty();
        }
        switch (fault.get()) {
            case DUPLICATE -> {
                pending.add(told);
                pending.add(told);
            }
            case EARLY -> {
                return Optional.of(told);
            }
            case LATE -> late.add(told);
            case LOST -> {}
            case REORDERED -> pending.add(0, told);
            case FORGED -> pending.add(SignedNotifications.forge(id, key));
        }
        return Optional.empty();
    }
}
