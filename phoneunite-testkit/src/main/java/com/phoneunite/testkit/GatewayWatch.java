package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Notes what a caller of a gateway must not do. Safe for any number of threads. */
final class GatewayWatch {

    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private final Map<String, PaymentRequest> charges = new ConcurrentHashMap<>();
    private final Map<String, RefundRequest> refunds = new ConcurrentHashMap<>();
    private final Map<String, Instant> firstAsked = new ConcurrentHashMap<>();
    private volatile Optional<UnitOfWork> guarded = Optional.empty();
    private volatile Optional<InstantSource> clock = Optional.empty();
    private volatile Duration memory = Duration.ZERO;
    private volatile Duration patience = Duration.ZERO;

    void guard(UnitOfWork unitOfWork, Duration longest) {
        patience = longest;
        guarded = Optional.of(unitOfWork);
    }

    void forget(InstantSource by, Duration after) {
        memory = after;
        clock = Optional.of(by);
    }

    List<String> breaches() {
        return List.copyOf(breaches);
    }

    /** While the gateway is asked, the account can be changed: nobody holds a unit of work open on it. */
    void asked(AccountId account) {
        guarded.ifPresent(unitOfWork -> {
            CompletableFuture<Boolean> change =
                    CompletableFuture.supplyAsync(() -> unitOfWork.change(account, () -> Boolean.TRUE));
            try {
                change.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                breaches.add("P5: a unit of work is open on account " + account + " during a call");
            } catch (ExecutionException e) {
                breaches.add("the store failed: " + e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * A charge comes through.
     *
     * @return whether the key may be forgotten by now, and so is charged again
     */
    boolean charge(PaymentRequest request) {
        PaymentRequest first = charges.putIfAbsent(request.key(), request);
        if (first != null && !first.equals(request)) {
            breaches.add("P5: key " + request.key() + " came again with other facts");
        }
        return clock.map(by -> {
                    Instant now = by.instant();
                    Instant since = firstAsked.computeIfAbsent(request.key(), key -> now);
                    boolean forgotten = first != null && !now.isBefore(since.plus(memory));
                    if (forgotten) {
                        breaches.add("P7: key " + request.key() + " came again when it may be forgotten");
                    }
                    return forgotten;
                })
                .orElse(false);
    }

    void refund(RefundRequest request) {
        RefundRequest first = refunds.putIfAbsent(request.key(), request);
        if (first != null && !first.equals(request)) {
            breaches.add("P11: key " + request.key() + " came again with other facts");
        }
    }
}
