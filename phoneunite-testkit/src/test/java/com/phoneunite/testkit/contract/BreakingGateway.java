package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RefundOutcome;
import com.phoneunite.billing.recharge.RefundRequest;
import com.phoneunite.billing.recharge.VerifiedNotification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes gateways with one fault each. */
final class BreakingGateway {

    private BreakingGateway() {}

    /** What one method does instead, of what it is given. */
    @FunctionalInterface
    interface Instead<G, A> {
        A answer(PaymentGateway real, G given) throws Throwable;
    }

    static BrokenAdapter charging(
            String test, String fault, Instead<PaymentRequest, PaymentOutcome> instead, String... words) {
        return answering(
                test, fault, "charge", (real, given) -> instead.answer(real, (PaymentRequest) given[0]), words);
    }

    static BrokenAdapter finding(
            String test, String fault, Instead<PaymentRequest, Optional<PaymentOutcome>> instead, String... words) {
        return answering(test, fault, "find", (real, given) -> instead.answer(real, (PaymentRequest) given[0]), words);
    }

    static BrokenAdapter refunding(
            String test, String fault, Instead<RefundRequest, RefundOutcome> instead, String... words) {
        return answering(test, fault, "refund", (real, given) -> instead.answer(real, (RefundRequest) given[0]), words);
    }

    static BrokenAdapter verifying(
            String test,
            String fault,
            Instead<PaymentNotification, Optional<VerifiedNotification>> instead,
            String... words) {
        return answering(
                test, fault, "verify", (real, given) -> instead.answer(real, (PaymentNotification) given[0]), words);
    }

    static BrokenAdapter answering(
            String test, String fault, String method, Spoiled.Fault<PaymentGateway> spoiled, String... words) {
        return whole(test, fault, real -> spoiled(real, method, spoiled), words);
    }

    static BrokenAdapter whole(String test, String fault, UnaryOperator<PaymentGateway> made, String... words) {
        return new BrokenAdapter(
                fault, PaymentGatewayContract.class, () -> GatewaySubject.of(made), test, List.of(words));
    }

    /** The gateway with one method that does something else; what it has by default is overridden, too. */
    static PaymentGateway spoiled(PaymentGateway real, String method, Spoiled.Fault<PaymentGateway> fault) {
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, called, given) -> {
                    if (called.getName().equals(method)) {
                        return fault.answer(real, given == null ? new Object[0] : given);
                    }
                    try {
                        return called.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Answers so where the provider fails. */
    static Spoiled.Fault<PaymentGateway> caught(Object instead) {
        return (real, given) -> {
            try {
                return answered(real, given[0], instead);
            } catch (IllegalStateException e) {
                return instead;
            }
        };
    }

    private static Object answered(PaymentGateway real, Object given, Object kind) {
        if (given instanceof PaymentToken card) {
            return real.describe(card);
        }
        if (given instanceof RefundRequest refund) {
            return kind instanceof Optional ? real.findRefund(refund) : real.refund(refund);
        }
        PaymentRequest charge = (PaymentRequest) given;
        return kind instanceof Optional ? real.find(charge) : real.charge(charge);
    }

    static PaymentOutcome declinedAs(DeclineReason reason, PaymentOutcome answer) {
        return answer instanceof PaymentOutcome.Declined ? new PaymentOutcome.Declined(reason) : answer;
    }

    static PaymentRequest named(PaymentRequest asked, String key) {
        return new PaymentRequest(asked.account(), key, asked.card(), asked.amount());
    }
}
