package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * What happened at a gateway, whatever the caller was told of it: what was captured, refunded and disputed. It believes the gateway behind
 * the {@link FaultyPaymentGateway} that keeps it, and enters one capture for a key: that a key captures once is proved by {@link
 * com.phoneunite.testkit.contract.PaymentGatewayContract} with {@code captures(request)}. Safe for any number of threads.
 */
public final class GatewayBook {

    private final List<Capture> captures = new ArrayList<>();
    private final Map<AccountId, List<Capture>> capturesOf = new HashMap<>();
    private final Set<String> captured = new HashSet<>();
    private final Set<String> entered = new HashSet<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Map<String, Map<String, Taken>> takenOf = new HashMap<>();

    /**
     * Money that was captured.
     *
     * @param account whose
     * @param key under which key of a request
     * @param amount how much
     */
    public record Capture(AccountId account, String key, Money amount) {}

    private record Taken(String name, PaymentRequest charge, ReportedReversal reversal) {}

    /** Enters once what was captured once: two that charge under one key at the same moment both learn of it. */
    synchronized void captured(PaymentRequest request, String sentKey, Money amount) {
        if (!entered.add(sentKey)) {
            return;
        }
        Capture capture = new Capture(request.account(), request.key(), amount);
        captures.add(capture);
        capturesOf
                .computeIfAbsent(request.account(), account -> new ArrayList<>())
                .add(capture);
        captured.add(request.key());
    }

    synchronized boolean hasCaptured(String key) {
        return captured.contains(key);
    }

    synchronized void refunded(RefundRequest request) {
        keep(new Taken(request.key(), request.charge(), ReportedReversal.refund(request.key(), request.amount())));
    }

    synchronized void took(PaymentRequest charge, ReportedReversal reversal) {
        keep(new Taken(reversal.kind() + "/" + reversal.reference(), charge, reversal));
    }

    private void keep(Taken first) {
        if (taken.putIfAbsent(first.name(), first) == null) {
            keepOf(first);
        }
    }

    private void keepOf(Taken one) {
        takenOf.computeIfAbsent(one.charge().key(), key -> new LinkedHashMap<>())
                .put(one.name(), one);
    }

    synchronized Optional<PaymentRequest> broughtBack(String reference) {
        Optional<Taken> known = taken.values().stream()
                .filter(one -> one.reversal().reference().equals(reference))
                .findFirst();
        known.map(one -> new Taken(one.name(), one.charge(), one.reversal().broughtBack()))
                .ifPresent(back -> {
                    taken.put(back.name(), back);
                    keepOf(back);
                });
        return known.map(Taken::charge);
    }

    synchronized List<ReportedReversal> reversalsOf(String key) {
        return takenFrom(key).stream().map(Taken::reversal).toList();
    }

    private Collection<Taken> takenFrom(String key) {
        return takenOf.getOrDefault(key, Map.of()).values();
    }

    /** Every capture, in order. */
    public synchronized List<Capture> captures() {
        return List.copyOf(captures);
    }

    /**
     * The captures of an account, in order.
     *
     * @param after without the first so many, from 0
     */
    public synchronized List<Capture> captures(AccountId account, int after) {
        List<Capture> all = capturesOf.getOrDefault(account, List.of());
        return all.size() <= after ? List.of() : List.copyOf(all.subList(after, all.size()));
    }

    /** What was refunded and disputed of what was captured under the key of a request, and has not come back, in minor units. */
    public synchronized long takenMinor(String key) {
        return minor(takenFrom(key));
    }

    /** Whether a refund was made under that key, and its money has not come back. */
    public synchronized boolean hasRefunded(String key) {
        Taken known = taken.get(key);
        return known != null && !known.reversal().returned();
    }

    /** What the account has paid at the gateway: what was captured, less what was refunded and disputed, in minor units. */
    public synchronized long netMinor(AccountId account) {
        long in = capturesOf.getOrDefault(account, List.of()).stream()
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
        return in
                - minor(taken.values().stream()
                        .filter(one -> one.charge().account().equals(account))
                        .toList());
    }

    private static long minor(Collection<Taken> all) {
        return all.stream()
                .map(Taken::reversal)
                .filter(one -> !one.returned())
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
    }
}
