package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayAbility;
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
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The gateway as one host calls it: while it waits, the other host may go on, and the faults are those that its command draws. */
final class HostGateway implements PaymentGateway {

    private static final List<AskFault> DESCRIBE_FAULTS = List.of(AskFault.FAIL, AskFault.ERROR, AskFault.NULL);
    private static final int LIES_PERCENT = 5;

    private final World world;
    private final SimulatedHost host;
    private final FaultyPaymentGateway gateway;

    HostGateway(World world, SimulatedHost host) {
        this.world = world;
        this.host = host;
        this.gateway = world.bank().gateway();
    }

    private <T> T call(AccountId account, Supplier<T> ask) {
        host.entersGateway(account);
        try {
            int percent = host.isCalm() ? 0 : world.terms().faultPercent();
            gateway.seeded(percent == 0 ? 0 : host.faults().seed(), percent);
            return ask.get();
        } finally {
            host.leavesGateway();
        }
    }

    /** Where its answer is not conclusive, a gateway may say of what it has that it has not. */
    private boolean lies() {
        return !host.isCalm()
                && !gateway.capabilities().can(GatewayAbility.CONCLUSIVE_NOT_FOUND)
                && host.faults().percent(LIES_PERCENT);
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        return call(request.account(), () -> gateway.charge(request));
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        return call(request.account(), () -> {
            if (lies()) {
                gateway.nextLookUp(AskFault.NOT_FOUND);
            }
            return gateway.find(request);
        });
    }

    @Override
    public CancelOutcome cancel(PaymentRequest request) {
        return call(request.account(), () -> gateway.cancel(request));
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        world.bank().refunds(request);
        return call(request.charge().account(), () -> gateway.refund(request));
    }

    @Override
    public Optional<RefundOutcome> findRefund(RefundRequest request) {
        return call(request.charge().account(), () -> {
            if (lies()) {
                gateway.nextLookUp(AskFault.NOT_FOUND);
            }
            return gateway.findRefund(request);
        });
    }

    @Override
    public List<ReportedReversal> reversals(PaymentRequest request) {
        return call(request.account(), () -> gateway.reversals(request));
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        if (!host.isCalm() && host.faults().percent(world.terms().faultPercent())) {
            gateway.nextDescribe(host.faults().of(DESCRIBE_FAULTS));
        }
        return gateway.describe(token);
    }

    @Override
    public Optional<VerifiedNotification> verify(PaymentNotification notification) {
        return gateway.verify(notification);
    }

    @Override
    public GatewayCapabilities capabilities() {
        return gateway.capabilities();
    }
}
