package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.SandboxGateway;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The gateway of both hosts, the bank behind it, and what its customers and other people do there. */
final class Bank {

    private static final String TO_BE_CONFIRMED = "tok_confirm";

    private final SandboxGateway sandbox = SandboxGateway.create();
    private final FaultyPaymentGateway gateway;
    private final Map<String, PaymentRequest> charges = new LinkedHashMap<>();
    private final Map<String, PaymentRequest> changed = new LinkedHashMap<>();
    private final Map<String, PaymentRequest> toConfirm = new LinkedHashMap<>();
    private final List<Reversed> reversed = new ArrayList<>();
    private final Map<String, Reversed> refunds = new LinkedHashMap<>();
    private Optional<AccountId> asked = Optional.empty();

    Bank(SimulatedTerms terms, InstantSource clock, FaultTally tally) {
        gateway = FaultyPaymentGateway.over(sandbox).declaring(terms.gateway()).forgettingBy(clock);
        gateway.watch(this::remember);
        gateway.watchFaults(fault -> asked.ifPresent(account -> tally.met(fault, account)));
    }

    /**
     * Money that was taken back from a charge.
     *
     * @param charge the charge
     * @param reference the gateway's reference
     */
    record Reversed(PaymentRequest charge, String reference) {}

    FaultyPaymentGateway gateway() {
        return gateway;
    }

    private void remember(PaymentRequest request) {
        charges.putIfAbsent(request.key(), request);
        if (request.card().reveal().equals(TO_BE_CONFIRMED)) {
            toConfirm.put(request.key(), request);
        }
        changes(request);
    }

    /** It works for this account now: what happens here happens to it. */
    void asks(AccountId account) {
        asked = Optional.of(account);
    }

    /** Something becomes of the charge; the notification of it may be lost. */
    void changes(PaymentRequest charge) {
        changed.put(charge.key(), charge);
    }

    /** The charges of which something became since this was last asked. */
    List<PaymentRequest> takeChanged() {
        List<PaymentRequest> all = List.copyOf(changed.values());
        changed.clear();
        return all;
    }

    /** What the banks of the account wait for its people to confirm. */
    List<PaymentRequest> chargesToConfirm(AccountId account) {
        return charges.values().stream()
                .filter(charge -> charge.account().equals(account)
                        && charge.card().reveal().equals(TO_BE_CONFIRMED))
                .toList();
    }

    List<GatewayBook.Capture> capturesOf(AccountId account) {
        return gateway.book().captures().stream()
                .filter(capture -> capture.account().equals(account))
                .toList();
    }

    long capturedMinor(String key) {
        return gateway.book().captures().stream()
                .filter(capture -> capture.key().equals(key))
                .mapToLong(capture -> capture.amount().getAmountMinorLong())
                .sum();
    }

    /** A host asks to give something back of a charge. */
    void refunds(RefundRequest request) {
        changes(request.charge());
        refunds.putIfAbsent(request.key(), new Reversed(request.charge(), request.key()));
    }

    /** Whether a refund was made under that key of the gateway's, and has not come back. */
    boolean hasRefunded(String refundKey) {
        return gateway.book().hasRefunded(refundKey);
    }

    /** What is left of a charge once all that was taken back of it is gone, in minor units. */
    long leftMinor(String key) {
        return capturedMinor(key) - gateway.book().takenMinor(key);
    }

    /** Whether something was taken back of a charge, and has not come back. */
    boolean hasTaken(String key) {
        return gateway.book().takenMinor(key) > 0;
    }

    /** All customers do what their banks ask for. */
    void confirmAll() {
        List.copyOf(toConfirm.values()).forEach(this::confirm);
    }

    /** The customer does what their bank asks for. */
    void confirm(PaymentRequest charge) {
        toConfirm.remove(charge.key());
        gateway.confirmed(charge, () -> sandbox.confirm(charge));
        changes(charge);
    }

    void dispute(GatewayBook.Capture capture, String reference, Money amount) {
        PaymentRequest charge = reverses(capture, reference);
        gateway.dispute(charge, reference, amount);
    }

    void refundByHand(GatewayBook.Capture capture, String reference, Money amount) {
        PaymentRequest charge = reverses(capture, reference);
        gateway.refundByHand(charge, reference, amount);
    }

    private PaymentRequest reverses(GatewayBook.Capture capture, String reference) {
        PaymentRequest charge = charges.get(capture.key());
        if (charge == null) {
            throw new IllegalStateException(capture.key() + " was captured and never asked for");
        }
        asks(charge.account());
        changes(charge);
        reversed.add(new Reversed(charge, reference));
        return charge;
    }

    /** What may come back: disputes, refunds by hand, and those of the hosts' that were made. */
    List<Reversed> reversedOf(AccountId account) {
        return Stream.concat(reversed.stream(), refunds.values().stream().filter(one -> hasRefunded(one.reference())))
                .filter(one -> one.charge().account().equals(account))
                .toList();
    }

    void bringBack(Reversed one) {
        asks(one.charge().account());
        changes(one.charge());
        gateway.bringBack(one.reference());
    }
}
