package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.ReportedReversal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What really happened at a gateway, whatever it told: what was captured, refunded and disputed. Safe for any number of threads.
 */
public final class GatewayBook {

    private final List<Capture> captures = new ArrayList<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    /**
     * Money that was captured.
     *
     * @param account whose
     * @param key under which key of a request
     * @param amount how much
     */
    public record Capture(AccountId account, String key, Money amount) {}

    private record Taken(PaymentRequest charge, ReportedReversal reversal) {}

    synchronized void captured(PaymentRequest request, Money amount) {
        captures.add(new Capture(request.account(), request.key(), amount));
    }

    synchronized boolean hasCaptured(String key) {
        return captures.stream().anyMatch(one -> one.key().equals(key));
    }

    synchronized void refunded(RefundRequest request) {
        taken.putIfAbsent(
                request.key(), new Taken(request.charge(), ReportedReversal.refund(request.key(), request.amount())));
    }

    synchronized void took(PaymentRequest charge, ReportedReversal reversal) {
        taken.putIfAbsent(reversal.kind() + "/" + reversal.reference(), new Taken(charge, reversal));
    }

    synchronized Optional<PaymentRequest> broughtBack(String reference) {
        return taken.entrySet().stream()
                .filter(one -> one.getValue().reversal().reference().equals(reference))
                .findFirst()
                .map(one -> {
                    Taken now = one.getValue();
                    one.setValue(new Taken(now.charge(), now.reversal().broughtBack()));
                    return now.charge();
                });
    }

    synchronized List<ReportedReversal> reversalsOf(String key) {
        return taken.values().stream()
                .filter(one -> one.charge().key().equals(key))
                .map(Taken::reversal)
                .toList();
    }

    /** Every capture, in order. */
    public synchronized List<Capture> captures() {
        return List.copyOf(captures);
    }

    /** What the account has paid at the gateway: what was captured, less what was refunded and disputed, in minor units. */
    public synchronized long netMinor(AccountId account) {
        long in = captures.stream()
                .filter(one -> one.account().equals(account))
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
        long out = taken.values().stream()
                .filter(one -> one.charge().account().equals(account)
                        && !one.reversal().returned())
                .mapToLong(one -> one.reversal().amount().getAmountMinorLong())
                .sum();
        return in - out;
    }
}
